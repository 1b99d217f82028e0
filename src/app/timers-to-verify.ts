import type { Clock } from './ports/clock';
import type { Directory } from './ports/directory';
import type { SettingStore } from './ports/setting-store';
import { retryAfter } from './check-deadlines';
import { areArmedBy } from './rearm-timers';
import type { TimersToVerify } from './verify/verify';

/** By the calendars and percentages of this process, as long as the bot has armed its timers by the same ones. */
export function timersToVerify({
  settings,
  directory,
  warningPercents,
  clock,
}: {
  readonly settings: Pick<SettingStore, 'read'>;
  readonly directory: Directory;
  readonly warningPercents: readonly number[];
  readonly clock: Clock;
}): TimersToVerify {
  const timerSettings = { calendars: directory.installation().calendars, warningPercents };
  return {
    settings: timerSettings,
    now: () => clock.now(),
    putOffFor: retryAfter,
    areArmed: () => areArmedBy(settings, timerSettings),
  };
}
