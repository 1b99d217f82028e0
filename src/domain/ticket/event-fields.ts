import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId } from '../organisation/installation';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import type { FaultReport } from './fault-report';
import type { TicketNumber } from './ticket';
import type { Consent, FixPlanContent, PlanParty } from './plan/fix-plan';
import type { CompletionContent, TestRecord } from './work/work';

/**
 * An event's own data, defined once: both its type and its stored form follow from the fields. `valueType` exists only
 * for the compiler.
 */
export interface EventField<Value> {
  readonly kind: 'text' | 'number' | 'flag' | 'instant' | 'word' | 'texts' | 'part';
  /** For a word: its possible values. */
  readonly words?: readonly (string | number)[];
  /** For a part: which one. */
  readonly part?: keyof EventParts;
  readonly optional?: boolean;
  readonly valueType?: Value;
}

interface OptionalField<Value> extends EventField<Value> {
  readonly optional: true;
}

/** Typed by a person: for a security-relevant ticket it is shown only behind "Inhalt anzeigen" (process 10). */
interface TypedField<Value> extends EventField<Value> {
  readonly typed: true;
}

/** The number of another ticket: shown only where that one may be read too (process 3). */
interface TicketNumberField extends EventField<TicketNumber> {
  readonly namesTicket: true;
}

export type EventFields = Readonly<Record<string, EventField<unknown>>>;

/** The parts of events that have a structure of their own. */
export interface EventParts {
  readonly faultReport: FaultReport;
  readonly reactionCycle: ReactionCycle;
  readonly planContent: FixPlanContent;
  readonly consents: Readonly<Record<PlanParty, Consent>>;
  readonly completionContent: CompletionContent;
  readonly testRecord: TestRecord;
}

type OptionalNames<Own extends EventFields> = {
  [Name in keyof Own]: Own[Name] extends OptionalField<unknown> ? Name : never;
}[keyof Own];

/** The data described by the fields. */
export type ValuesOf<Own extends EventFields> = {
  readonly [Name in Exclude<keyof Own, OptionalNames<Own>>]: ValueOf<Own[Name]>;
} & {
  readonly [Name in OptionalNames<Own>]?: ValueOf<Own[Name]>;
};

/** True if any of the fields has the mark. */
type HasField<Own, Mark> = true extends {
  [Name in keyof Own]: Own[Name] extends Mark ? true : false;
}[keyof Own]
  ? true
  : false;

/** True if any of the fields is typed by a person. */
export type HasTyped<Own> = HasField<Own, { readonly typed: true }>;

/** True if any of the fields is another ticket's number. */
export type HasTicketNumber<Own> = HasField<Own, { readonly namesTicket: true }>;

type ValueOf<Of> = Of extends EventField<infer Value> ? Value : never;

export const text: TypedField<string> = { kind: 'text', typed: true };
/** The ticket's own. */
export const ownNumber: EventField<TicketNumber> = { kind: 'text' };
export const ticketNumber: TicketNumberField = { kind: 'text', namesTicket: true };
/** A name given by the bot to a part of the ticket or to a message. */
export const label: EventField<string> = { kind: 'text' };
export const organisationId: EventField<OrganisationId> = { kind: 'text' };
export const organisationIds: EventField<readonly OrganisationId[]> = { kind: 'texts' };
export const personId: EventField<PersonId> = { kind: 'text' };
export const moduleId: EventField<ModuleId> = { kind: 'text' };
export const number: EventField<number> = { kind: 'number' };
export const flag: EventField<boolean> = { kind: 'flag' };
export const instant: EventField<Instant> = { kind: 'instant' };

/** One of a closed set of words or numbers. */
export function word<Word extends string | number>(words: readonly Word[]): EventField<Word> {
  return { kind: 'word', words };
}

export function part<Name extends keyof EventParts>(name: Name): EventField<EventParts[Name]> {
  return { kind: 'part', part: name };
}

/** A part that contains text typed by a person. */
export function typedPart<Name extends keyof EventParts>(name: Name): TypedField<EventParts[Name]> {
  return { kind: 'part', part: name, typed: true };
}

/** May be missing. */
export function optional<Of extends EventField<unknown>>(field: Of): Of & { readonly optional: true } {
  return { ...field, optional: true };
}

/** For an event without data of its own. */
export const noFields = {} as const satisfies EventFields;
