import { fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { infoLabels } from '../../../texts/form-words.de';
import { presentVerdict } from '../../../domain/ticket/support/support';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { TestRecord } from '../../../domain/ticket/work/work';
import { testVerdictNames } from '../../../texts/labels.de';
import type { Field } from './field';
import type { FieldValues, FormContext } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { ticketOf } from './ticket-of';

/** How a repair was tested: asked for whether the test passed or failed (process 3). */
export const testRecordFields: readonly Field[] = [
  {
    id: 'testEnvironment',
    kind: 'line',
    ...fieldTexts.testEnvironment,
    maxLength: textLimits.testEnvironment,
  },
  { id: 'testSteps', kind: 'text', ...fieldTexts.testSteps, maxLength: textLimits.testSteps },
  { id: 'testResult', kind: 'text', ...fieldTexts.testResult, maxLength: textLimits.testResult },
];

/**
 * After a failed test where and how it was tested, to be corrected. What came out of it is always asked for: the result of
 * before would be a wrong one.
 */
export function testRecordInitial(context: FormContext): FieldValues {
  const record = ticketOf(context).lastDefect?.record;
  return defined({ testEnvironment: record?.environment, testSteps: record?.steps });
}

export function testRecordIn({
  testEnvironment = '',
  testSteps = '',
  testResult = '',
}: FieldValues): TestRecord {
  return { environment: testEnvironment, steps: testSteps, result: testResult };
}

/** What the platform maintainer found, where they were asked (process 5). */
export function verdictLines(context: FormContext): readonly LabelledText[] {
  const verdict = presentVerdict(ticketOf(context))?.verdict;
  if (verdict === undefined) return [];
  return [{ label: infoLabels.platformTest, text: testVerdictNames[verdict] }];
}
