import { defined } from '../../../defined';
import type { ActionShape, Echo } from '../action';
import type { Change } from '../change';
import type { CommandBase } from '../command-base';
import {
  type ActionDecision,
  alreadyDone,
  askAgain,
  type DecisionContext,
  events,
  readableOther,
  refuse,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { flag, number, optional, ticketNumber, word } from '../event-fields';
import {
  linkKinds,
  linksOf,
  readableLinks,
  type Ticket,
  type TicketLink,
  type TicketNumber,
} from '../ticket';
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
  /** How often the link between the two has been changed, this time included; absent means 0. */
  revision: optional(number),
  /** True when it was done on the other ticket. */
  echoed: optional(flag),
};
const linked = { ...about, kind: word(linkKinds) };
export type TicketLinked = EventOf<'ticketLinked', typeof linked>;
export type TicketUnlinked = EventOf<'ticketUnlinked', typeof about>;

const rows = [{ from: openStates, to: 'same', roles: ['dispatcher', 'maintainer'] }] as const;

/** What is common to the events of both actions: each is a change of a link that both tickets have. */
const ofBoth = {
  others: ({ other }: { readonly other: TicketNumber }) => [other],
  onlyOfOthers: true,
  audience: ({ shared }: { readonly shared: boolean }) => (shared ? 'everybody' : 'internal'),
  overtaken,
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
      evolve: (ticket: Ticket, { other: number, kind, by, at, revision }: TicketLinked): Change =>
        withLink(ticket, { number, kind, by, at, ...defined({ revision }) }),
      echo: (event: TicketLinked, ticket: Ticket) =>
        mirrored(event, { ...event, other: ticket.number, kind: opposite[event.kind], echoed: true }),
    },
  },
} as const satisfies ActionShape;

/** "Verknüpfung lösen": removes the link from both tickets, whichever it was made on. */
export const unlinkTicket = {
  rows,
  repeatable: true,
  offer: {
    when: 'linked',
    holds: (ticket, _role, readable) => readableLinks(linksOf(ticket), readable).length > 0,
  },
  refersTo: ({ other }: UnlinkTicket) => other,
  decide: unlink,
  events: {
    ticketUnlinked: {
      ...ofBoth,
      fields: about,
      evolve: (ticket: Ticket, { other, by, at, revision }: TicketUnlinked): Change => {
        const removed = linkTo(other, ticket);
        if (removed === undefined) return {};
        return withLink(ticket, { ...removed, by, at, ...defined({ revision }), removed: true });
      },
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

/**
 * Somebody has changed the link on this ticket before it heard of the change on the other. Both tickets come to the same
 * end: the change that knew of more changes holds, and of two that knew of equally many that on the lower number.
 */
function overtaken(
  { other, revision = 0, echoed }: Pick<TicketUnlinked, 'other' | 'revision' | 'echoed'>,
  ticket: Ticket,
): boolean {
  const { revision: present } = linkTo(other, ticket) ?? {};
  if (echoed !== true || present === undefined) return false;
  return revision === present ? ticket.number < other : revision < present;
}

/** In the order of their last change. */
function withLink({ links = [], version }: Ticket, changed: TicketLink): Change {
  const others = links.filter(({ number }) => number !== changed.number);
  return { links: [...others, { ...changed, version: version + 1 }] };
}

/** The link to the ticket, removed or in effect. */
function linkTo(other: TicketNumber, { links }: Ticket): TicketLink | undefined {
  return links?.find(({ number }) => number === other);
}

function link(command: LinkTicket, ticket: Ticket, context: DecisionContext): ActionDecision<TicketLinked> {
  const { other, kind } = command;
  if (other === ticket.number) return askAgain({ code: 'ofItself' });
  const linkedTo = readableOther(context, other);
  if (linkedTo === undefined) return askAgain({ code: 'unknownTicket' });
  if (linkedTo.trial !== ticket.trial) return askAgain({ code: 'trialAndReal' });
  const present = linkTo(other, ticket);
  if (present !== undefined && present.removed !== true) {
    const isDone = present.kind === kind || isNewsTo(command, context, present);
    if (isDone) return refuse(alreadyDone(ticket, present));
  }
  const shared = isShared(ticket, linkedTo);
  const revision = revisionAfter(present);
  return events([{ ...stamp(command, context), type: 'ticketLinked', other, kind, shared, revision }]);
}

function unlink(
  command: UnlinkTicket,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<TicketUnlinked> {
  const { other } = command;
  const linkedTo = readableOther(context, other);
  const present = linkTo(other, ticket);
  if (linkedTo === undefined || present === undefined) return askAgain({ code: 'unknownTicket' });
  if (present.removed === true) return refuse(alreadyDone(ticket, present));
  if (isNewsTo(command, context, present)) {
    const { by, at } = present;
    const changes = [{ what: 'link', now: other, by, at }] as const;
    return askAgain({ code: 'overtaken', changes, ...standing(ticket) });
  }
  const shared = isShared(ticket, linkedTo);
  const revision = revisionAfter(present);
  return events([{ ...stamp(command, context), type: 'ticketUnlinked', other, shared, revision }]);
}

/** Somebody else has changed the link since the person looked (process 3). */
function isNewsTo(
  { seenVersion }: CommandBase,
  { actor }: DecisionContext,
  { by, version = 0 }: TicketLink,
): boolean {
  return seenVersion !== undefined && version > seenVersion && by !== actor.person;
}

function revisionAfter({ revision = 0 }: Pick<TicketLink, 'revision'> = {}): number {
  return revision + 1;
}

function isShared({ operator }: Ticket, linkedTo: Ticket): boolean {
  return operator === linkedTo.operator;
}
