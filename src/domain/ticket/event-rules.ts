import type { Installation } from '../organisation/installation';
import type { Place } from '../organisation/place';
import { type Addressee, oncePerPlace } from './access';
import type { Echo, EventShape } from './action';
import { actions, type TicketAction, ticketActions } from './actions/registry';
import type { Audience } from './audience';
import type { Change } from './change';
import type { EventOf } from './event-base';
import type { EventFields, HasTicketNumber, HasTyped } from './event-fields';
import { type AssignmentLapsed, assignmentLapsed } from './lapsed-assignment';
import { type MaintainerMissing, maintainerMissing } from './maintainer-missing';
import {
  type DeadlineRecounted,
  type ReactionBreached,
  reactionEvents,
  type ReactionWarned,
} from './reaction-events';
import { type Reminded, reminded } from './reminded';
import type { Ticket, TicketNumber } from './ticket';

/** What happens to a ticket that belongs to no single action. */
const followUps = { ...reactionEvents, assignmentLapsed, maintainerMissing, reminded } as const;
type FollowUp =
  ReactionBreached | ReactionWarned | DeadlineRecounted | AssignmentLapsed | MaintainerMissing | Reminded;

type EventsOf<Action extends TicketAction> = (typeof actions)[Action]['events'];
type OwnEvent<Events> = {
  [Type in keyof Events & string]: Events[Type] extends { readonly fields: infer Own extends EventFields }
    ? EventOf<Type, Own>
    : never;
}[keyof Events & string];
type ActionEvent = { [Action in TicketAction]: OwnEvent<EventsOf<Action>> }[TicketAction];

/** Everything that can happen to a ticket; derived from the registry of actions. */
export type TicketEvent = ActionEvent | FollowUp;
export type EventType = TicketEvent['type'];

type TypedIn<Events> = {
  [Type in keyof Events & string]: Events[Type] extends { readonly fields: infer Own }
    ? HasTyped<Own> extends true
      ? Type
      : never
    : never;
}[keyof Events & string];
/** The events that contain text typed by a person. */
export type TypedEventType = { [Action in TicketAction]: TypedIn<EventsOf<Action>> }[TicketAction];

type ReasonIn<Events> = {
  [Type in keyof Events]: Events[Type] extends {
    readonly mentions: { readonly reason: infer Reason } | readonly { readonly reason: infer Reason }[];
  }
    ? Reason
    : never;
}[keyof Events];
/** Why somebody is mentioned; each has a German sentence that carries no typed text (process 10). */
export type MentionReason =
  ReasonIn<typeof followUps> | { [Action in TicketAction]: ReasonIn<EventsOf<Action>> }[TicketAction];

/** What is known about one kind of event, for code that holds an event of any kind. */
interface Rule<Event> {
  readonly fields: EventFields;
  audience(event: Event): Audience;
  readonly follows?: true;
  readonly startsCycle?: true;
  evolve(ticket: Ticket, event: Event): Change;
  others?(event: Event): readonly TicketNumber[];
  readonly onlyOfOthers?: true;
  echo?(event: Event, ticket: Ticket): Echo<TicketEvent> | undefined;
  overtaken?(event: Event, ticket: Ticket): boolean;
  readonly mentions?: MentionRule<Event> | readonly MentionRule<Event>[];
}

interface MentionRule<Event> {
  readonly reason: MentionReason;
  readonly once?: true;
  readonly unlessSaid?: MentionReason;
  whom(event: Event, before: Ticket): readonly Addressee[];
  holds?(event: Event, ticket: Ticket, installation: Installation, place: Place): boolean;
}

/** An event with another ticket's number says so: otherwise the number would be shown to people who may not read that one. */
type OthersOf<Shape, Event> = Shape extends { readonly fields: infer Own }
  ? HasTicketNumber<Own> extends true
    ? { others(event: Event): readonly TicketNumber[] }
    : unknown
  : unknown;

/** Each rule handles its own kind of event; anything else does not compile. */
const ofActions: {
  readonly [Action in TicketAction]: {
    readonly events: {
      readonly [Type in keyof EventsOf<Action>]: Rule<Extract<TicketEvent, { readonly type: Type }>> &
        OthersOf<EventsOf<Action>[Type], Extract<TicketEvent, { readonly type: Type }>>;
    };
  };
} = actions;

const rules = Object.fromEntries<Rule<TicketEvent>>([
  ...Object.values(ofActions).flatMap(({ events }) => Object.entries<Rule<TicketEvent>>(events)),
  ...Object.entries<Rule<TicketEvent>>(followUps),
]) as Readonly<Record<EventType, Rule<TicketEvent>>>;

/** The kinds of events, starting with those of the actions. */
export const eventTypes = Object.keys(rules) as readonly EventType[];

/** The action an event is the trace of; undefined for mere consequences. */
export function actionOf(type: EventType): TicketAction | undefined {
  return owners.get(type);
}

const owners = new Map<string, TicketAction>(
  ticketActions.flatMap((action) =>
    Object.entries<EventShape>(actions[action].events)
      .filter(([, { follows }]) => follows !== true)
      .map(([type]) => [type, action] as const),
  ),
);

/** True for a mere consequence of what somebody did, or of time passing. */
export function isFollowUp({ type }: TicketEvent): boolean {
  return ruleOf(type).follows === true;
}

/**
 * The version of the ticket with which its present reaction cycle started: that of the report, or of the last supplement to
 * it (process 2.3).
 */
export function presentCycleSince(history: readonly TicketEvent[]): number {
  return history.findLastIndex(({ type }) => ruleOf(type).startsCycle === true) + 1;
}

/** The fields specific to a kind of event. */
export function fieldsOf(type: EventType): EventFields {
  return ruleOf(type).fields;
}

export function audienceOf(event: TicketEvent): Audience {
  return ruleOf(event.type).audience(event);
}

/** What the event changes. */
export function changeOf(ticket: Ticket, event: TicketEvent): Change {
  return ruleOf(event.type).evolve(ticket, event);
}

/** The other tickets mentioned by the events. */
export function ticketsNamedBy(events: readonly TicketEvent[]): readonly TicketNumber[] {
  return [...new Set(events.flatMap((event) => ruleOf(event.type).others?.(event) ?? []))];
}

/** Whether to show an event to somebody who may read just these other tickets; one that is only about others needs them readable. */
export function isForReaderOf(event: TicketEvent, readable: ReadonlySet<TicketNumber>): boolean {
  if (ruleOf(event.type).onlyOfOthers !== true) return true;
  return ticketsNamedBy([event]).every((number) => readable.has(number));
}

/** What the event adds to another ticket's history. */
export function echoOf(event: TicketEvent, ticket: Ticket): Echo<TicketEvent> | undefined {
  return ruleOf(event.type).echo?.(event, ticket);
}

/** Whether an echo is not to be recorded in the ticket, where something newer has been done in the meantime. */
export function isOvertaken(event: TicketEvent, ticket: Ticket): boolean {
  return ruleOf(event.type).overtaken?.(event, ticket) ?? false;
}

/** Whom the event is said to, and why; `before` is the ticket before the change, or as the report has opened it. */
export function mentionsOf(
  event: TicketEvent,
  before: Ticket,
): readonly (Addressee & { readonly reason: MentionReason })[] {
  return mentionRules(event.type).flatMap((rule) =>
    oncePerPlace(rule.whom(event, before)).map((addressee) => ({ ...addressee, reason: rule.reason })),
  );
}

/** Where and why an event is said. */
export interface ToSay {
  readonly place: Place;
  readonly reason: MentionReason;
}

/** Whether the event is still to be said, to the ticket as it stands now: neither undone nor settled since. */
export function isStillToSay(
  event: TicketEvent,
  { place, reason }: ToSay,
  ticket: Ticket,
  installation: Installation,
): boolean {
  const rule = mentionRules(event.type).find((each) => each.reason === reason);
  return rule?.holds?.(event, ticket, installation, place) ?? true;
}

/** Every reason, in the order of the table. */
export const mentionReasons: readonly MentionReason[] = [
  ...new Set(eventTypes.flatMap((type) => mentionRules(type).map(({ reason }) => reason))),
];

/** The reasons that are said once per reaction cycle, and only to call somebody. */
export function isSaidOnce(reason: MentionReason): boolean {
  return saidOnce.has(reason);
}

/** What leaves nothing to be said for the reason, once it was said in the same reaction cycle. */
export function settledBy(reason: MentionReason): MentionReason | undefined {
  return settling.get(reason);
}

const allMentions = eventTypes.flatMap((type) => mentionRules(type));
const saidOnce = new Set(allMentions.flatMap(({ once, reason }) => (once === true ? [reason] : [])));
const settling = new Map(
  allMentions.flatMap(({ once, unlessSaid, reason }) => {
    const settled = once === true ? reason : unlessSaid;
    return settled === undefined ? [] : [[reason, settled] as const];
  }),
);

function mentionRules(type: EventType): readonly MentionRule<TicketEvent>[] {
  const { mentions = [] } = ruleOf(type);
  return 'reason' in mentions ? [mentions] : mentions;
}

function ruleOf(type: EventType): Rule<TicketEvent> {
  return rules[type];
}
