/** What is near to a wish and means another one, or none; rows as in phrases.table.ts. */
export const others = `
Rückfrage stellen | nord | notUnderstood
Wer hat Bereitschaft? | nord | contacts
Bereitschaft Telefonnummer | nord | contacts
störng | nord | reportFault
neue störng | nord | reportFault
Störungn | nord | myTickets
ich möcht gern ne störng meldn | nord | reportFault
Störrung melden | nord | reportFault
offene tickets bereitschaftsplanung | nord | openTickets Bereitschaftsplanung
Ticket annehmen | dispatch | notUnderstood > myTickets
annehmen | dispatch | notUnderstood
Störung annehmen | dispatch | notUnderstood > openTickets
Ticket abnehmen | dispatch | notUnderstood
Ticket abgeben | dispatch | notUnderstood
Störung abmelden | nord | notUnderstood
Störung ablehnen | dispatch | notUnderstood
Störung abbrechen | nord | notUnderstood
Ticket auflösen | dispatch | notUnderstood
Ticket umbenennen | dispatch | notUnderstood
Ticket verschieben | dispatch | notUnderstood
Störung bearbeiten | dispatch | notUnderstood
Störung zurückziehen | nord | notUnderstood
Störungsmeldung abgeben | nord | reportFault
Ticket einsehen | nord | myTickets
Tickets einsehen | nord | myTickets
Störungen einsehen | nord | myTickets
status der störung | nord | standing
stand der störung | nord | standing
wie ist der stand der störung | nord | standing
was ist mit der störung | nord | standing
Problem status | nord | standing
status update | nord | standing
Updates? | nord | standing
Update bitte | dispatch | standing
gibt es ein Update? | nord | standing
erledigte Tickets | nord | endedTickets
erledigte Störungen | nord | endedTickets
geschlossene Tickets | dispatch | endedTickets
abgeschlossene Tickets zeigen | nord | endedTickets
alle gelösten Störungen | sued | endedTickets
Welche Tickets sind erledigt? | dispatch | endedTickets
alte tickets | nord | endedTickets
wann seid ihr da? | nord | serviceHours
Wann | nord | notUnderstood
Keine Tickets | nord | notUnderstood
Störung anmelden | nord | reportFault
wann ist jemand da | nord | serviceHours
tagesübersicht ein | nord | notUnderstood > digestOn
keine Tagesübersicht mehr | nord | notUnderstood > digestOff
hab ich was zu tun? | dispatcher | openTickets waiting
was hab ich zu tun | dispatcher | openTickets waiting
was brennt? | dispatch | overview
fristüberschreitungen | dispatch | openTickets overdue
welche Tickets sind zu spät dran | dispatch | openTickets overdue
prio hoch | dispatch | notUnderstood > openTickets
P1 | dispatch | openTickets 1
FK2 | dispatch | openTickets 2
prio 1 tickets | dispatch | openTickets 1
Priorität 1 | dispatch | openTickets 1
liste | dispatch | openTickets
#12 | dispatch | notUnderstood > ticket 12
Notfallnummer | nord | contacts
Notfall | nord | contacts
wen erreiche ich nachts | nord | contacts
habt ihr heute geöffnet | nord | serviceHours
wann ist Feierabend | nord | serviceHours
habt ihr am Samstag offen? | nord | serviceHours
Servicezeiten Weihnachten | nord | serviceHours
Ich habe eine Frage | nord | help
wie stelle ich eine frage? | nord | help
wie funktioniert das hier? | nord | help
wie geht das | nord | help
hallo | nord | help
moin moin | nord | help
? | nord | help
hlife | nord | help
hilfe bitte ich weiß nicht weiter | nord | help
Dringende Störung melden | nord | reportFault
dringend!!! störung | nord | reportFault
Ich hab ein Problem | nord | reportFault
Ausfall melden | nord | reportFault
Defekt melden | nord | reportFault
Hab da eine Störung für euch | nord | reportFault
gibt es neue bugfixes? | nord | bugfixPackages
Version melden | nord | contract
vertrag | dispatch | contract
Wann endet unser Vertrag? | sued | contract
wie lange läuft unser vertrag noch | nord | contract
installierte Version melden | nord | contract
Wo finde ich das Paket-Repository? | nord | contract
Wie siehts mit SP-2026-0001 aus? | nord | ticket 2026-1
hat schon jemand sp-2026-0001 angenommen? | dispatch | ticket 2026-1
Wo bleibt SP-2026-0001? | nord | ticket 2026-1
Warum dauert SP-2026-0001 so lange? | nord | ticket 2026-1
SP-2026-0001 annehmen | dispatch | notUnderstood > ticket 2026-1
Tickets in Prüfung | dispatch | openTickets inTest
wieviele tickets | dispatch | overview
Klasse 1 & 2 | dispatch | notUnderstood > openTickets 1, openTickets 2
Klasse 1/2 | dispatch | notUnderstood > openTickets 1, openTickets 2
Klasse 1, 2 und 3 | dispatch | notUnderstood > openTickets 1, openTickets 2, openTickets 3
Wie lange dauert Klasse 2? | nord | serviceHours
Ticket ablehnen | nord | notUnderstood
Störung schließen | nord | notUnderstood
Ticket zuweisen | nord | notUnderstood
Ticket stornieren | nord | notUnderstood
Meldung aufheben | nord | notUnderstood
Störung prüfen | nord | notUnderstood
Störung eskalieren | nord | notUnderstood
Ticket löschen | nord | notUnderstood
Ticket weitergeben | nord | notUnderstood
störung ausblenden | nord | notUnderstood
Störung beheben | nord | notUnderstood
ticket abschließen bitte | nord | notUnderstood
Störung erledigen | nord | notUnderstood
Meldung verwerfen | nord | notUnderstood
ticket übernehmen | nord | notUnderstood
Ticket bearbeiten | nord | notUnderstood
Störung freischalten | nord | notUnderstood
Ticket kopieren | nord | notUnderstood
meine tickets einsehen | nord | myTickets
Stand meiner Störung | nord | standing
wie weit ist die Störung | nord | standing
Gibt es was Neues zur Störung? | nord | standing
Gibts ein Update zur Störung? | nord | standing
Zwischenstand bitte | nord | standing
abgeschlossene störungen | nord | endedTickets
fertige tickets | nord | endedTickets
alle erledigten Tickets zeigen | nord | endedTickets
Tickets von gestern | nord | notUnderstood
ist morgen jemand da? | nord | serviceHours
wann kann ich euch erreichen | nord | serviceHours
Seid ihr am Wochenende da? | nord | serviceHours
habt ihr sonntags geöffnet | nord | serviceHours
bis wann seid ihr heute da | nord | serviceHours
Wie lange habt ihr offen | nord | serviceHours
Fragestellung | nord | notUnderstood
Bereitschaft? | nord | contacts
Wer hat am Wochenende Bereitschaft | nord | contacts
Wer hat gerade Dienst | nord | contacts
bereitschaft tauschen | nord | notUnderstood
hab ich aufgaben? | nord | openTickets waiting
was liegt bei mir | nord | openTickets waiting
muss ich was machen? | nord | openTickets waiting
Habe ich etwas zu erledigen? | nord | openTickets waiting
wo brennts? | nord | overview
Was ist am dringendsten? | nord | overview
Fristverletzungen | nord | openTickets overdue
Rückstände | nord | openTickets overdue
Notruf | nord | contacts
Notfall!!! | nord | contacts
Notdienst | nord | contacts
Wann macht ihr Feierabend | nord | serviceHours
wann öffnet ihr | nord | serviceHours
Habt ihr Heiligabend offen | nord | serviceHours
Servicezeit an Silvester | nord | serviceHours
habe mal eine frage | nord | help
Frage | nord | help
Ich hätte da eine Frage | nord | help
wie geht das hier | nord | help
wie bediene ich das | nord | help
Ich verstehe das nicht | nord | help
Servus | nord | help
Hallo zusammen | nord | help
Hallo? | nord | help
Guten Tag! | nord | help
??? | nord | help
hifle | nord | help
Hilffe | nord | help
hile | nord | help
Help please | nord | help
wir haben ein dringendes Problem | nord | reportFault
Dringend Störung melden | nord | reportFault
Sofort Störung melden! | nord | reportFault
Fehlermeldung melden | nord | reportFault
Absturz melden | nord | reportFault
Systemausfall melden | nord | reportFault
Störfall melden | nord | reportFault
hab nen Fehler | nord | reportFault
hab einen Bug gefunden | nord | reportFault
Gibts neue Releases? | nord | bugfixPackages
neue bugfix da? | nord | bugfixPackages
Neue Softwareversion? | nord | bugfixPackages
Was macht SP-2026-0001? | nord | ticket 2026-1
Wie gehts mit SP-2026-0001 weiter? | nord | ticket 2026-1
hat sich bei SP-2026-0001 was getan? | nord | ticket 2026-1
Gibt es schon was zu sp-2026-0001? | nord | ticket 2026-1
hat SP-2026-0001 schon jemand übernommen? | nord | ticket 2026-1
tickets in der testphase | nord | openTickets inTest
Tickets in Abnahme | nord | openTickets inTest
Anzahl offener Tickets | nord | overview
Wieviel Tickets sind offen? | nord | overview
Alles läuft | nord | notUnderstood
Läuft die Kaskade? | nord | notUnderstood
Habt ihr eine Störung? | nord | notUnderstood
Ist gerade eine Störung gemeldet? | nord | notUnderstood
Soll ich eine Störung melden? | nord | reportFault
Niemand erreichbar | nord | notUnderstood
Vorstellung | nord | notUnderstood
Betriebsrat | nord | notUnderstood
Ticket eröffnen | nord | reportFault
Störung erfassen bitte | nord | reportFault
Ich würde gerne was melden | nord | reportFault
Wir haben da was zu melden | nord | reportFault
Störung! | nord | reportFault
Neue Meldung | nord | reportFault
Neuen Fall anlegen | nord | reportFault
stand? | nord | standing
wie sieht es aus | nord | standing
Wie ist die Lage? | nord | overview
gibt es was neues bei meiner Störung? | nord | standing
wann wird die Störung behoben | nord | standing
Störungsübersicht | nord | overview
Ticketübersicht | nord | overview
Störung ansehen | nord | myTickets
Störung anzeigen | nord | myTickets
Ich melde mich | nord | notUnderstood
Bitte melden Sie sich | nord | notUnderstood
Meldet euch bitte | nord | notUnderstood
neuer Stand? | nord | standing
Störungsstatus | nord | standing
Tach | nord | help
Infos | nord | help
wie benutze ich dich | nord | help
Wie schaut's mit SP-2026-0001 aus? | nord | ticket 2026-1
was ist aus SP-2026-0001 geworden? | nord | ticket 2026-1
Entwarnung melden | nord | notUnderstood
Urlaub melden | nord | notUnderstood
Ticket parken | nord | notUnderstood
Störung quittieren | nord | notUnderstood
Störung zurückmelden | nord | notUnderstood
`;
