import type { Instant } from '../domain/instant';
import { calendarAt } from '../domain/reaction/calendar-timeline';
import { lanesOf } from './messages/lane';
import type { DeliveryStore } from './ports/delivery-store';
import type { Directory } from './ports/directory';

export interface RetryGivenUpDeps {
  readonly deliveries: DeliveryStore;
  readonly directory: Directory;
  /** Called after something has become due again. */
  readonly effectsWaiting: () => void;
}

/** Looks from time to time whether what was given up is taken now: Teams does not always tell that the reason has ended. */
export interface GivenUpRetry {
  /** Cheap when it is not yet time to look again. */
  run(now: Instant): Promise<void>;
}

const interval = 60 * 60_000;

/**
 * At the start, every hour and when service time begins: one message of each place that refused, and all the others of the
 * place once that one is taken (delivery-outcomes); what had no way to its readers and has one now.
 */
export function createGivenUpRetry({
  deliveries,
  directory,
  effectsWaiting,
}: RetryGivenUpDeps): GivenUpRetry {
  let last: Instant | undefined;

  function isTime(now: Instant): boolean {
    if (last === undefined || now < last || now - last >= interval) return true;
    const opening = calendarAt(directory.installation().calendars, last).calendar.nextOpening(last);
    return opening !== undefined && opening > last && opening <= now;
  }

  return {
    async run(now) {
      if (!isTime(now)) return;
      const installation = directory.installation();
      const { unsent } = deliveries;
      // Another version may say otherwise what this one is refused for.
      let count = last === undefined ? await unsent.retryRefusedContents() : 0;
      count += await unsent.retryUnreachable((place) => lanesOf(installation, place).length > 0);
      count += await unsent.retryOldestRefused(now);
      last = now;
      if (count > 0) effectsWaiting();
    },
  };
}
