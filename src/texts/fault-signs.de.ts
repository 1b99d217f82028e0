import { words } from './word-lists';

/** What makes a text a fault that somebody describes. */
export const faultSigns = {
  /** Enough by themselves. */
  clear: words(`
  absturz abstürze abstürzt abgestürzt stürzt stürzen crash crashes crashed fehlermeldung fehlermeldungen
  fehlercode exception stacktrace timeout kaputt defekt eingefroren friert freezes frozen ausgefallen
  fehlerhaft fehlerhafte broken spinnt aufgehängt hängt fehlgeschlagen fehlschlägt error errors bluescreen
  unbrauchbar totalausfall ausfall ausfälle systemausfall zugriffsfehler abstürzen abgeschmiert unmöglich fehl schmiert schmierte flackert flackern ruckelt hänger aussetzer
`),
  /** Only with what it happens to. */
  vague: words(`
  falsch falsche falschen langsam verschwunden fehlt fehlen leer leere blockiert doppelt doppelte
  unvollständig veraltet veraltete ruckelt down fails failed tot scheitert abgebrochen bricht streikt klemmt
  weiß weiße weißer weißen schwarz schwarze schwarzer schwarzen verloren schlecht leerer leeren endlos dreht hängen selbst allein alleine ständig
  steht blind lädt wrong slow missing empty unleserlich verweigert ewig gestört
  lahmt weigert http verschwindet verschwinden
`),
  /** What software does not do, with a word that turns around. */
  works: words(`
  geht gehen ging funktioniert funktionieren funzt funzen fluppt läuft laufen lädt laden startet starten öffnet
  öffnen speichert speichern reagiert druckt drucken ausdrucken klappt synchronisiert aktualisiert
  anmelden einloggen aufrufbar gespeichert geladen work works working load save open start exportieren
  importieren login bedienbar auswählen tut rein reinkommen hochfahren hochladen herunterladen funktion
`),
  /** The same of what may be said of people as well: only with what it is said of. */
  holds: words(`
  antwortet zeigt angezeigt übernommen übertragen sichtbar stimmen stimmt passen passt möglich aufrufen
  abrufen gefunden nutzbar benutzbar lesbar kommen komme kommt verfügbar erreichbar anlegen findet liefert löst sehe sehen eingeben
`),
  /** What is lost where there is none of it. */
  lost: words(`
  zugriff zugang verbindung bild ton empfang signal daten anzeige werte rückmeldung login anmeldung funktion
`),
  /** Nothing but what a fault may happen to. */
  things: words(`
  gespeichert geladen synchronisiert aktualisiert einloggen exportieren importieren aufrufbar druckt lädt speichert
  funktioniert funktionieren work works working
  system anwendung programm software app maske seite liste daten werte anzeige login anmeldung speichern
  bericht formular suche schnittstelle export import filter drucken bildschirm server datenbank eintrag
  einträge feld felder schaltfläche button verbindung oberfläche browser update version starten öffnen
  zugriff zugang rückmeldung angezeigt dargestellt alles performance bild rechner eingabe eingaben passwort kennwort uhr uhrzeit uhrzeiten zeiten
  anmelden laden page screen data application database modul tool ansicht karte dialog fenster
`),
  /** Of what a fault is called: it is over. Of anything else it is one. */
  gone: words('weg vorbei vorüber gone'),
  /** It is over, was none, or is no software. */
  over: words(`
  behoben gelöst gefixt erledigt beseitigt resolved solved fixed erledigte repariert plan plans
`),
} as const;

/** Behind a sign of a fault they deny it: "hängt nicht mehr". */
export const denyingWords = words('nicht net ned nich nimmer nie not');

/** What a word for a fault ends with: "Serverfehler", "Systemausfall", "Verbindungsabbruch". */
export const faultEndings = words(
  'fehler fehlern absturz abstürze ausfall ausfälle abbruch abbrüche verlust',
);

/** "Wird nicht gespeichert", "lässt sich nicht löschen": what is not done, whatever it is. */
export const passiveWords = words('wird werden wurde wurden');
export const reflexiveWords = words('lässt lassen ließ');

/** What a question begins with. */
export const askingWords = words(`
  wer wen wie was wann wo warum wieso weshalb welche welcher ist sind gibt hat haben kann können wird what
  when who how why is are muss soll
`);

/** Of the words that turn a wish around, those that only part a verb. */
export const noTurn = words('an aus ab on off');

/** The word that stands for what a fault is called. */
export const faultNoun = 'störung';
