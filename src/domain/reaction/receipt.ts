import type { Instant } from '../instant';

export const maxReceiptAgeDays = 30;

/** Why a receipt time is refused (process 2.1): after now, or more than 30 days (of 24 hours) ago. Undefined when it is accepted. */
export function checkReceipt(receivedAt: Instant, now: Instant): 'inFuture' | 'tooOld' | undefined {
  if (receivedAt > now) return 'inFuture';
  return now - receivedAt > maxReceiptAgeDays * 86_400_000 ? 'tooOld' : undefined;
}
