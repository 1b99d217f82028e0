import type { Ticket, TicketNumber } from './ticket';

/** Why a ticket cannot be declined as a duplicate of another one (process 3); the codes are those of the refusals. */
export type DuplicateProblem = 'duplicateInCircle' | 'duplicateEnded';

/**
 * Follows the other ticket to the one it is itself a duplicate of, and so on. That must lead neither back nor to a
 * report that ended without a repair: otherwise nobody would work on the fault any more.
 */
export function duplicateProblem(
  number: TicketNumber,
  other: Ticket,
  known: readonly Ticket[],
): DuplicateProblem | undefined {
  const seen = new Set<TicketNumber>();
  let original: Ticket | undefined = other;
  while (original !== undefined) {
    if (seen.has(original.number)) return 'duplicateEnded';
    seen.add(original.number);
    const next: TicketNumber | undefined = original.decline?.duplicateOf;
    if (next === undefined) return endedWithoutRepair(original) ? 'duplicateEnded' : undefined;
    if (next === number) return 'duplicateInCircle';
    original = known.find((each) => each.number === next);
  }
  return 'duplicateEnded';
}

function endedWithoutRepair({ state, resolution }: Ticket): boolean {
  return state === 'declined' || (state === 'closed' && resolution !== 'fixed');
}
