import { roles } from '../../../domain/organisation/installation';
import { supportKinds, type SupportRequest, testVerdicts } from '../../../domain/ticket/support/support';
import {
  type FieldsOf,
  instant,
  oneOf,
  partSchema,
  requiredInstant,
  requiredOneOf,
  requiredText,
  text,
} from './strict-schema';

/** Help by the platform maintainer (process 5). */
export const supportRequestSchema = partSchema({
  id: requiredText,
  kind: requiredOneOf(supportKinds),
  question: requiredText,
  by: requiredText,
  role: requiredOneOf(roles),
  at: requiredInstant,
  takenBy: text,
  takenAt: instant,
  answer: text,
  verdict: oneOf(testVerdicts),
  completedBy: text,
  completedAt: instant,
} satisfies FieldsOf<SupportRequest>);
