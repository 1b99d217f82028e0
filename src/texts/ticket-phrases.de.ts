import { lines } from './word-lists';

/** How people ask for tickets, and how these stand; a part of `phrases`. */
export const ticketPhrases = {
  myTickets: lines(`
    Tickets
    Ticket
    meine Tickets
    mein Ticket
    meine offenen Tickets
    meine Störung
    Störung ansehen
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
    Liste
    Liste Tickets
    Tickets nach Priorität
    Priorität
  `),
  overdue: lines(`
    überfällig
    überfällige Tickets
    überfällige offene Tickets
    Frist überfällig
    zu spät
    Tickets zu spät
    zu spät dran
    Tickets zu spät dran
  `),
  waiting: lines(`
    wartet auf mich
    Tickets wartet auf mich
    offene Tickets wartet auf mich
    was muss ich tun
    was gibt es für mich zu tun
    was ist zu tun
    was ist zu erledigen
    zu erledigen
    was liegt bei mir
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
  endedTickets: lines(`
    erledigte Tickets
    welche Tickets sind erledigt
    Archiv
    Ticketarchiv
  `),
  standing: lines(`
    Status
    wie ist der Stand
    wie steht es
    wie weit
    wie läufts
    Stand Ticket
    Status Störung
    Status meine Störung
    Status unsere Störung
    was macht die Störung
    was gibt es Neues zur Störung
    was gibt es Neues zum Ticket
    wie ist der Stand der Störung
    wie steht es um die Störung
    was ist mit der Störung
    was ist mit der Störung los
    wie weit Störung
    wann ist die Störung behoben
    wie siehts aus
    wie siehts mit der Störung aus
    wie geht es voran
    Update
    Status Update
    neuer Stand
    Update Störung
    ein Update
  `),
  reactBy: lines(`
    bis wann reagieren
    wann muss reagiert werden
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
    wie lange dauert es
    wie lange dauert die Störung
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
    Anzahl Tickets
    Anzahl offene Tickets
    was brennt
    was brennt heute
    wo brennt es
    was ist dringend
    dringende Tickets
    dringende offene Tickets
    welche Fristen laufen heute ab
    wie viele Tickets
    wie viele offene Tickets
    wie viele Tickets sind heute offen
  `),
} as const;
