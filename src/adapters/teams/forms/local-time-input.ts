import type { Instant } from '../../../domain/instant';
import { parseDate } from '../../../domain/service-calendar/civil-date';
import { instantToLocal, localToInstant } from '../../../domain/service-calendar/local-time';
import { fieldErrors } from '../../../texts/form-errors.de';
import type { FormContext } from './form-definition';

const minute = 60_000;

/** What a field for a day and one for a time of day hold. */
export interface LocalTimeInput {
  readonly date: string;
  /** 'HH:MM' */
  readonly time: string;
}

export type LocalTimeReading =
  | { readonly ok: true; readonly at: Instant }
  | { readonly ok: false; readonly wrong: keyof LocalTimeInput; readonly sentence: string };

/** Now, on the clock of the service calendar. */
export function localTimeNow(context: FormContext): LocalTimeInput {
  const { date, timeOfDay } = instantToLocal(context.view.now, zoneOf(context));
  const [hours, minutes] = [Math.floor(timeOfDay / 3_600_000), Math.floor(timeOfDay / minute) % 60];
  const pad = (value: number) => String(value).padStart(2, '0');
  return { date, time: `${pad(hours)}:${pad(minutes)}` };
}

/** A time that occurs twice means the first, one that does not exist is refused (process 2.7). */
export function readLocalTime(context: FormContext, { date, time }: LocalTimeInput): LocalTimeReading {
  const wrong = (field: keyof LocalTimeInput, sentence: string) =>
    ({ ok: false, wrong: field, sentence }) as const;
  if (parseDate(date) === undefined) return wrong('date', fieldErrors.notADate);
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) return wrong('time', fieldErrors.notATime);
  const at = localToInstant(`${date}T${time}`, zoneOf(context));
  return at === undefined ? wrong('time', fieldErrors.noSuchLocalTime) : { ok: true, at };
}

/** Times are entered on the clock that is in force now. */
function zoneOf({ view }: FormContext): string {
  return view.calendar(view.now).zone;
}
