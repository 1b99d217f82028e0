import { faults } from './faults.table';
import { others } from './others.table';

/**
 * How people in control rooms write: phrase | where it is written | what it means, and behind ">" what is offered.
 * Where: nord (an operator's channel), dispatch, journal (a module's channel), sued, dispatcher, maintainer (private chats).
 */
const table = `
Störung melden bitte | nord | reportFault
Neue Störung | nord | reportFault
neue störung melden!!! | sued | reportFault
bitte störung melden | nord | reportFault
Ich möchte eine Störung melden. | nord | reportFault
kannst du mal eine störung aufnehmen? | sued | reportFault
Hallo, hier Leitwarte Nord, wir möchten einen Fehler melden | nord | reportFault
moin, ich wollte ne störung melden | nord | reportFault
stoerung meldn pls | nord | reportFault
STÖRUNGSMELDUNG | nord | reportFault
fehler melden | dispatch | reportFault
Problem melden 🙏 | nord | reportFault
neues ticket | nord | reportFault
ticket erstellen | dispatch | reportFault
Ticket aufmachen bitte | sued | reportFault
Meldung machen | nord | reportFault
wie melde ich einen Fehler? | nord | reportFault
Wo kann ich eine Störung melden? | journal | reportFault
report a fault | nord | reportFault
I want to report a bug please | sued | reportFault
create ticket | nord | reportFault
störng meldn | nord | reportFault
Störung melden für das Betriebstagebuch | nord | reportFault Betriebstagebuch
Wir haben eine Störung | nord | reportFault
guten morgen, wir haben ein problem | sued | reportFault
offene tickets | dispatch | openTickets
Offene Tickets! | nord | openTickets
Zeig mir die offenen Tickets | dispatch | openTickets
kannst du mir bitte mal die offenen Tickets zeigen? | nord | openTickets
show open tickets | dispatch | openTickets
list all open tickets please | dispatch | openTickets
könnten Sie mir die offenen Vorgänge anzeigen | sued | openTickets
offne tikets | nord | openTickets
alle offenen störungen | dispatch | openTickets
Ist noch was offen? | nord | openTickets
alle tickets | dispatcher | openTickets
gibt es neue tickets? | dispatch | openTickets
Haben wir offene Tickets? | nord | openTickets
offene tickets klasse 1 | dispatch | openTickets 1
ofene tickets klase 2 | nord | openTickets 2
klasse 2 offene Betriebstagebuch | dispatch | openTickets 2 Betriebstagebuch
nur klasse eins | dispatch | openTickets 1
Tickets der Klasse 3 | nord | openTickets 3
Fehlerklasse 4 offen | dispatch | openTickets 4
offene klasse-1-tickets vom Störungsinformationstool | dispatch | openTickets 1 Störungsinformationstool
open tickets class 1 | dispatch | openTickets 1
meine offenen klasse 1 | dispatcher | openTickets 1
offen in Test | dispatch | openTickets inTest
tickets in bearbeitung | nord | openTickets inProgress
was ist in Bearbeitung? | dispatch | openTickets inProgress
zurückgewiesene tickets | nord | openTickets returned
zurueckgewiesen | nord | openTickets returned
akzeptierte Tickets klasse 2 | dispatch | openTickets 2 accepted
angefragte | dispatch | openTickets requested
offene tickets betriebstagbuch | nord | openTickets Betriebstagebuch
tickets tagebuch | dispatch | openTickets Betriebstagebuch
offene Kaskade | dispatch | openTickets Kaskadeninformationstool
Tickets Netzmassnahmen bitte | dispatch | openTickets Geplante Netzmaßnahmen
geplante netzmaßnahmen offen | dispatch | openTickets Geplante Netzmaßnahmen
töb offene tickets | dispatch | openTickets Stellungnahme TÖB
in bearbeitung kaskade klasse 2 | dispatch | openTickets 2 inProgress Kaskadeninformationstool
status betriebstagebuch | nord | openTickets Betriebstagebuch
Gibt es offene Störungen im Betriebstagebuch? | nord | openTickets Betriebstagebuch
überfällige tickets | dispatch | openTickets overdue
was ist ueberfaellig | dispatcher | openTickets overdue
overdue tickets | dispatch | openTickets overdue
überfällige klasse 1 | dispatch | openTickets 1 overdue
unsere überfälligen | nord | openTickets overdue
überfällige Tickets, die auf mich warten | dispatch | openTickets overdue waiting
was wartet auf mich und ist überfällig? | nord | openTickets overdue waiting
wartet auf mich klasse 1 überfällig | dispatch | openTickets 1 overdue waiting
meine tickets | dispatcher | myTickets
my tickets | sued | myTickets
meine tikets bitte | sued | myTickets
zeig mal meine vorgänge | dispatcher | myTickets
Tickets | maintainer | myTickets
wartet auf mich | dispatcher | openTickets waiting
was wartet auf mich? | maintainer | openTickets waiting
Was muss ich tun? | dispatcher | openTickets waiting
was steht heute an? | dispatch | openTickets waiting
was liegt an | maintainer | openTickets waiting
todos? | dispatcher | openTickets waiting
tickets waiting for me | dispatcher | openTickets waiting
Unsere Tickets | nord | ourTickets
our tickets | nord | ourTickets
unsre tickets | journal | ourTickets
Zeigst du uns mal unsere offenen Tickets? | nord | ourTickets
Status SP-2026-0001 | nord | ticket 2026-1
wie steht es um SP-2026-0001? | nord | ticket 2026-1
zeig mir sp-2026-1 | nord | ticket 2026-1
SP20260001 | dispatch | ticket 2026-1
sp 2026 1 bitte | nord | ticket 2026-1
Was ist mit Ticket 1? | nord | ticket 1
ticket nr. 1 | dispatch | ticket 1
Stand von Ticket SP_2026_0001 | sued | ticket 2026-1
Wann ist SP-2026-0001 fertig? | nord | ticket 2026-1
ist sp-2026-0001 schon geschlossen? | nord | ticket 2026-1
wer bearbeitet SP-2026-0001 | nord | ticket 2026-1
what's the status of SP-2026-0001? | nord | ticket 2026-1
öffne ticket 1 | dispatch | ticket 1
hallo, gibt es was neues zu SP-2026-0001 ??? | nord | ticket 2026-1
Bis wann muss SP-2026-0001 reagiert werden | dispatch | ticket 2026-1
2026-0001 | dispatch | ticket 2026-1
Übersicht bitte | dispatch | overview
ueberblick | nord | overview
Was ist heute los? | dispatch | overview
was gibts neues | nord | overview
Lagebild | dispatcher | overview
wie viele tickets sind offen? | dispatch | overview
overview | dispatch | overview
tagesübersicht | nord | overview
Tagesuebersich | nord | overview
status | dispatch | standing
Wie ist der Stand? | nord | standing
stand der dinge | nord | notUnderstood
Bis wann muss reagiert werden? | dispatch | reactBy
wie lange haben wir noch | dispatch | reactBy
Wann läuft die Frist ab? | nord | reactBy
nächste frist | dispatch | reactBy
welche Fristen gibt es | nord | serviceHours
Reaktionszeit klasse 1? | nord | serviceHours
wie schnell müsst ihr bei klasse 2 reagieren? | nord | serviceHours
servicezeiten | sued | serviceHours
Wann seid ihr erreichbar? | nord | serviceHours
hat heute jemand dienst? | nord | serviceHours
Öffnungszeiten | nord | serviceHours
service hours | nord | serviceHours
ist heute servicezeit | dispatch | serviceHours
wer ist zuständig für die Kaskade? | nord | contacts
Ansprechparnter | nord | contacts
hotline? | nord | contacts
Telefonnummer vom Dispatcher | nord | contacts
wen kann ich anrufen? | sued | contacts
who is responsible | nord | contacts
wer ist maintainer vom betriebstagebuch | dispatch | contacts
kontakt | nord | contacts
Bugfix Pakete bitte | nord | bugfixPackages
gibt es neue updates? | nord | bugfixPackages
was wurde freigegeben? | sued | bugfixPackages
freigaben kaskade | dispatch | bugfixPackages
Hilfe!!! 🆘 | nord | help
help | sued | help
hilfee | dispatch | help
was kannst du? | nord | help
was kann ich hier machen | journal | help
Befehle | maintainer | help
wir brauchen hilfe | nord | help
Hilfe alle | nord | helpAll
alle Befehle bitte | dispatch | helpAll
kennung | nord | ids
Das Betriebstagebuch stürzt ab | nord | faultText Betriebstagebuch
das btb-programm stürzt ab 😡 | nord | faultText
Bei uns geht die Kaskade nicht mehr | sued | faultText Kaskadeninformationstool
Fehlermeldung 500 beim Speichern | nord | faultText
Störung melden: das Betriebstagebuch hängt seit 8 Uhr | nord | faultText Betriebstagebuch
betriebstagbuch funktioniert nicht | nord | faultText Betriebstagebuch
Der Login geht nicht | nord | faultText
Fehler beim Export im Störungsinformationstool | dispatch | faultText Störungsinformationstool
Kontaktstammdaten: Suche liefert keine Daten | nord | faultText Kontaktstammdaten
NETZMASSNAHMEN FUNKTIONIEREN NICHT | nord | faultText Geplante Netzmaßnahmen
Kaskade seit heute morgen total langsam | nord | faultText Kaskadeninformationstool
the application crashes when saving | nord | faultText
Programm hängt sich auf, bitte um hilfe | sued | faultText
Die Kaskade stürzt schon wieder ab | nord | faultText Kaskadeninformationstool
Warum stürzt das Betriebstagebuch dauernd ab? | journal | faultText Betriebstagebuch
Bildschirm bleibt schwarz | nord | faultText
Störung im Betriebstagebuch | nord | faultText Betriebstagebuch
keine verbindung zur datenbank | nord | faultText
das tagebuch laesst sich nicht öffnen | nord | faultText Betriebstagebuch
Ich brauche das Störungsformular | nord | reportFault
wer kümmert sich um das betriebstagebuch? | nord | contacts
an wen kann ich mich wenden | nord | contacts
wann habt ihr offen | nord | serviceHours
Feiertage? | nord | serviceHours
was ist heute fällig | dispatch | overview
status report | dispatch | overview
Kaskadentool startet nicht | nord | faultText Kaskadeninformationstool
Kontaktdaten werden nicht gespeichert | nord | faultText
it doesn't work | sued | faultText
Die Störung ist weg | nord | notUnderstood
digest on | nord | notUnderstood
wer hat heute Bereitschaft | dispatch | contacts
Guten Morgen | nord | help
danke! | nord | notUnderstood
Danke für die Hilfe | nord | notUnderstood
Vielen Dank für die offenen Tickets | nord | notUnderstood
Wie wird das Wetter? | nord | notUnderstood
Ja | dispatch | notUnderstood
ok 👍 | nord | notUnderstood
Der Fehler ist behoben | nord | notUnderstood
kein Problem | nord | notUnderstood
Wir haben keine Störung | nord | notUnderstood
Wir haben die Störung gestern gemeldet | nord | notUnderstood
Die Kaskade läuft wieder | nord | notUnderstood
Tagesübersicht anschalten | nord | notUnderstood
Tagesübersicht an bitte | nord | notUnderstood
bitte die tagesübersicht aus | nord | notUnderstood
Tagesübersicht a | nord | overview
Kannst du das Ticket schließen? | dispatch | notUnderstood
Lösche alle Tickets | dispatch | notUnderstood
SP-2026-0001 schließen | dispatch | notUnderstood
SP-2026-0001 ist fertig | dispatch | notUnderstood
SP-2026-0001 stürzt immer noch ab | nord | notUnderstood
Bitte Ticket 1 an Maintainer West zuweisen | dispatch | notUnderstood
ticket 1 und 2 | dispatch | notUnderstood
klasse 1 und 2 | dispatch | notUnderstood
offene tickets und hilfe | nord | notUnderstood
offene tickets klasse 7 | dispatch | notUnderstood
Kommentare | dispatch | notUnderstood
Komentar zum Plan | nord | notUnderstood
Ich stimme dem Plan zu | nord | notUnderstood
Analyse starten | dispatch | notUnderstood
Ablehnen | dispatch | notUnderstood
Nur ein Test | nord | notUnderstood
Das Betriebstagebuch ist toll | nord | notUnderstood
Ich komme heute später | nord | notUnderstood
Der Ansprechpartner ist krank | nord | notUnderstood
Wir treffen uns um 14 Uhr | dispatch | notUnderstood
Bitte eine Störung im Netz melden | nord | notUnderstood
Ich habe keine offenen Tickets | nord | notUnderstood
????? | nord | help
🚒🚒 | nord | notUnderstood
помогите | nord | notUnderstood
مرحبا | nord | notUnderstood
12 | nord | notUnderstood
betriebstagebuch | nord | notUnderstood
`;

export interface Written {
  readonly phrase: string;
  readonly place: string;
  readonly means: string;
  /** What is among the offers, where it is not understood. */
  readonly offers: readonly string[];
}

export const written: readonly Written[] = `${table}${faults}${others}`
  .split('\n')
  .filter((line) => line !== '')
  .map((line) => {
    const [phrase = '', place = '', meaning = ''] = line.split(' | ');
    const [means = '', offers = ''] = meaning.split(' > ');
    return { phrase, place, means, offers: offers.split(', ').filter(Boolean) };
  });

export const modulesOfTable = [
  'Bereitschaftsplanung',
  'Kaskadeninformationstool',
  'Störungsinformationstool',
  'Betriebstagebuch',
  'Kontaktstammdaten',
  'Geplante Netzmaßnahmen',
  'Stellungnahme TÖB',
].map((name) => ({ id: name, name }));
