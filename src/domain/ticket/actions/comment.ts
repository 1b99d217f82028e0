import { defined } from '../../../defined';
import { peopleInCharge, placesReading, reaches, roleOfPlace } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  askAgain,
  type ActionDecision,
  type DecisionContext,
  events,
  optionalOperatorsWord,
  stamp,
} from '../deciding';
import type { EventOf } from '../event-base';
import { flag, text } from '../event-fields';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface Comment extends CommandBase {
  readonly type: 'comment';
  readonly text: string;
  readonly internal: boolean;
}

const added = { text, internal: flag };
export type CommentAdded = EventOf<'commentAdded', typeof added>;

/** "Kommentieren", also internal: not for operators (process 3). */
export const comment = {
  rows: [
    {
      from: openStates,
      to: 'same',
      roles: ['operator', 'dispatcher', 'maintainer', 'platformMaintainer'],
      onOperatorsWord: true,
    },
  ],
  repeatable: true,
  saidAfter: ({ receivedAt }) => receivedAt,
  decide,
  events: {
    commentAdded: {
      fields: added,
      audience,
      evolve: ({ comments }, { text: said, internal, by, role, at, onBehalf }: CommentAdded) => ({
        comments: [...comments, { text: said, internal, by, role, at, ...defined({ onBehalf }) }],
      }),
      mentions: {
        reason: 'commentAdded',
        // The places that may see it, except the author's own.
        whom: (event: CommentAdded, before) =>
          placesReading(before)
            .filter((place) => roleOfPlace(place) !== event.role && reaches(audience(event), place))
            .map((place) => ({ place, people: peopleInCharge(place, before), except: event.by })),
      },
    },
  },
} as const satisfies ActionShape;

function audience({ internal }: CommentAdded) {
  return internal ? 'internal' : 'everybody';
}

/** What an operator, or a dispatcher on their word, says is never internal (process 3). */
function decide(command: Comment, _ticket: Ticket, context: DecisionContext): ActionDecision<CommentAdded> {
  const word = optionalOperatorsWord(command, context);
  if (word.kind === 'refusal') return word;
  const { text: said, internal } = command;
  const operatorSpeaks = context.actor.role === 'operator' || word.onBehalf !== undefined;
  if (internal && operatorSpeaks) return askAgain({ code: 'internalNotForOperators' });
  return events([{ ...stamp(command, context), type: 'commentAdded', text: said, internal }]);
}
