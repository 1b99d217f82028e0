import { mayRead } from '../access';
import type { ActionShape, Echo } from '../action';
import type { Change } from '../change';
import type { CommandBase } from '../command-base';
import {
  type ActionDecision,
  alreadyDone,
  askAgain,
  type DecisionContext,
  events,
  refuse,
  stamp,
} from '../deciding';
import type { EventOf } from '../event-base';
import { flag, optional, ticketNumber, word } from '../event-fields';
import { linkKinds, type Ticket, type TicketLink, type TicketNumber } from '../ticket';
import { openStates } from '../ticket-state';

/** The kinds a person can choose; the reverse of 'followUpOf' is recorded at the other ticket. */
export const chosenLinkKinds = ['related', 'followUpOf'] as const;

export interface LinkTicket extends CommandBase {
  readonly type: 'linkTicket';
  readonly other: TicketNumber;
  readonly kind: (typeof chosenLinkKinds)[number];
}

export interface UnlinkTicket extends CommandBase {
  readonly type: 'unlinkTicket';
  readonly other: TicketNumber;
}

const about = {
  other: ticketNumber,
  /** Both tickets belong to one operator, who may know of the link. */
  shared: flag,
  /** True when it was done on the other ticket. */
  echoed: optional(flag),
};
const linked = { ...about, kind: word(linkKinds) };
export type TicketLinked = EventOf<'ticketLinked', typeof linked>;
export type TicketUnlinked = EventOf<'ticketUnlinked', typeof about>;

const rows = [{ from: openStates, to: 'same', roles: ['dispatcher', 'maintainer'] }] as const;

const ofBoth = {
  others: ({ other }: { readonly other: TicketNumber }) => [other],
  onlyOfOthers: true,
  audience: ({ shared }: { readonly shared: boolean }) => (shared ? 'everybody' : 'internal'),
} as const;

/** "Ticket verknüpfen": links any open ticket to one the person may read (process 3); linking again changes the kind. */
export const linkTicket = {
  rows,
  repeatable: true,
  refersTo: ({ other }: LinkTicket) => other,
  decide: link,
  events: {
    ticketLinked: {
      ...ofBoth,
      fields: linked,
      evolve: (ticket: Ticket, { other: number, kind, by, at }: TicketLinked): Change => ({
        links: [...linksBut(number, ticket), { number, kind, by, at }],
      }),
      echo: (event: TicketLinked, ticket: Ticket) =>
        mirrored(event, { ...event, other: ticket.number, kind: opposite[event.kind], echoed: true }),
    },
  },
} as const satisfies ActionShape;

/** "Verknüpfung lösen": removes the link from both tickets, whichever it was made on. */
export const unlinkTicket = {
  rows,
  repeatable: true,
  offer: { when: 'linked', holds: ({ links = [] }) => links.length > 0 },
  refersTo: ({ other }: UnlinkTicket) => other,
  decide: unlink,
  events: {
    ticketUnlinked: {
      ...ofBoth,
      fields: about,
      evolve: (ticket: Ticket, { other }: TicketUnlinked): Change => ({ links: linksBut(other, ticket) }),
      echo: (event: TicketUnlinked, ticket: Ticket) =>
        mirrored(event, { ...event, other: ticket.number, echoed: true }),
    },
  },
} as const satisfies ActionShape;

const opposite = { related: 'related', followUpOf: 'followedUpBy', followedUpBy: 'followUpOf' } as const;

/** An echo is not echoed back. */
function mirrored<Event>(
  { other, echoed }: { readonly other: TicketNumber; readonly echoed?: boolean },
  event: Event,
): Echo<Event> | undefined {
  return echoed === true ? undefined : { ticket: other, event };
}

function linksBut(other: TicketNumber, { links = [] }: Ticket): readonly TicketLink[] {
  return links.filter(({ number }) => number !== other);
}

function link(command: LinkTicket, ticket: Ticket, context: DecisionContext): ActionDecision<TicketLinked> {
  const { other, kind } = command;
  if (other === ticket.number) return askAgain({ code: 'ofItself' });
  const present = ticket.links?.find(({ number }) => number === other);
  const shared = sharedWith(ticket, context);
  if (shared === undefined) return askAgain({ code: 'unknownTicket' });
  if (present?.kind === kind) return refuse(alreadyDone(ticket, present));
  return events([{ ...stamp(command, context), type: 'ticketLinked', other, kind, shared }]);
}

function unlink(
  command: UnlinkTicket,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<TicketUnlinked> {
  const { other } = command;
  const shared = sharedWith(ticket, context);
  if (shared === undefined) return askAgain({ code: 'unknownTicket' });
  if (ticket.links?.some(({ number }) => number === other) !== true) {
    const { by, at } = ticket.done['unlinkTicket'] ?? {};
    return by === undefined || at === undefined
      ? askAgain({ code: 'unknownTicket' })
      : refuse(alreadyDone(ticket, { by, at }));
  }
  return events([{ ...stamp(command, context), type: 'ticketUnlinked', other, shared }]);
}

/** Whether both belong to one operator; undefined if the other does not exist or the person may not read it. */
function sharedWith(
  ticket: Ticket,
  { referenced, actor, installation }: DecisionContext,
): boolean | undefined {
  if (referenced === undefined || !mayRead(installation, { person: actor.person }, referenced))
    return undefined;
  return referenced.operator === ticket.operator;
}
