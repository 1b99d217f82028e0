import { roles } from '../../../domain/organisation/installation';
import type { AnsweredQuestion, Question, TicketComment } from '../../../domain/ticket/talk/conversation';
import { onBehalfSchema } from './fault-report-schema';
import {
  type FieldsOf,
  part,
  partSchema,
  requiredFlag,
  requiredInstant,
  requiredOneOf,
  requiredText,
} from './strict-schema';

const said = { text: requiredText, by: requiredText, role: requiredOneOf(roles), at: requiredInstant };

export const commentSchema = partSchema({
  ...said,
  internal: requiredFlag,
  onBehalf: part(onBehalfSchema),
} satisfies FieldsOf<TicketComment>);

/** What the operator is asked (process 3). */
export const questionSchema = partSchema(said satisfies FieldsOf<Question>);

export const answeredQuestionSchema = partSchema({
  ...said,
  answer: requiredText,
  answeredBy: requiredText,
  answeredAt: requiredInstant,
  onBehalf: part(onBehalfSchema),
} satisfies FieldsOf<AnsweredQuestion>);
