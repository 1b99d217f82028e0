import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { formWords, checkIntros, infoLabels, hint, informedLabel } from '../../../texts/form-words.de';
import { affectedOperators } from '../../../domain/ticket/release/affected-operators';
import { dayAt } from '../../../domain/ticket/plan/target-date';
import { textLimits } from '../../../domain/ticket/text-limits';
import { shortened } from '../cards/typed-text';
import type { CheckPage, CommandContent, FormContext, FormDefinition } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { testRecordFields, testRecordIn, testRecordInitial, verdictLines } from './test-record';
import { repeated, ticketOf } from './ticket-of';

/** "Freigeben und schließen": the test passed, and the affected operators are informed (process 3, 6). */
export const releaseAndCloseForm: FormDefinition = {
  id: 'releaseAndClose',
  title: () => actionNames.releaseAndClose,
  submitLabel: () => actionNames.releaseAndClose,
  fields: () => [
    ...testRecordFields,
    { id: 'noticeText', kind: 'text', ...fieldTexts.noticeText, maxLength: textLimits.noticeText },
  ],
  initialValues: (context) => {
    const { completion, securityRelevant } = ticketOf(context);
    // Process 10: the notice of such a ticket carries only what the dispatcher writes for it.
    const noticeText =
      completion === undefined || securityRelevant
        ? undefined
        : shortened(completion.changed, textLimits.noticeText);
    return { ...testRecordInitial(context), ...defined({ noticeText }) };
  },
  info: (context) => [
    ...verdictLines(context),
    informedLine(context),
    ...(ticketOf(context).securityRelevant ? [hint(formWords.onlyWhatIsWritten)] : []),
  ],
  read: (_context, values) => {
    const { noticeText = '' } = values;
    return { ok: true, command: { type: 'releaseAndClose', record: testRecordIn(values), noticeText } };
  },
  check,
};

function check(context: FormContext, command: CommandContent): CheckPage {
  if (command.type !== 'releaseAndClose') throw new Error('the check page was given another command');
  const { module, completion } = ticketOf(context);
  const { record, noticeText } = command;
  const typed = (label: string, text: string) => ({ label, text: repeated(context, text) });
  return {
    intro: checkIntros.releaseAndClose,
    lines: [
      informedLine(context),
      { label: infoLabels.module, text: context.view.module(module) },
      ...(completion === undefined
        ? []
        : [
            typed(fieldTexts.fixVersion.label, completion.fixVersion),
            typed(fieldTexts.packageReference.label, completion.packageReference),
          ]),
      typed(infoLabels.notice, noticeText),
      typed(fieldTexts.testEnvironment.label, record.environment),
      typed(fieldTexts.testSteps.label, record.steps),
      typed(fieldTexts.testResult.label, record.result),
    ],
    warnings: [formWords.cannotBeUndone],
    similar: [],
  };
}

/** Every operator whose installed version is affected, by the contracts valid today (process 6). */
function informedLine(context: FormContext): LabelledText {
  const { view } = context;
  const { now } = view;
  const { module, completion } = ticketOf(context);
  const versions = completion?.affectedVersions ?? [];
  const operators = affectedOperators(
    view.installation,
    module,
    versions,
    dayAt(view.installation.calendars, now),
  );
  const names = operators.map((operator) => view.organisation(operator));
  return {
    label: informedLabel(names.length),
    text: names.length === 0 ? formWords.nobodyInformed : names.join(', '),
  };
}
