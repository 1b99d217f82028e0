import type { CommandName } from './commands.de';
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
  | 'reactBy';

/**
 * How people say it, a phrase a line; letter case, umlauts, typing errors, order and what only fills a sentence do not
 * matter, and words of one meaning stand for each other (`sameMeaning`).
 */
export const phrases: Readonly<Record<Wish, readonly string[]>> = {
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
  `),
  myTickets: lines(`
    Tickets
    Ticket
    meine Tickets
    mein Ticket
    meine offenen Tickets
    meine Störung
    Status meine Tickets
  `),
  ourTickets: lines(`
    unsere Tickets
    unsere offenen Tickets
    unser Ticket
    unsere Störung
    Status unsere Tickets
  `),
  openTickets: lines(`
    offene Tickets
    offen
    offenes Ticket
    alle Tickets
    alle offenen Tickets
    Ticketliste
    offene Störung
    Status Tickets
    Status offene Tickets
    heute offene Tickets
    was ist noch offen
    neue Tickets
  `),
  overdue: lines(`
    überfällig
    überfällige Tickets
    überfällige offene Tickets
    Frist überfällig
    zu spät
  `),
  waiting: lines(`
    wartet auf mich
    Tickets wartet auf mich
    offene Tickets wartet auf mich
    was muss ich tun
    was ist zu tun
    was steht an
    was liegt an
    was liegt heute an
    was steht heute an
    wer ist dran
    bin ich dran
    wer ist an der Reihe
    Aufgaben
    meine Aufgaben
    unsere Aufgaben
    offene Aufgaben
  `),
  standing: lines(`
    Status
    wie ist der Stand
    wie steht es
    wie weit
    wie läufts
    Stand Ticket
  `),
  reactBy: lines(`
    bis wann reagieren
    wie schnell muss reagiert werden
    bis wann muss reagiert werden
    wann ist die Frist
    wann läuft die Frist ab
    wie lange noch
    wie lange habe ich noch
    wie viel Zeit habe ich noch
    nächste Frist
    Frist Ticket
    bis wann
  `),
  overview: lines(`
    Übersicht
    Tagesübersicht
    Tages Übersicht
    Übersicht heute
    Übersicht Tickets
    Übersicht offene Tickets
    was ist los
    was ist heute los
    was gibt es Neues
    heute
    heute fällig
    heute fällige Tickets
    status report
    Zahlen
    wie viele Tickets
    wie viele offene Tickets
    wie viele Tickets sind heute offen
  `),
  bugfixPackages: lines(`
    Bugfix-Pakete
    Pakete
    Bugfix
    neue Pakete
    neue Bugfix-Pakete
    freigegebene Pakete
    was wurde freigegeben
    Freigaben
    neue Freigaben
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
    habt ihr heute offen
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
  contacts: lines(`
    Ansprechpartner
    wer ist Ansprechpartner
    zuständig
    wer ist zuständig
    wer kann helfen
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
    digest on
    Tagesübersicht an
    Tagesübersicht bestellen
  `),
  digestOff: lines(`
    Tagesübersicht ausschalten
    digest off
    Tagesübersicht aus
    Tagesübersicht abbestellen
  `),
};

/** Without one of these a fault is told, and the form not asked for. */
export const askingToReport = 'melden neue Formular Störungsmeldung';
