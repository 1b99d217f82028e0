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
`;
