import { roles } from '../../../domain/organisation/installation';
import { supportKinds, testVerdicts } from '../../../domain/ticket/support';
import type { SupportRequest } from '../../../domain/ticket/support';
import {
  instant,
  oneOf,
  partSchema,
  requiredInstant,
  requiredOneOf,
  requiredText,
  text,
} from './strict-schema';
import type { FieldsOf } from './strict-schema';

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
