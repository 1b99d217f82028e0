import type { CalendarProblem } from './domain/service-calendar/calendar-problem';

/** The German sentence for a problem of a calendar: the field, what is wrong and what is expected. */
export function describeCalendarProblem(problem: CalendarProblem): string {
  const field = problem.path === '' ? 'Kalender' : problem.path;
  return `${field}: ${sentence(problem)} Gefunden: ${problem.found === 'nothing' ? 'nichts' : problem.found}.`;
}

function sentence({ code, detail = '' }: CalendarProblem): string {
  switch (code) {
    case 'notAnObject':
      return 'Erwartet werden benannte Angaben.';
    case 'notAList':
      return 'Erwartet wird eine Liste.';
    case 'unknownZone':
      return 'Unbekannte Zeitzone; erwartet wird ein IANA-Name wie „Europe/Berlin“.';
    case 'unknownWeekday':
      return 'Unbekannter Wochentag; erwartet wird 1 (Montag) bis 7 (Sonntag).';
    case 'invalidWindow':
      return 'Erwartet wird ein Zeitfenster mit Beginn und Ende, etwa 08:30 und 17:00.';
    case 'invalidTime':
      return 'Keine Uhrzeit; erwartet wird HH:MM oder HH:MM:SS von 00:00 bis 24:00 (24:00 nur als Ende).';
    case 'endNotAfterStart':
      return `Das Zeitfenster muss nach seinem Beginn ${detail} enden; eines über Mitternacht bitte als zwei eintragen, das erste bis 24:00.`;
    case 'overlap':
      return `Das Zeitfenster überschneidet sich mit ${detail}; erwartet werden Zeitfenster ohne gemeinsame Zeiten.`;
    case 'unknownRegion':
      return `Unbekannte Feiertagsregion; erwartet wird eine von ${detail}.`;
    case 'invalidDate':
      return 'Kein Datum; erwartet wird JJJJ-MM-TT.';
    case 'yearOutOfRange':
      return 'Das Jahr liegt außerhalb des Bereichs; erwartet wird 1970 bis 2199.';
    case 'dateTwice':
      return 'Das Datum ist doppelt angegeben; erwartet wird es einmal.';
    case 'openAndClosed':
      return 'Das Datum ist zugleich zusätzlicher Servicetag und geschlossener Tag; erwartet wird nur eines von beiden.';
    default:
      return code satisfies never;
  }
}
