import { parseArgs } from 'node:util';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import type { CalendarTimeline } from '../domain/reaction/calendar-timeline';
import { createServiceCalendar } from '../domain/service-calendar/service-calendar';
import { standardCalendar } from '../domain/service-calendar/standard-calendar';
import { deadlineReport } from './deadline-report';
import { FieldError } from './field-error';

const usage = `Aufruf: npm run -s deadline -- --class KLASSE --received EINGANG [--organisation DATEI]

  --class         Fehlerklasse 1, 2, 3 oder 4
  --received      Eingang der Meldung in der Zeitzone des Kalenders, etwa 2026-06-11T16:00
  --organisation  Organisationsdatei mit den Servicekalendern; ohne sie gilt der Standardkalender
                  (Mo-Do 08:30-17:00, Fr 08:30-14:00, Europe/Berlin, bundesweite Feiertage)`;

/** `npm run -s deadline`: tells a reaction deadline and how it was counted, so that anybody can recompute it (process 2.10). */
function main(): void {
  try {
    const { values } = parseArgs({
      options: {
        class: { type: 'string' },
        received: { type: 'string' },
        organisation: { type: 'string' },
        help: { type: 'boolean' },
      },
    });
    if (values.help === true) return console.log(usage);
    const timeline =
      values.organisation === undefined
        ? standardTimeline()
        : loadOrganisation(values.organisation).calendars;
    console.log(deadlineReport({ faultClass: values.class, received: values.received }, timeline));
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof FieldError) console.error(`${error.message}\nHilfe: npm run -s deadline -- --help`);
    else if (error instanceof OrganisationFileError) console.error(`--organisation: ${error.message}`);
    else if (isArgumentError(error)) console.error(usage);
    else throw error;
  }
}

function standardTimeline(): CalendarTimeline {
  return [
    { id: 'Standardkalender', validFrom: '1970-01-01', calendar: createServiceCalendar(standardCalendar) },
  ];
}

function isArgumentError(error: unknown): boolean {
  return error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

main();
