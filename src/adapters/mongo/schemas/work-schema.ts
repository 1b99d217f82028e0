import type {
  Completion,
  CompletionContent,
  Defect,
  ImmediateStart,
  TestRecord,
  TestRun,
} from '../../../domain/ticket/work/work';
import {
  type FieldsOf,
  part,
  partSchema,
  requiredInstant,
  requiredList,
  requiredPart,
  requiredText,
  text,
} from './strict-schema';

const content = {
  fixVersion: requiredText,
  packageReference: requiredText,
  changed: requiredText,
  affectedVersions: requiredList(requiredText),
  commitLink: text,
  buildLink: text,
  environmentLink: text,
} as const satisfies FieldsOf<CompletionContent>;

/** What a maintainer hands over with the repair (process 3). */
export const completionContentSchema = partSchema(content);

export const completionSchema = partSchema({
  ...content,
  by: requiredText,
  at: requiredInstant,
} satisfies FieldsOf<Completion>);

export const immediateStartSchema = partSchema({
  reason: requiredText,
  by: requiredText,
  at: requiredInstant,
} satisfies FieldsOf<ImmediateStart>);

export const testRecordSchema = partSchema({
  environment: requiredText,
  steps: requiredText,
  result: requiredText,
} satisfies FieldsOf<TestRecord>);

export const testRunSchema = partSchema({
  tester: requiredText,
  since: requiredInstant,
  record: part(testRecordSchema),
} satisfies FieldsOf<TestRun>);

export const defectSchema = partSchema({
  text: requiredText,
  record: requiredPart(testRecordSchema),
  by: requiredText,
  at: requiredInstant,
} satisfies FieldsOf<Defect>);
