import { type PublishedReaction, reactionResults } from '../../../app/ports/reaction-store';
import { faultClasses } from '../../../domain/reaction/fault-class';
import { breachReasons } from '../../../domain/reaction/reaction-cycle';
import {
  documentSchema,
  type FieldsOf,
  instant,
  oneOf,
  requiredFlag,
  requiredInstant,
  requiredNumber,
  requiredOneOf,
  requiredText,
} from './strict-schema';

const fields = {
  _id: requiredText,
  ticket: requiredText,
  cycle: requiredNumber,
  version: requiredNumber,
  operator: requiredText,
  module: requiredText,
  assigned: requiredFlag,
  faultClass: requiredOneOf(faultClasses),
  startedAt: requiredInstant,
  deadline: requiredInstant,
  reactedAt: instant,
  withdrawnAt: instant,
  result: requiredOneOf(reactionResults),
  breachReason: oneOf(breachReasons),
  decidedAt: instant,
} satisfies FieldsOf<Omit<PublishedReaction, 'id'> & { readonly _id: string }>;

export const reactionFields: ReadonlySet<string> = new Set(
  Object.keys(fields).filter((name) => name !== '_id'),
);

/** A reaction cycle for reports; `_id` is made from ticket and cycle. */
export const publishedReactionSchema = documentSchema(fields)
  .index({ deadline: 1, _id: 1 })
  .index({ result: 1, decidedAt: 1 })
  .index({ result: 1, deadline: 1 })
  .index({ ticket: 1, cycle: 1 });
