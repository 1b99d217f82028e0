import { deadlineUsage, expectedTexts, helpText, standardCalendarName } from '../texts/cli.de';
import { accessSync, constants, statSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { loadOrganisation } from '../adapters/organisation/load-organisation';
import { OrganisationFileError } from '../adapters/organisation/organisation-file-error';
import type { CalendarTimeline } from '../domain/reaction/calendar-timeline';
import { createServiceCalendar } from '../domain/service-calendar/service-calendar';
import { standardCalendar } from '../domain/service-calendar/standard-calendar';
import { argumentErrorText } from './argument-error';
import { deadlineReport } from './deadline-report';
import { FieldError } from './field-error';

/** `npm run -s deadline`: prints a reaction deadline and how it was counted, so that anybody can recompute it (process 2.10). */
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
    if (values.help === true) return console.log(deadlineUsage);
    const timeline = values.organisation === undefined ? standardTimeline() : timelineOf(values.organisation);
    console.log(deadlineReport({ faultClass: values.class, received: values.received }, timeline));
  } catch (error) {
    process.exitCode = 1;
    if (error instanceof FieldError) console.error(`${error.message}\n${helpText('deadline')}`);
    else if (error instanceof OrganisationFileError) console.error(`--organisation: ${error.message}`);
    else {
      const wrong = argumentErrorText(error);
      if (wrong === undefined) throw error;
      console.error(`${wrong}\n\n${deadlineUsage}`);
    }
  }
}

function standardTimeline(): CalendarTimeline {
  return [
    { id: standardCalendarName, validFrom: '1970-01-01', calendar: createServiceCalendar(standardCalendar) },
  ];
}

/** The calendars of an organisation file. Throws FieldError, in German, if there is no file to read. */
function timelineOf(file: string): CalendarTimeline {
  try {
    accessSync(file, constants.R_OK);
    if (statSync(file).isFile()) return loadOrganisation(file).calendars;
  } catch (error) {
    if (error instanceof OrganisationFileError) throw error;
  }
  throw new FieldError('--organisation', expectedTexts.file(file));
}

main();
