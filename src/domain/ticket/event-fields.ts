import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId } from '../organisation/installation';
import type { ReactionCycle } from '../reaction/reaction-cycle';
import type { FaultReport } from './fault-report';
import type { TicketNumber } from './ticket';
import type { Consent, FixPlanContent, PlanParty } from './plan/fix-plan';
import type { CompletionContent, TestRecord } from './work/work';

/**
 * The own data of an event, said once: its type follows from the fields, and so does the form in which it is stored.
 * `valueType` is there for the compiler alone.
 */
export interface Field<Value> {
  readonly kind: 'text' | 'number' | 'flag' | 'instant' | 'word' | 'texts' | 'part';
  /** Of a word: all that it can be. */
  readonly words?: readonly (string | number)[];
  /** Of a part: which. */
  readonly part?: keyof EventParts;
  readonly optional?: boolean;
  readonly valueType?: Value;
}

interface OptionalField<Value> extends Field<Value> {
  readonly optional: true;
}

/** Somebody typed it: of a security-relevant ticket it stands only behind "Inhalt anzeigen" (process 10). */
interface TypedField<Value> extends Field<Value> {
  readonly typed: true;
}

export type Fields = Readonly<Record<string, Field<unknown>>>;

/** What of an event has a form of its own. */
export interface EventParts {
  readonly faultReport: FaultReport;
  readonly reactionCycle: ReactionCycle;
  readonly planContent: FixPlanContent;
  readonly consents: Readonly<Record<PlanParty, Consent>>;
  readonly completionContent: CompletionContent;
  readonly testRecord: TestRecord;
}

type OptionalNames<Own extends Fields> = {
  [Name in keyof Own]: Own[Name] extends OptionalField<unknown> ? Name : never;
}[keyof Own];

/** The data that fields describe. */
export type ValuesOf<Own extends Fields> = {
  readonly [Name in Exclude<keyof Own, OptionalNames<Own>>]: ValueOf<Own[Name]>;
} & {
  readonly [Name in OptionalNames<Own>]?: ValueOf<Own[Name]>;
};

/** True of fields among which somebody typed one. */
export type HasTyped<Own> = true extends {
  [Name in keyof Own]: Own[Name] extends { readonly typed: true } ? true : false;
}[keyof Own]
  ? true
  : false;

type ValueOf<Of> = Of extends Field<infer Value> ? Value : never;

export const text: TypedField<string> = { kind: 'text', typed: true };
export const ticketNumber: Field<TicketNumber> = { kind: 'text' };
/** A name that the bot has given to a part of the ticket or to a message. */
export const label: Field<string> = { kind: 'text' };
export const organisationId: Field<OrganisationId> = { kind: 'text' };
export const organisationIds: Field<readonly OrganisationId[]> = { kind: 'texts' };
export const personId: Field<PersonId> = { kind: 'text' };
export const moduleId: Field<ModuleId> = { kind: 'text' };
export const number: Field<number> = { kind: 'number' };
export const flag: Field<boolean> = { kind: 'flag' };
export const instant: Field<Instant> = { kind: 'instant' };

/** One of a closed set of words or numbers. */
export function word<Word extends string | number>(words: readonly Word[]): Field<Word> {
  return { kind: 'word', words };
}

export function part<Name extends keyof EventParts>(name: Name): Field<EventParts[Name]> {
  return { kind: 'part', part: name };
}

/** A part with texts that somebody typed. */
export function typedPart<Name extends keyof EventParts>(name: Name): TypedField<EventParts[Name]> {
  return { kind: 'part', part: name, typed: true };
}

/** May be missing. */
export function optional<Of extends Field<unknown>>(field: Of): Of & { readonly optional: true } {
  return { ...field, optional: true };
}

/** Of an event that says nothing besides what every event says. */
export const noFields = {} as const satisfies Fields;
