import type { Effect } from '../../../app/messages/effect';
import { cardSubjects } from '../../../app/messages/card-subject';
import type { DeliveryProblem } from '../../../app/ports/delivery-store';
import { mentionReasons } from '../../../domain/ticket/event-rules';
import { type RecordSubject, recordSubjectKinds } from '../../../app/messages/record-card';
import { timerKinds } from '../../../domain/ticket/timers';
import {
  documentSchema,
  type FieldsOf,
  flag,
  instant,
  number,
  oneOf,
  optionalList,
  part,
  partSchema,
  requiredNumber,
  requiredOneOf,
  requiredPart,
  requiredText,
  text,
} from './strict-schema';

/** A place (process 1); its kind decides which fields it has. */
export const placeSchema = partSchema({
  kind: requiredOneOf(['dispatch', 'platform', 'module', 'organisation']),
  module: text,
  organisation: text,
});

/** A record with a card of its own. */
export const recordSubjectSchema = partSchema({
  kind: requiredOneOf(recordSubjectKinds),
  id: requiredText,
} satisfies FieldsOf<RecordSubject>);

/** Every kind of effect; one without an entry does not compile. */
const effectKinds: Record<Effect['kind'], true> = {
  showCard: true,
  showNotice: true,
  withdrawCard: true,
  pointToCard: true,
  replacePost: true,
  mention: true,
  markReported: true,
  remind: true,
  showDigest: true,
  answer: true,
  tellTrouble: true,
  tellNewcomer: true,
  showRecord: true,
  withdrawRecord: true,
  callToAccess: true,
  callToOnboarding: true,
  tellContractEnds: true,
};

const effectSchema = partSchema({
  kind: requiredOneOf(Object.keys(effectKinds)),
  place: requiredPart(placeSchema),
  again: flag,
  reason: oneOf(mentionReasons),
  person: text,
  origin: text,
  subject: oneOf(cardSubjects),
  day: text,
  conversation: text,
  activityId: text,
  asked: text,
  sentence: text,
  onlyFor: text,
  member: text,
  of: part(recordSubjectSchema),
  version: number,
  timer: oneOf(timerKinds),
  step: number,
  since: instant,
  dueAt: instant,
});

const addressSchema = partSchema({
  tenant: requiredText,
  serviceUrl: requiredText,
  team: requiredText,
  conversation: requiredText,
});

const laneSchema = partSchema({
  kind: requiredOneOf(['channel', 'person', 'none']),
  address: part(addressSchema),
  person: text,
});

/** What was typed into a ticket and stands in a post; `_id` is made of the post and the ticket. */
export const postSchema = documentSchema({
  _id: requiredText,
  ticket: requiredText,
  conversation: requiredText,
  activityId: requiredText,
  lane: requiredPart(laneSchema),
  place: requiredPart(placeSchema),
  revision: requiredText,
})
  .index({ ticket: 1, _id: 1 })
  .index({ conversation: 1, activityId: 1 });

/** Every kind of problem; one without an entry does not compile. */
const problems: Record<DeliveryProblem['kind'], true> = {
  unreachable: true,
  refused: true,
  failed: true,
  notInRoster: true,
  notMentioned: true,
};

export const problemKinds = Object.keys(problems) as readonly DeliveryProblem['kind'][];

const problemSchema = partSchema({
  kind: requiredOneOf(problemKinds),
  status: number,
  people: optionalList(text),
});

/** What has to be sent; afterwards, the record of what was sent: when, to which place, with what problem. */
export const deliverySchema = documentSchema({
  _id: requiredText,
  /** Both absent if the cause is not a ticket's event. */
  ticket: text,
  version: number,
  effect: requiredPart(effectSchema),
  lane: requiredPart(laneSchema),
  laneKey: requiredText,
  order: requiredText,
  status: requiredOneOf(['due', 'sent', 'undeliverable', 'dropped']),
  attempts: requiredNumber,
  notBefore: instant,
  /** Its lane is paused until then. */
  retryAt: instant,
  /** The HTTP status of the last failed attempt. */
  lastStatus: number,
  /** When it was sent or given up. */
  settledAt: instant,
  /** The people a reminder concerns have been mentioned by an earlier post. */
  called: flag,
  /** How often it failed by a fault of ours. */
  faults: number,
  givenUpBefore: flag,
  nothingSent: flag,
  /** Who was mentioned when it was sent. */
  mentioned: optionalList(text),
  problem: part(problemSchema),
})
  .index({ status: 1, laneKey: 1, order: 1, _id: 1 })
  .index({ status: 1, laneKey: 1, retryAt: 1 })
  .index({ status: 1, attempts: 1 })
  .index({ ticket: 1, 'problem.kind': 1 });
