import { words } from './word-lists';

/** What makes a text a fault that somebody describes. */
export const faultSigns = {
  /** Enough by themselves. */
  clear: words(`
  absturz abstürze abstürzt abgestürzt stürzt stürzen crash crashes crashed fehlermeldung fehlermeldungen
  fehlercode exception stacktrace timeout kaputt defekt eingefroren friert freezes frozen ausgefallen
  fehlerhaft fehlerhafte broken spinnt aufgehängt hängt fehlgeschlagen fehlschlägt error errors bluescreen
  unbrauchbar
`),
  /** Only with what it happens to. */
  vague: words(`
  falsch falsche falschen langsam verschwunden fehlt fehlen leer leere blockiert doppelt doppelte
  unvollständig veraltet veraltete ruckelt down fails failed tot scheitert abgebrochen bricht streikt klemmt
  weiß schwarz endlos dreht ausfall hängen wrong slow missing empty unleserlich verweigert ewig gestört
  lahmt
`),
  /** What does not happen, with a word that turns around. */
  works: words(`
  geht gehen ging funktioniert funktionieren läuft laufen lädt laden startet starten öffnet öffnen speichert
  speichern reagiert antwortet druckt drucken klappt zeigt angezeigt synchronisiert aktualisiert anmelden
  einloggen erreichbar verfügbar aufrufbar gespeichert geladen übernommen übertragen work works working load
  save open start exportieren importieren login bedienbar sichtbar auswählen tut kommen
`),
  /** Nothing but what a fault may happen to. */
  things: words(`
  gespeichert geladen synchronisiert aktualisiert einloggen exportieren importieren aufrufbar druckt lädt speichert
  funktioniert funktionieren work works working
  system anwendung programm software app maske seite liste daten werte anzeige login anmeldung speichern
  bericht formular suche schnittstelle export import filter drucken bildschirm server datenbank eintrag
  einträge feld felder schaltfläche button verbindung oberfläche browser update version starten öffnen
  anmelden laden page screen data application database modul tool ansicht karte dialog fenster
`),
  /** Of what a fault is called: it is over. Of anything else it is one. */
  gone: words('weg vorbei vorüber gone'),
  /** It is over, or was none. */
  over: words(`
  behoben gelöst gefixt erledigt beseitigt resolved solved fixed erledigte repariert
`),
} as const;

/** What a question begins with. */
export const askingWords = words(`
  wer wen wie was wann wo warum wieso weshalb welche welcher ist sind gibt hat haben kann können wird what
  when who how why is are muss soll
`);

/** Of the words that turn a wish around, those that only part a verb. */
export const noTurn = words('an aus ab on off');

/** The word that stands for what a fault is called. */
export const faultNoun = 'störung';
