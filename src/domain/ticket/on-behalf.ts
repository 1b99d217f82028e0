import type { Instant } from '../instant';
import { checkReceipt } from '../reaction/receipt';
import type { TicketCommand } from './commands';
import type { Decision, DecisionContext } from './decide';
import type { OnBehalf } from './ticket';

/**
 * On whose word an operator's action is done: the operator's own where an operator acts, else what the
 * dispatcher entered (process 3), which is checked like the receipt of a report (process 2.1).
 * `notBefore` is the instant that must have passed before it can have been said.
 */
export function onBehalfOf(
  command: TicketCommand,
  { actor, now }: DecisionContext,
  notBefore?: Instant,
): { readonly kind: 'word'; readonly onBehalf?: OnBehalf } | Extract<Decision, { kind: 'refusal' }> {
  if (actor.role !== 'dispatcher') return { kind: 'word' };
  const { onBehalf } = command;
  if (onBehalf === undefined) return { kind: 'refusal', refusal: { code: 'onBehalfMissing' } };
  const problem = checkReceipt(onBehalf.at, now);
  if (problem === 'inFuture') return { kind: 'refusal', refusal: { code: 'receiptInFuture' } };
  if (problem === 'tooOld') return { kind: 'refusal', refusal: { code: 'receiptTooOld' } };
  if (notBefore !== undefined && onBehalf.at < notBefore) {
    return { kind: 'refusal', refusal: { code: 'saidTooEarly', earliest: notBefore } };
  }
  return { kind: 'word', onBehalf };
}

/** As `onBehalfOf`, for what a dispatcher also does in their own right: no word is given then. */
export function wordIfGiven(
  command: TicketCommand,
  context: DecisionContext,
  notBefore?: Instant,
): ReturnType<typeof onBehalfOf> {
  return command.onBehalf === undefined ? { kind: 'word' } : onBehalfOf(command, context, notBefore);
}
