/** The eight states, in the order of process 3. */
export const ticketStates = [
  'requested',
  'accepted',
  'declined',
  'returned',
  'inProgress',
  'fixed',
  'inTest',
  'closed',
] as const;
export type TicketState = (typeof ticketStates)[number];

export const endStates: readonly TicketState[] = ['declined', 'closed'];

export const openStates = ticketStates.filter((state) => !endStates.includes(state));

/** True until a ticket reaches an end state; there is no reopening (process 3). */
export function isOpen({ state }: { readonly state: TicketState }): boolean {
  return !endStates.includes(state);
}
