import type { CommandName } from './commands.de';
import { ticketPhrases } from './ticket-phrases.de';
import { lines } from './word-lists';

/** What somebody may want; most are a command, the others are answered by one (docs/handbuch.md). */
export type Wish =
  | Exclude<CommandName, 'ticket' | 'comment' | 'commentToAll' | 'answer'>
  /** What is late. */
  | 'overdue'
  /** What the reader has to do. */
  | 'waiting'
  /** How it stands: with the ticket of the thread, else altogether. */
  | 'standing'
  /** By when: of the ticket of the thread, else of all. */
  | 'reactBy'
  /** What is over: no list has it. */
  | 'endedTickets';

/**
 * How people say it, a phrase a line; letter case, umlauts, typing errors, order and what only fills a sentence do not
 * matter, and words of one meaning stand for each other (`sameMeaning`).
 */
export const phrases: Readonly<Record<Wish, readonly string[]>> = {
  ...ticketPhrases,
  reportFault: lines(`
    Störung melden
    Störungsmeldung
    Störungsmeldung melden
    Störung
    neue Störung
    neue Störung melden
    Störung neu anlegen
    neues Ticket
    neues Ticket anlegen
    neue Störungsmeldung
    Ticket anlegen
    Meldung machen
    etwas melden
    melden
    Störungen melden
    report an issue
    open an incident
    open a new ticket
    open a new incident
    wie melde ich eine Störung
    wo kann ich eine Störung melden
    Formular
    Formular Störung
    Formular Störungsmeldung
    Störungsmeldung abgeben
    Störungsmeldung ausfüllen
  `),
  bugfixPackages: lines(`
    Bugfix-Pakete
    Pakete
    Bugfix
    neue Pakete
    neue Bugfix-Pakete
    neue Bugfixes
    neue Updates
    freigegebene Updates
    freigegebene Bugfixes
    neue Version verfügbar
    Version verfügbar
    freigegebene Pakete
    was wurde freigegeben
    Freigaben
    neue Freigaben
  `),
  contract: lines(`
    Vertrag
    Verträge
    unser Vertrag
    unsere Verträge
    Pflegevertrag
    Vertrag anzeigen
    wann endet der Vertrag
    wie lange läuft der Vertrag
    Laufzeit Vertrag
    Paket-Repository
    Repository
    Version melden
    installierte Version
    installierte Version melden
    Version eintragen
    Version ändern
  `),
  serviceHours: lines(`
    Servicezeiten
    Service Zeiten
    Servicezeit heute
    wann erreichbar
    wann ist jemand da
    hat jemand Dienst
    service hours
    wann habt ihr offen
    habt ihr offen
    habt ihr heute offen
    habt ihr geöffnet
    geöffnet
    wann offen
    wann da
    bis wann da
    wie lange da
    wie lange habt ihr offen
    wann macht ihr auf
    wann macht ihr Feierabend
    wann öffnet ihr
    an Weihnachten da
    an Weihnachten offen
    an Weihnachten erreichbar
    Servicezeiten an Weihnachten
    heute da
    jemand da
    am Samstag da
    am Samstag offen
    am Samstag erreichbar
    wann ist Feierabend
    wie lange dauert die Reaktion
    welche Fehlerklassen gibt es
    ist heute jemand da
    welche Fristen gibt es
    Reaktionszeiten
    wie lang ist die Frist
    ist heute Servicezeit
    bis wann ist heute Servicezeit
    wann beginnt die Servicezeit
    wann endet die Servicezeit
  `),
  onboarding: lines(`
    Onboarding
    Onboardings
    Onboarding anzeigen
    mein Onboarding
    Einarbeitung
    Checkliste
    was fehlt im Onboarding
  `),
  organisation: lines(`
    Organisation
    Organisation verwalten
    Organisation ändern
    Personen verwalten
    Rollen verwalten
    Verträge verwalten
    Dienstplan
    Dienstplan ändern
    Abwesenheiten
    Abwesenheit eintragen
    Urlaub eintragen
  `),
  contacts: lines(`
    Ansprechpartner
    wer ist Ansprechpartner
    zuständig
    wer ist zuständig
    wer kann helfen
    wer hat Bereitschaft
    Bereitschaft
    Ansprechpartner Bereitschaft
    Bereitschaft anrufen
    wie erreiche ich die Bereitschaft
    wer hat Dienst
    who is on call
    an wen kann ich mich wenden
    an wen wende ich mich
    wer ist für eine Störung zuständig
    wer ist für Tickets zuständig
    wen kann ich anrufen
    wen rufe ich an
    anrufen
    erreichbar
    wer ist erreichbar
    wie erreiche ich den Dispatcher
    Dispatcher
    Maintainer
    wer ist Maintainer
    wer ist Dispatcher
    Ansprechpartner Dispatcher
    Ansprechpartner Maintainer
  `),
  help: lines(`
    Hilfe
    was kannst du
    was kann ich hier tun
    Befehle
    hallo
    Frage
    Hilfe Frage
    wie stelle ich eine Frage
    wie funktioniert es
    wie geht es
    was machst du
    ich weiß nicht weiter
    ich komme nicht weiter
    ich verstehe das nicht
    wie bediene ich das
    Bedienung
    wie benutze ich dich
    Hilfe, ich weiß nicht weiter
    wer bist du
    was bist du
  `),
  helpAll: lines(`
    Hilfe alle
    alle Befehle
    ganze Hilfe
    mehr Hilfe
  `),
  ids: lines(`
    Kennungen
    Kennung
    meine Kennung
  `),
  digestOn: lines(`
    Tagesübersicht einschalten
    Tagesübersicht ein
    digest on
    Tagesübersicht an
    Tagesübersicht bestellen
  `),
  digestOff: lines(`
    Tagesübersicht ausschalten
    keine Tagesübersicht
    digest off
    Tagesübersicht aus
    Tagesübersicht abbestellen
  `),
};

/** Without one of these a fault is told, or asked about, and the form not asked for. */
export const askingToReport = 'melden Formular Störungsmeldung';
