import type { Instant } from '../instant';
import type { ServiceCalendar } from '../service-calendar/service-calendar';

/** Percentages of the service time at which the dispatcher is warned (process 2, Warnings); 100 is the breach. */
export const defaultThresholdPercents: readonly number[] = [50, 75, 100];

export interface Threshold {
  readonly percent: number;
  readonly dueAt: Instant;
}

/**
 * When each percentage of the service time between the start of a cycle and its deadline is used up, ascending (process
 * 2, Warnings): inside service time or at the instant it closes. 100 % is due 1 ms after the deadline, because only
 * then is it a breach (process 2.4). Throws RangeError for a percentage outside (0, 100].
 */
export function thresholds(
  start: Instant,
  deadline: Instant,
  calendar: ServiceCalendar,
  percents: readonly number[] = defaultThresholdPercents,
): Threshold[] {
  const total = calendar.between(start, deadline);
  return [...percents]
    .sort((one, other) => one - other)
    .map((percent) => {
      if (!(percent > 0 && percent <= 100))
        throw new RangeError('a threshold is more than 0 and at most 100 per cent');
      if (percent === 100) return { percent, dueAt: deadline + 1 };
      return { percent, dueAt: calendar.add(start, (total * percent) / 100) };
    });
}
