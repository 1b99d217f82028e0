import { type CalendarDay, dayOf, toIsoDate } from '../service-calendar/civil-date';
import { dayAfter } from './days';
import type { Contract } from './installation';

/** The longest notice period that a contract can have, in months. */
export const longestNotice = 60;

/** A notice period as it is typed, in whole months; undefined for anything else. */
export function parseNotice(text: string): number | undefined {
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return months >= 1 && months <= longestNotice ? months : undefined;
}

/**
 * The last day on which notice can be given that takes effect by the contract's last day: a period of months ends on the day of the
 * same number, or on the last of a month that has no such day (§ 188 BGB). Undefined where nothing is agreed.
 */
export function lastDayOfNotice({
  to,
  noticeMonths,
}: Pick<Contract, 'to' | 'noticeMonths'>): CalendarDay | undefined {
  if (to === undefined || noticeMonths === undefined) return undefined;
  const [year = NaN, month = NaN, day = NaN] = to.split('-').map(Number);
  const endsMonth = dayAfter(to)?.endsWith('-01') === true;
  const months = year * 12 + month - 1 - noticeMonths;
  const firstOf = (each: number) => dayOf(Math.floor(each / 12), (each % 12) + 1, 1) ?? NaN;
  const last = firstOf(months + 1) - 1;
  return toIsoDate(endsMonth ? last : Math.min(firstOf(months) + day - 1, last));
}
