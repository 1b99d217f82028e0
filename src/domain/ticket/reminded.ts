import type { EventShape } from './action';
import type { TimeEventOf } from './event-base';
import { instant, number, word } from './event-fields';
import { reminderKinds, timers } from './timers';

const fields = { timer: word(reminderKinds), step: number, since: instant, dueAt: instant };

/** Something has waited as long as the table of timers allows. */
export type Reminded = TimeEventOf<'reminded', typeof fields>;

export const reminded = {
  fields,
  audience: ({ timer }: Reminded) => timers[timer].shownTo ?? 'dispatch',
  follows: true,
  evolve: (ticket, { timer, step, since }: Reminded) => ({
    firedTimers: [...ticket.firedTimers, { timer, step, since }],
  }),
} as const satisfies EventShape;
