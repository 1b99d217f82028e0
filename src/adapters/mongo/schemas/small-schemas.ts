import type { StandingCard } from '../../../app/ports/card-store';
import { cardSubjects } from '../../../app/messages/card-subject';
import { roles } from '../../../domain/organisation/installation';
import { auditEntrySchema } from './audit-entry-schema';
import { placeSchema, recordSubjectSchema } from './delivery-schema';
import { identitySchema } from './identity-schema';
import {
  documentSchema,
  type FieldsOf,
  part,
  requiredFlag,
  requiredInstant,
  requiredNumber,
  requiredOneOf,
  requiredPart,
  requiredText,
  text,
} from './strict-schema';

const standingCard = {
  laneKey: requiredText,
  place: requiredPart(placeSchema),
  conversation: requiredText,
  activityId: requiredText,
  shownVersion: requiredNumber,
  withdrawn: requiredFlag,
} satisfies FieldsOf<StandingCard>;

/** The tracked card of a ticket's subject in a lane; `_id` is made from the three. */
export const cardSchema = documentSchema({
  _id: requiredText,
  ticket: requiredText,
  subject: requiredOneOf(cardSubjects),
  ...standingCard,
})
  .index({ ticket: 1, laneKey: 1, subject: 1 })
  .index({ withdrawn: 1, _id: 1 })
  .index({ conversation: 1, activityId: 1 });

/** The tracked card of a record of the organisation in a lane; `_id` is made from the two. */
export const recordCardSchema = documentSchema({
  _id: requiredText,
  of: requiredPart(recordSubjectSchema),
  ...standingCard,
}).index({ withdrawn: 1, _id: 1 });

/** How a lane was last reached; `_id` is the key of the lane. */
export const conversationSchema = documentSchema({
  _id: requiredText,
  conversation: requiredText,
  serviceUrl: requiredText,
  tenant: requiredText,
  identity: part(identitySchema),
  seenAt: requiredInstant,
}).index({ tenant: 1, seenAt: -1 });

/** Who holds a lease; `_id` is its name. */
export const leaseSchema = documentSchema({
  _id: requiredText,
  holder: requiredText,
  term: requiredText,
});

/** What one process leaves for the next; `_id` is the setting's name. */
export const settingSchema = documentSchema({ _id: requiredText, value: requiredText });

/** The version of the whole data, and the software that brought it there. */
export const dataVersionSchema = documentSchema({
  _id: requiredText,
  version: requiredNumber,
  software: requiredText,
});

/** Since when an operator wants the daily digest; `_id` is the operator. */
export const digestSubscriptionSchema = documentSchema({ _id: requiredText, since: requiredInstant });

/** Who was shown the content of a security-relevant ticket (process 10); append-only. */
export const contentReadingSchema = auditEntrySchema({
  at: requiredInstant,
  person: requiredText,
  role: requiredOneOf(roles),
  ticket: requiredText,
  what: requiredText,
}).index({ ticket: 1, at: 1 });

/** Refused attempts (process 10); append-only. */
export const refusedAttemptSchema = auditEntrySchema({
  at: requiredInstant,
  person: requiredText,
  role: requiredOneOf(roles),
  ticket: text,
  action: requiredText,
  code: requiredText,
});
