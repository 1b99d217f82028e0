import type { SchemaDefinitionProperty } from 'mongoose';
import { roles } from '../../../domain/organisation/installation';
import {
  type Consent,
  type FixPlan,
  type FixPlanContent,
  measures,
  type Objection,
  planParties,
  type PlanParty,
  type PreviousPlan,
} from '../../../domain/ticket/plan/fix-plan';
import { onBehalfSchema } from './fault-report-schema';
import {
  type FieldsOf,
  instant,
  part,
  partSchema,
  requiredInstant,
  requiredList,
  requiredNumber,
  requiredOneOf,
  requiredPart,
  requiredText,
  text,
} from './strict-schema';

const content = {
  cause: requiredText,
  measure: requiredOneOf(measures),
  affectedVersions: requiredList(requiredText),
  targetDate: requiredText,
  testApproach: requiredText,
  risks: text,
} as const satisfies FieldsOf<FixPlanContent>;

const consent = {
  by: requiredText,
  role: requiredOneOf(roles),
  at: requiredInstant,
  onBehalf: part(onBehalfSchema),
} satisfies FieldsOf<Consent>;
const consentSchema = partSchema(consent);
const objectionSchema = partSchema({ ...consent, reason: requiredText } satisfies FieldsOf<Objection>);

/** The content of a plan (process 4). */
export const planContentSchema = partSchema(content);

/** The agreement of all three, the evidence of a binding plan. */
export const allConsentsSchema = partSchema(ofParties(requiredPart(consentSchema)));

export const fixPlanSchema = partSchema({
  ...content,
  version: requiredNumber,
  proposedBy: requiredText,
  proposedFor: requiredOneOf(planParties),
  at: requiredInstant,
  consents: requiredPart(partSchema(ofParties(part(consentSchema)))),
  objections: requiredPart(partSchema(ofParties(part(objectionSchema)))),
  bindingSince: instant,
} satisfies FieldsOf<FixPlan>);

export const previousPlanSchema = partSchema({
  ...content,
  version: requiredNumber,
} satisfies FieldsOf<PreviousPlan>);

function ofParties(each: SchemaDefinitionProperty): Record<PlanParty, SchemaDefinitionProperty> {
  return { operator: each, dispatcher: each, maintainer: each };
}
