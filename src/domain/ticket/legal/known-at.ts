import type { Instant } from '../../instant';
import { maxReceiptAgeDays } from '../../reaction/receipt';
import { askAgain, type Refused } from '../deciding';

/** The earliest that an operator can have known, or reported to the authority: as long before the receipt as a receipt can be entered late. */
export function earliestKnownAt(receivedAt: Instant): Instant {
  return receivedAt - maxReceiptAgeDays * 86_400_000;
}

/** Why an instant of before now cannot be taken; undefined if it can. */
export function pastProblem(
  at: Instant,
  receivedAt: Instant,
  now: Instant,
): 'inFuture' | 'tooEarly' | undefined {
  if (at > now) return 'inFuture';
  return at < earliestKnownAt(receivedAt) ? 'tooEarly' : undefined;
}

/** When the operator became aware (process 10), refused in the future and long before the receipt. */
export function checkedKnownAt(
  knownAt: Instant,
  receivedAt: Instant,
  now: Instant,
): { readonly kind: 'known'; readonly knownAt: Instant } | Refused {
  switch (pastProblem(knownAt, receivedAt, now)) {
    case 'inFuture':
      return askAgain({ code: 'knownInFuture' });
    case 'tooEarly':
      return askAgain({ code: 'knownTooEarly', earliest: earliestKnownAt(receivedAt) });
    case undefined:
      return { kind: 'known', knownAt };
  }
}
