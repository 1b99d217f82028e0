import { presentVerdict } from '../../../domain/ticket/support/support';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { TestRecord } from '../../../domain/ticket/work/work';
import { missingTexts } from '../../../texts/form-errors.de';
import { testVerdictNames } from '../../../texts/labels.de';
import type { Field } from './field';
import type { FieldValues, FormContext, LabelledText } from './form-definition';
import { refusalAt, standingOf } from './standing';
import { ticketOf } from './ticket-of';

/** How a repair was tested: asked for whether the test passed or failed (process 3). */
export const testRecordFields: readonly Field[] = [
  {
    id: 'testEnvironment',
    kind: 'line',
    missing: missingTexts.testEnvironment,
    longest: textLimits.testEnvironment,
  },
  { id: 'testSteps', kind: 'text', missing: missingTexts.testSteps, longest: textLimits.testSteps },
  { id: 'testResult', kind: 'text', missing: missingTexts.testResult, longest: textLimits.testResult },
];

export function testRecordIn({
  testEnvironment = '',
  testSteps = '',
  testResult = '',
}: FieldValues): TestRecord {
  return { environment: testEnvironment, steps: testSteps, result: testResult };
}

/** Who repaired it does not judge the repair (process 3): told before they fill in the form. */
export function blockedForWhoCompleted(
  context: FormContext,
  action: 'failTest' | 'releaseAndClose',
): string | undefined {
  if (ticketOf(context).completion?.by !== context.actor.person) return undefined;
  return refusalAt(context, { code: 'completedByTester', action, ...standingOf(context) });
}

/** What the platform maintainer found, where they were asked (process 5). */
export function verdictLines(context: FormContext): readonly LabelledText[] {
  const verdict = presentVerdict(ticketOf(context))?.verdict;
  if (verdict === undefined) return [];
  return [{ label: 'Test durch den Plattform-Maintainer', text: testVerdictNames[verdict] }];
}
