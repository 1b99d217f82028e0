import { Schema } from 'mongoose';
import {
  type OrganisationAction,
  organisationActions,
  type OrganisationEvent,
} from '../../../domain/organisation/changes';
import {
  type AccessOutcome,
  type AccessTask,
  type MaintainerTask,
  type PackageTask,
  type Absence,
  type Contract,
  type ContractReminder,
  type DutyDay,
  evidenceKinds,
  type Onboarding,
  type OnboardingItem,
  type OnboardingOutcome,
  type OnboardingStep,
  type Person,
  type PersonId,
  type Role,
  roles,
  type StepDone,
  stepOwners,
  type StepState,
  type TakenBack,
} from '../../../domain/organisation/installation';
import type { ModuleRecord, OrganisationRecord } from '../../../domain/organisation/records';
import { identitySchema } from './identity-schema';
import {
  documentSchema,
  type FieldsOf,
  flag,
  number,
  oneOf,
  optionalList,
  partSchema,
  part,
  instant,
  requiredFlag,
  requiredInstant,
  requiredList,
  requiredNumber,
  requiredOneOf,
  requiredPart,
  requiredText,
  text,
  variantSchema,
} from './strict-schema';

/** What says who a person is and how they are reached: none of it may be in a history, which nothing is removed from. Everything that is stored of it stands in its own collection. */
export type PersonDetails = Pick<Person, 'name' | 'mail' | 'phone' | 'identities'>;

/** One version of a person's details: a change refers to it by its id, and vouches for it by its hash. */
export interface DetailsDocument extends PersonDetails {
  readonly _id: string;
  readonly person: PersonId;
  /** Makes the hash say nothing once the details are gone: names and numbers could be guessed. */
  readonly salt: string;
}

/** A person as a change has it. */
export interface StoredPerson extends Omit<Person, keyof PersonDetails> {
  readonly details: string;
  readonly detailsHash: string;
}

export type StoredEvent =
  | Exclude<OrganisationEvent, { readonly type: 'personRecorded' }>
  | { readonly type: 'personRecorded'; readonly person: StoredPerson };

/** A change as stored: `_id` is the version that it leads to, so two processes cannot both write it. */
export interface ChangeDocument {
  readonly _id: number;
  readonly at: number;
  readonly action: OrganisationAction;
  readonly commandId: string;
  readonly by?: { readonly person: PersonId; readonly role: Role };
  readonly events: readonly StoredEvent[];
  readonly previousHash: string;
  readonly hash: string;
  /** Until it is in the ledger: the mark comes with the change in its one write. */
  readonly anchorDue?: boolean;
}

export const detailsSchema = documentSchema({
  _id: requiredText,
  person: requiredText,
  name: requiredText,
  mail: requiredText,
  phone: text,
  identities: requiredList(identitySchema),
  salt: requiredText,
} satisfies FieldsOf<DetailsDocument>).index({ person: 1 });

const grantSchema = partSchema({ role: requiredOneOf(roles), module: text });

const organisationSchema = partSchema({
  id: requiredText,
  name: requiredText,
  contactPeople: requiredList(requiredText),
  retired: text,
} satisfies FieldsOf<OrganisationRecord>);

const personSchema = partSchema({
  id: requiredText,
  organisation: requiredText,
  roles: requiredList(grantSchema),
  since: text,
  until: text,
  details: requiredText,
  detailsHash: requiredText,
} satisfies FieldsOf<StoredPerson>);

const moduleSchema = partSchema({
  id: requiredText,
  name: requiredText,
  maintainer: text,
  packageRepository: text,
  retired: text,
} satisfies FieldsOf<ModuleRecord>);

const contractSchema = partSchema({
  id: requiredText,
  operator: requiredText,
  module: requiredText,
  from: requiredText,
  to: text,
  noticeMonths: number,
  installedVersion: text,
  packageContact: text,
} satisfies FieldsOf<Contract>);

const absenceSchema = partSchema({
  person: requiredText,
  from: requiredText,
  to: requiredText,
  deputy: text,
  cancelled: flag,
} satisfies FieldsOf<Absence>);

const dutySchema = partSchema({
  day: requiredText,
  dispatchers: requiredList(requiredText),
} satisfies FieldsOf<DutyDay>);

const accessOutcomeSchema = partSchema({
  kind: requiredOneOf(['done', 'dropped', 'takenOver'] satisfies readonly AccessOutcome['kind'][]),
  at: requiredInstant,
  by: text,
  reference: text,
} satisfies FieldsOf<Extract<AccessOutcome, { readonly kind: 'done' }>>);

const accessTaskSchema = partSchema({
  id: requiredText,
  kind: requiredOneOf(['grant', 'revoke', 'revokeMaintainer'] satisfies readonly AccessTask['kind'][]),
  operator: text,
  person: text,
  module: requiredText,
  since: requiredInstant,
  reminders: requiredNumber,
  outcome: part(accessOutcomeSchema),
} satisfies FieldsOf<Omit<PackageTask, 'kind'> & Omit<MaintainerTask, 'kind'> & Pick<AccessTask, 'kind'>>);

const contractReminderSchema = partSchema({
  contract: requiredText,
  to: requiredText,
  daysBefore: requiredNumber,
} satisfies FieldsOf<ContractReminder>);

const takenBackSchema = partSchema({
  at: requiredInstant,
  by: requiredText,
  reason: requiredText,
} satisfies FieldsOf<TakenBack>);

const stepStateSchema = partSchema({
  kind: requiredOneOf(['open', 'withheld', 'done'] satisfies readonly StepState['kind'][]),
  since: instant,
  reminders: number,
  takenBack: part(takenBackSchema),
  at: instant,
  by: text,
  evidence: text,
} satisfies FieldsOf<Extract<StepState, { readonly kind: 'open' }> & Omit<StepDone, 'kind'>>);

const stepFields = {
  id: requiredText,
  by: requiredOneOf(stepOwners),
  state: requiredPart(stepStateSchema),
} satisfies FieldsOf<OnboardingStep>;

const onboardingItemSchema = partSchema({
  ...stepFields,
  title: requiredText,
  mandatory: requiredFlag,
  evidence: oneOf(evidenceKinds),
} satisfies FieldsOf<OnboardingItem>);

const onboardingOutcomeSchema = partSchema({
  kind: requiredOneOf(['completed', 'cancelled', 'lapsed'] satisfies readonly OnboardingOutcome['kind'][]),
  at: requiredInstant,
  by: text,
  reason: text,
} satisfies FieldsOf<Extract<OnboardingOutcome, { readonly kind: 'cancelled' }>>);

const onboardingSchema = partSchema({
  id: requiredText,
  module: requiredText,
  organisation: requiredText,
  person: text,
  startedAt: requiredInstant,
  startedBy: requiredText,
  activeBefore: optionalList(requiredText),
  items: requiredList(onboardingItemSchema),
  signOffs: requiredList(partSchema(stepFields)),
  outcome: part(onboardingOutcomeSchema),
} satisfies FieldsOf<Onboarding>);

/** What each kind of event records. */
const recordSchemas = {
  organisationRecorded: { organisation: requiredPart(organisationSchema) },
  personRecorded: { person: requiredPart(personSchema) },
  moduleRecorded: { module: requiredPart(moduleSchema) },
  contractRecorded: { contract: requiredPart(contractSchema) },
  absenceRecorded: { absence: requiredPart(absenceSchema) },
  dutyRecorded: { duty: requiredPart(dutySchema) },
  accessTaskRecorded: { task: requiredPart(accessTaskSchema) },
  contractEndReminded: { reminder: requiredPart(contractReminderSchema) },
  onboardingRecorded: { onboarding: requiredPart(onboardingSchema) },
} satisfies Record<OrganisationEvent['type'], object>;

// Without the list, an unknown kind would be taken for one without a record.
const eventSchema = variantSchema({ type: requiredOneOf(Object.keys(recordSchemas)) }, 'type');

const bySchema = partSchema({ person: requiredText, role: requiredOneOf(roles) });

/** The decisions about the organisation (process 10); append-only. */
export const organisationChangeSchema = documentSchema({
  _id: requiredNumber,
  at: requiredInstant,
  action: requiredOneOf(organisationActions),
  commandId: requiredText,
  by: part(bySchema),
  events: requiredList(eventSchema),
  previousHash: requiredText,
  hash: requiredText,
  anchorDue: { ...flag, default: true },
} satisfies FieldsOf<ChangeDocument>)
  .index({ commandId: 1 }, { unique: true })
  .index({ anchorDue: 1, _id: 1 });

const events = organisationChangeSchema.path('events');
if (!(events instanceof Schema.Types.DocumentArray)) throw new Error('events are a list of parts');
for (const [type, fields] of Object.entries(recordSchemas)) events.discriminator(type, partSchema(fields));
