import { DateTime } from 'luxon';
import { maxPause } from '../../../app/delivery-policy';
import type { Instant } from '../../../domain/instant';

/**
 * Retry-After in milliseconds, given in seconds or as a date (RFC 9110, 10.2.3): at once for a date that has passed, an
 * hour at most, undefined for what is neither.
 */
export function retryAfterOf(header: string | undefined, now: Instant): number | undefined {
  const text = header?.trim() ?? '';
  const wait = /^\d+(\.\d+)?$/.test(text) ? Number(text) * 1_000 : DateTime.fromHTTP(text).toMillis() - now;
  return Number.isNaN(wait) ? undefined : Math.min(Math.max(wait, 0), maxPause);
}
