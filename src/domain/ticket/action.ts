import type { Instant } from '../instant';
import type { Installation, OrganisationId, Role } from '../organisation/installation';
import type { ActionContext, ActionDecision } from './deciding';
import type { Place } from '../organisation/place';
import type { Audience } from './audience';
import type { EventFields } from './event-fields';
import type { OwnRefusal } from './refusals';
import type { Addressee } from './access';
import type { Change } from './change';
import type { Ticket, TicketNumber } from './ticket';
import type { TicketState } from './ticket-state';

/** One row of the table of process 3. Where an action leads depends on its states, so each pair is a row. */
export interface Row {
  /** Empty for the row that opens a ticket. */
  readonly from: readonly TicketState[];
  readonly to: TicketState | 'same';
  /** The roles that may do it; a dispatcher may do an operator's action on the operator's word. */
  readonly roles: readonly Role[];
  /** Narrows `from`: only with, or only without, an assignment. */
  readonly assigned?: boolean;
  /** The operator's right, which a dispatcher may exercise on the operator's word (process 3). */
  readonly onOperatorsWord?: boolean;
  /** Only while the reaction cycle runs: there is one reaction per cycle (process 2.2). */
  readonly whileReactionPending?: boolean;
}

/** What an action needs in addition to the state before it is offered; otherwise its own refusal says what is missing. */
export interface Offer {
  /** Its name in the printed table. */
  readonly when: string;
  /** `readable` are the other tickets that the reader of the card may read. */
  holds(ticket: Ticket, role: Role, readable: ReadonlySet<TicketNumber>): boolean;
}

/** What can hold of a ticket. */
export interface Condition {
  /** Its name in the printed table. */
  readonly when: string;
  holds(ticket: Ticket): boolean;
}

/** What an event adds to another ticket's history, in the name of the person who caused it. */
export interface Echo<Event = unknown> {
  readonly ticket: TicketNumber;
  readonly event: Event;
}

/** What is known about an event, whichever action it belongs to. */
export interface EventShape {
  readonly fields: EventFields;
  /** Whom it concerns. */
  audience(event: never): Audience;
  /** A mere consequence of another event: nobody did it, and it is not a trace of the action. */
  readonly follows?: true;
  /** A reaction cycle starts with it (process 2.3). */
  readonly startsCycle?: true;
  /** What it changes. */
  evolve(ticket: Ticket, event: never): Change;
  /** The other tickets it mentions: their numbers are only for people who may read those too (process 3). */
  others?(event: never): readonly TicketNumber[];
  /** Is about nothing else, so people who may not read them are not shown it at all. */
  readonly onlyOfOthers?: true;
  /** What it means for another ticket, recorded in that one's history too. */
  echo?(event: never, ticket: Ticket): Echo | undefined;
  /** Whether an echo comes too late for this ticket, where something newer has been done in the meantime. */
  overtaken?(event: never, ticket: Ticket): boolean;
  /** Who is mentioned because of it, and why; `before` is the ticket before the change, or as the report has opened it. */
  readonly mentions?: MentionShape | readonly MentionShape[];
}

interface MentionShape {
  readonly reason: string;
  /** Said once per reaction cycle, and only to call somebody: not where nobody is left to be mentioned. */
  readonly once?: true;
  /** Not said where this was said in the same reaction cycle. */
  readonly unlessSaid?: string;
  whom(event: never, before: Ticket): readonly Addressee[];
  /** Whether there is still something to say in the place, to the ticket as it stands; always, if what happened stays a fact. */
  holds?(event: never, ticket: Ticket, installation: Installation, place: Place): boolean;
}

/** Everything the domain knows about an action; each file of this family satisfies it, and the registry lists them all. */
export interface ActionShape {
  readonly rows: readonly Row[];
  /** Asks for nothing: the button acts at once. */
  readonly atOnce?: true;
  /** Asks for nothing on such a ticket: there the button acts at once, elsewhere it opens the form. */
  readonly atOnceWhen?: Condition;
  /** Cannot be taken back: its form shows a summary before it is sent (process 3). */
  readonly final?: true;
  /** Several people may each do it from the same card: what others have done since makes it neither done nor outdated. */
  readonly repeatable?: true;
  /** When a card offers it. */
  readonly offer?: Offer;
  /** The operators who may do it, where that is not the reporting one; nobody else is told who they are. */
  operators?(ticket: Ticket): readonly OrganisationId[];
  /** Why it cannot be done now: asked before somebody types, with as much as they have sent, and with the whole command. */
  guard?(ticket: Ticket, context: ActionContext, command?: never): OwnRefusal | undefined;
  /** What an operator's word about it cannot be older than (process 3). */
  saidAfter?(ticket: Ticket): Instant | undefined;
  /** The other ticket that a command is about. */
  refersTo?(command: never): TicketNumber | undefined;
  /** The events of a command that has passed rights, state and guard, or why it changes nothing. */
  decide(command: never, ticket: Ticket, context: ActionContext): ActionDecision;
  readonly events: Readonly<Record<string, EventShape>>;
}
