import { words } from './word-lists';

/** What stands for a state in a list. */
export const stateWords = {
  requested: words('angefragt angefragte angefragten requested'),
  accepted: words('akzeptiert akzeptierte akzeptierten angenommen angenommene angenommenen accepted'),
  returned: words('zurückgewiesen zurückgewiesene zurückgewiesenen returned'),
  inProgress: words('bearbeitung arbeit progress'),
  fixed: words('bearbeitet bearbeitete bearbeiteten fixed'),
  inTest: words('test testphase testing abnahme prüfung'),
} as const;

export const classWords = words('klasse klassen fehlerklasse kl class fk prio priorität priority');
export const classNumbers: Readonly<Record<string, 1 | 2 | 3 | 4>> = {
  ...{ '1': 1, eins: 1, one: 1, i: 1 },
  ...{ '2': 2, zwei: 2, two: 2, ii: 2 },
  ...{ '3': 3, drei: 3, three: 3, iii: 3 },
  ...{ '4': 4, vier: 4, four: 4, iv: 4 },
};

/** Part of a module's name, but of too many other things as well. */
export const noModule = words(`
  störung störungen kontakt kontakte betrieb betriebs planung information tool informationen
  informationstool geplante geplant geplanten geplanter geplantes daten stellung stellungen stelle stellen
  stellt buch bereitschaft bereitschaften dienst
`);

/** In front of a ticket's number. */
export const ticketWords = words('ticket tiket tickets vorgang meldung störung case');
export const numberWords = words('nr nummer no number');
