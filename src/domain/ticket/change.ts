import type { Ticket } from './ticket';

type OptionalKey = {
  [Key in keyof Ticket]-?: undefined extends Pick<Ticket, Key>[Key]
    ? object extends Pick<Ticket, Key>
      ? Key
      : never
    : never;
}[keyof Ticket];

/** What an event changes; a key set to undefined is removed. */
export type Change = {
  readonly [Key in Exclude<keyof Ticket, OptionalKey>]?: Ticket[Key];
} & {
  readonly [Key in OptionalKey]?: Ticket[Key] | undefined;
};

/** The change also ends the assignment (process 3), and with it any work begun without a plan. */
export function unassigned(change: Change): Change {
  return { ...change, assignment: undefined, immediateStart: undefined };
}
