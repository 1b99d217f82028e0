/** Faults as they are told, and what sounds like one and is none; rows as in phrases.table.ts. */
export const faults = `
An der Stelle kommt eine Fehlermeldung | nord | faultText
Ich stelle fest, dass die Anmeldung nicht geht | nord | faultText
Wir stellen fest, dass die Suche hängt | nord | faultText
Die Fehlermeldung stellt sich ein | nord | faultText
Die Bereitschaft kann sich nicht anmelden | nord | faultText
Der Bereitschaftshabende bekommt eine Fehlermeldung | sued | faultText
Bereitschaftsdienst erreicht niemanden, System hängt | nord | faultText
Die Betriebsart wird falsch angezeigt | nord | faultText
Betriebsmittel fehlt in der Liste | nord | faultText
In der Leitstelle hängt die Anmeldung | nord | faultText
Die Stellung des Schalters fehlt in der Liste | nord | faultText
Die Störungn im System fehlen | nord | faultText
störng: es kommt eine Fehlermeldung | nord | faultText
Bereitschaftsplan speichert nicht | nord | faultText Bereitschaftsplanung
Stellungnahmen fehlen in der Liste | nord | faultText Stellungnahme TÖB
Störungsinfo spinnt | nord | faultText Störungsinformationstool
KIT geht nicht | nord | faultText
geht nicht | nord | faultText
nix geht mehr | nord | faultText
Es geht gar nichts mehr | sued | faultText
Betriebstagebuch geht net | nord | faultText Betriebstagebuch
Betriebstagebuch geht ned mehr auf | nord | faultText Betriebstagebuch
Kaskade funzt nicht | nord | faultText Kaskadeninformationstool
dat Ding läuft nicht | nord | faultText
Der Mauszeiger tut nix | nord | faultText
kein Zugriff auf Kaskadeninformationstool | nord | faultText Kaskadeninformationstool
keine Rückmeldung vom Server | nord | faultText
Zugriff verweigert | nord | faultText
Timeout | nord | faultText
Absturz | nord | faultText
Totalausfall | nord | faultText
wir haben einen Totalausfall | nord | faultText
System steht | nord | faultText
weisser bildschirm beim start | nord | faultText
Uhrzeiten stimmen nicht | nord | faultText
Die Messwerte passen nicht | nord | faultText
Kontaktformular geht nicht | nord | faultText
seit heute morgen ist alles langsam | nord | faultText
Kann keine Einträge mehr anlegen | nord | faultText
Programm schließt sich von selbst | nord | faultText
Der Betriebsleiter kommt nicht rein | nord | faultText
Druckfunktion ohne Funktion | nord | faultText
Netz ist weg, System steht | nord | faultText
Kein Absturz mehr | nord | notUnderstood
keine Fehlermeldung mehr | nord | notUnderstood
keine Störung | nord | notUnderstood
nicht melden | nord | notUnderstood
Bitte keine Störung melden | nord | notUnderstood
Störung nicht melden | nord | notUnderstood
Keine Störung mehr | nord | notUnderstood
läuft wieder | nord | notUnderstood
Jetzt geht es wieder | nord | notUnderstood
Es funktioniert | nord | notUnderstood
Super danke, Störung behoben | nord | notUnderstood
Fehlalarm | nord | notUnderstood
Ich kann heute nicht kommen | nord | notUnderstood
Wir stimmen dem Plan nicht zu | nord | notUnderstood
Der Dispatcher ist nicht erreichbar | nord | notUnderstood > contacts
Störung? | nord | notUnderstood > reportFault
Gibt es eine Störung? | nord | notUnderstood > reportFault, openTickets
Haben wir gerade eine Störung? | dispatch | notUnderstood > reportFault, openTickets
Ist eine Störung bekannt? | nord | notUnderstood
Wer hat die Störung gemeldet? | nord | notUnderstood
Ticket wieder öffnen | nord | notUnderstood
Drucker geht net | nord | faultText
Maske lädt nicht | nord | faultText
SAP läuft nicht | nord | faultText
Der Client startet ned | nord | faultText
nichts geht | nord | faultText
nichts funktioniert | nord | faultText
es tut sich nix | nord | faultText
gar nix funktioniert mehr | nord | faultText
Kein Login möglich | nord | faultText
keine Anmeldung möglich | nord | faultText
Anmeldung unmöglich | nord | faultText
Verbindung verloren | nord | faultText
Verbindungsabbruch | nord | faultText
Kein Bild | nord | faultText
Serverfehler | nord | faultText
Systemabsturz | nord | faultText
Crash | nord | faultText
Bluescreen | nord | faultText
Freeze | nord | faultText
Fehler 503 | nord | faultText
HTTP 500 | nord | faultText
alles steht | nord | faultText
Bildschirm eingefroren | nord | faultText
Programm reagiert nicht | nord | faultText
Betriebstagebuch reagiert nicht | nord | faultText Betriebstagebuch
Die Uhr geht falsch | nord | faultText
Werte stimmen nicht überein | nord | faultText
Alarme kommen nicht an | nord | faultText
Meldungen kommen nicht mehr an | nord | faultText
E-Mails werden nicht verschickt | nord | faultText
Ich komme nicht rein | nord | faultText
komme nicht ins System | nord | faultText
Kann nichts speichern | nord | faultText
kann mich nicht einloggen | nord | faultText
Passwort wird nicht akzeptiert | nord | faultText
Seite wird nicht geladen | nord | faultText
schwarzer Bildschirm | nord | faultText
weiße Seite | nord | faultText
alles extrem langsam heute | nord | faultText
Performance schlecht | nord | faultText
Totalausfall Kaskade | nord | faultText Kaskadeninformationstool
Leitwarte hat keinen Zugriff mehr | nord | faultText
Zugriff nicht möglich | nord | faultText
Programm startet ständig neu | nord | faultText
System beendet sich von allein | nord | faultText
Die Schichtübergabe lässt sich nicht abschließen | nord | faultText
Einträge lassen sich nicht löschen | nord | faultText
Der Stellvertreter bekommt eine Fehlermeldung | nord | faultText
Wir stellten fest, dass nichts geht | nord | faultText
Die Betriebsanweisung fehlt im System | nord | faultText
Der Bereitschaftsplaner hängt | nord | faultText Bereitschaftsplanung
Der Bereitschaftsleiter kann sich nicht anmelden | nord | faultText
Die Kontaktaufnahme schlägt fehl, Fehlermeldung | nord | faultText
Informationsaustausch fehlerhaft | nord | faultText
Planungsfehler, System hängt | nord | faultText
Störungsdienst hat keine Anmeldung mehr | nord | faultText
Wir haben kein Problem | nord | notUnderstood
kein Ausfall | nord | notUnderstood
Es gibt keine Probleme mehr | nord | notUnderstood
alles gut | nord | notUnderstood
geht wieder | nord | notUnderstood
Problem gelöst | nord | notUnderstood
Der Totalausfall ist behoben | nord | notUnderstood
Das ist nicht schlimm | nord | notUnderstood
Das stimmt nicht | nord | notUnderstood
Das passt so nicht | nord | notUnderstood
Ich bin nicht zuständig | nord | notUnderstood
Wir haben nichts gemeldet | nord | notUnderstood
Nein, das ist es nicht | nord | notUnderstood
Bitte nichts melden | nord | notUnderstood
Ich will keine Störung melden | nord | notUnderstood
keine Fehler gefunden | nord | notUnderstood
Alles ok, kein Fehler | nord | notUnderstood
wir können heute nicht testen | nord | notUnderstood
Wir kommen nicht zum Testen | nord | notUnderstood
Bitte nicht schließen | nord | notUnderstood
Noch nicht fertig | nord | notUnderstood
Die Frist ist nicht eingehalten | nord | notUnderstood
Das wird nicht gemacht | nord | notUnderstood
Habe ich nicht verstanden | nord | notUnderstood
Ich kann das nicht bestätigen | nord | notUnderstood
Plan passt nicht | nord | notUnderstood
Termin passt nicht | nord | notUnderstood
Tickets nicht gefunden | nord | notUnderstood
keine Antwort vom Dispatcher | nord | notUnderstood
Sprachausgabe ohne Ton | nord | faultText
Alarmierung funktioniert nicht | nord | faultText
Alarm löst nicht aus | nord | faultText
Störmeldungen laufen nicht ein | nord | faultText
Schaltbild lädt ewig | nord | faultText
Lageplan wird nicht angezeigt | nord | faultText
Suche findet nichts | nord | faultText
Suche liefert keine Treffer | nord | faultText
PDF lässt sich nicht öffnen | nord | faultText
Programm friert ein | nord | faultText
Fenster flackert | nord | faultText
Anwendung hängt | nord | faultText
Anwendung hängt sich ständig auf | nord | faultText
Fehler beim Speichern | nord | faultText
Ständig Fehlermeldungen | nord | faultText
immer wieder abstürze | nord | faultText
Betriebstagebuch stürzt beim Öffnen ab | nord | faultText Betriebstagebuch
BTB geht nicht | nord | faultText
Tagebuch geht nimmer | nord | faultText Betriebstagebuch
App startet net mehr | nord | faultText
läuft nicht | nord | faultText
funktioniert nicht | nord | faultText
geht nimmer | nord | faultText
geht gar nicht mehr | nord | faultText
nichts geht mehr | nord | faultText
Nix funzt | nord | faultText
Die Kiste läuft ned | nord | faultText
Dat Programm tut et nich | nord | faultText
Dös geht net | nord | faultText
geht nich | nord | faultText
Login nicht möglich | nord | faultText
Anmeldung schlägt fehl | nord | faultText
Server down | nord | faultText
Server nicht erreichbar | nord | faultText
Datenbank nicht erreichbar | nord | faultText
keine Verbindung | nord | faultText
Verbindungsfehler | nord | faultText
Verbindungsabbrüche zur Datenbank | nord | faultText
Komplettausfall | nord | faultText
Teilausfall Kaskade | nord | faultText Kaskadeninformationstool
Kaskade ausgefallen | nord | faultText Kaskadeninformationstool
Störung Kaskade | nord | faultText Kaskadeninformationstool
Problem mit Kontaktstammdaten | nord | faultText Kontaktstammdaten
Wir haben ein Problem mit der Kaskade | nord | faultText Kaskadeninformationstool
Störung im System | nord | faultText
Die Anzeige stimmt nicht | nord | faultText
Summen stimmen nicht | nord | faultText
Falsche Werte | nord | faultText
Daten weg | nord | faultText
Einträge sind weg | nord | faultText
Mein Eintrag ist verschwunden | nord | faultText
Umlaute kaputt | nord | faultText
Maus geht nicht | nord | faultText
Kein Arbeiten möglich | nord | faultText
Hilfe, nichts geht mehr! | nord | faultText
Hilfe! Betriebstagebuch stürzt ab | nord | faultText Betriebstagebuch
Notfall: Kaskade ausgefallen | nord | faultText Kaskadeninformationstool
Dringend: Login geht nicht | nord | faultText
ganz dringend, System hängt | nord | faultText
Guten Morgen, das Tagebuch geht nicht | nord | faultText Betriebstagebuch
Moin, geht nix mehr hier | nord | faultText
Wer kann helfen, Login geht nicht | nord | faultText
Warum geht das Tagebuch nicht? | nord | faultText Betriebstagebuch
Geht die Kaskade bei euch auch nicht? | nord | faultText Kaskadeninformationstool
neue Stellungnahme fehlt | nord | faultText Stellungnahme TÖB
Ist-Stellung fehlt in der Anzeige | nord | faultText
Bereitschaftszeiten werden nicht angezeigt | nord | faultText
Bereitschaftsliste leer | nord | faultText
Bereitschaftsplanung hängt | nord | faultText Bereitschaftsplanung
Netzbetreiber sieht keine Daten | nord | faultText
Kontaktliste leer | nord | faultText
Information fehlt in der Maske | nord | faultText
Störungsprotokoll lässt sich nicht drucken | nord | faultText
Störungsmeldung lässt sich nicht absenden | nord | faultText
Betriebsführung bekommt Fehlermeldung | nord | faultText
Ticket anlegen klappt nicht | nord | faultText
Störung melden geht nicht | nord | faultText
Datenverlust | nord | faultText
Es ruckelt | nord | faultText
Abstürze ohne Ende | nord | faultText
Ich sehe keine Einträge | nord | faultText
Bild steht | nord | faultText
rechner tot | nord | faultText
hängt nicht mehr | nord | notUnderstood
`;
