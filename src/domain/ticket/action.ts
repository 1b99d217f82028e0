import type { Installation, OrganisationId, Role } from '../organisation/installation';
import type { ActionContext, ActionDecision } from './deciding';
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
  /** In whose role; an operator's action may be done by a dispatcher on the operator's word. */
  readonly roles: readonly Role[];
  /** Narrows `from`: only with, or only without, an assignment. */
  readonly assigned?: boolean;
  /** The operator's right, which a dispatcher may exercise on the operator's word (process 3). */
  readonly onOperatorsWord?: boolean;
  /** Only while the reaction cycle runs: the reaction happens once a cycle (process 2.2). */
  readonly whileReactionPending?: boolean;
}

/** What must hold, besides the state, for an action to be offered; otherwise its own refusal says what is missing. */
export interface Offer {
  /** As the printed table calls it. */
  readonly when: string;
  holds(ticket: Ticket, role: Role): boolean;
}

/** What another ticket's history records because of an event, in the name of whoever caused it. */
export interface Echo<Event = unknown> {
  readonly ticket: TicketNumber;
  readonly event: Event;
}

/** What there is to know of an event, whichever action it is of. */
export interface EventShape {
  readonly fields: EventFields;
  /** Whom it concerns; without it everybody. */
  audience?(event: never): Audience;
  /** Merely follows from another one: nobody did it, and it is no trace of its action. */
  readonly follows?: true;
  /** What it changes. */
  evolve(ticket: Ticket, event: never): Change;
  /** The other tickets it names: their numbers are shown only to somebody who may read those too (process 3). */
  others?(event: never): readonly TicketNumber[];
  /** It is about nothing else, so anybody who may not read them does not see it at all. */
  readonly onlyOfOthers?: true;
  /** What it means for another ticket, recorded in that ticket's history too. */
  echo?(event: never, ticket: Ticket): Echo | undefined;
  /** Who is mentioned because of it, and why; `before` is the ticket that it changed. */
  readonly mentions?: {
    readonly reason: string;
    whom(event: never, before: Ticket, installation: Installation): readonly Addressee[];
  };
}

/** All that the domain knows of an action; each file of this family satisfies it, and the registry holds them all. */
export interface ActionShape {
  readonly rows: readonly Row[];
  /** Asks for nothing: the button acts at once. */
  readonly atOnce?: true;
  /** Cannot be taken back: its form shows a summary before it is sent (process 3). */
  readonly final?: true;
  /** Several people may do it from the same card: what others did since makes it neither done nor outdated. */
  readonly repeatable?: true;
  /** When a card offers it. */
  readonly offer?: Offer;
  /** Somebody who comes too late keeps the typed text on screen: it may be worth a comment. */
  readonly keepsLateText?: true;
  /** The operators who may do it, where that is not the reporting one; they stay unknown to each other. */
  operators?(ticket: Ticket): readonly OrganisationId[];
  /** Why it cannot be done now: asked before somebody types, and again with the command when it is sent. */
  guard?(ticket: Ticket, context: ActionContext, command?: never): OwnRefusal | undefined;
  /** The other ticket that a command is about. */
  refersTo?(command: never): TicketNumber | undefined;
  /** The events of a command whose right, state and guard were granted, or why it changes nothing. */
  decide(command: never, ticket: Ticket, context: ActionContext): ActionDecision;
  readonly events: Readonly<Record<string, EventShape>>;
}
