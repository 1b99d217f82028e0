import type { Ticket } from './ticket';

type OptionalKey = {
  [Key in keyof Ticket]-?: undefined extends Pick<Ticket, Key>[Key]
    ? object extends Pick<Ticket, Key>
      ? Key
      : never
    : never;
}[keyof Ticket];

/** What an event changes; a key that is undefined is taken away. */
export type Change = {
  readonly [Key in Exclude<keyof Ticket, OptionalKey>]?: Ticket[Key];
} & {
  readonly [Key in OptionalKey]?: Ticket[Key] | undefined;
};

/** Assignment ends with it (process 3), and with the assignment what began under it without a plan. */
export function unassigned(change: Change): Change {
  return { ...change, assignment: undefined, immediateStart: undefined };
}
