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
`;
