/** What can be wrong with a calendar definition. */
export type CalendarProblemCode =
  | 'notAnObject'
  | 'notAList'
  | 'unknownZone'
  | 'unknownWeekday'
  | 'invalidWindow'
  | 'invalidTime'
  | 'endNotAfterStart'
  | 'overlap'
  | 'unknownRegion'
  | 'invalidDate'
  | 'yearOutOfRange'
  | 'dateTwice'
  | 'openAndClosed';

export interface CalendarProblem {
  /** the field within the definition, such as 'hours.5[0].to' */
  readonly path: string;
  readonly code: CalendarProblemCode;
  /** the value found, as JSON and shortened */
  readonly found: string;
  /** an English sentence saying what was found and what is expected */
  readonly message: string;
  /** the window, date or list that the sentence is about, where the code alone does not say */
  readonly detail?: string;
}

/** The problem with one field; the sentence is built from its code. */
export function calendarProblem(
  path: string,
  code: CalendarProblemCode,
  value: unknown,
  detail?: string,
): CalendarProblem {
  const found = shorten(value);
  const message = `${sentence(code, detail)}, found ${found}`;
  return detail === undefined ? { path, code, found, message } : { path, code, found, message, detail };
}

function sentence(code: CalendarProblemCode, detail: string | undefined): string {
  switch (code) {
    case 'notAnObject':
      return 'expected an object';
    case 'notAList':
      return 'expected a list';
    case 'unknownZone':
      return 'unknown time zone, expected an IANA name such as "Europe/Berlin"';
    case 'unknownWeekday':
      return 'unknown weekday, expected "1" (Monday) to "7" (Sunday)';
    case 'invalidWindow':
      return 'expected a window with its beginning and end, such as "08:30" and "17:00"';
    case 'invalidTime':
      return 'not a time of day, expected "HH:MM" or "HH:MM:SS" from "00:00" to "24:00" ("24:00" only as an end)';
    case 'endNotAfterStart':
      return `the window must end after it begins at ${detail ?? ''}; write one across midnight as two, the first up to "24:00"`;
    case 'overlap':
      return `the window overlaps ${detail ?? 'another one'}, expected windows without common times`;
    case 'unknownRegion':
      return `unknown holiday region, expected one of ${detail ?? ''}`;
    case 'invalidDate':
      return 'not a date, expected "YYYY-MM-DD"';
    case 'yearOutOfRange':
      return 'the year is out of range, expected 1970 to 2199';
    case 'dateTwice':
      return 'the date is given twice, expected it once';
    case 'openAndClosed':
      return 'the date is both an open and a closed day, expected only one of them';
    default:
      return code satisfies never;
  }
}

const maxTypedLength = 60;

function shorten(value: unknown): string {
  const text = value === undefined ? 'nothing' : JSON.stringify(value);
  return text.length > maxTypedLength ? `${text.slice(0, maxTypedLength)}…` : text;
}
