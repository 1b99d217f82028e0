import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { formWords, checkIntros } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';
import { isDispatcher, onBehalfFields, onBehalfInitial, onBehalfLines, readOnBehalf } from './on-behalf';
import { repeated } from './ticket-of';

/** "Meldung zurückziehen" by the reporting organisation, or on its word. */
export const withdrawForm: FormDefinition = {
  id: 'withdraw',
  title: () => actionNames.withdraw,
  submitLabel: () => actionNames.withdraw,
  fields: (context) => [
    ...onBehalfFields(context),
    { id: 'reason', kind: 'text', ...fieldTexts.withdrawReason, maxLength: textLimits.reason },
  ],
  initialValues: onBehalfInitial,
  info: () => [],
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'withdraw');
    if (!word.ok) return word;
    return {
      ok: true,
      command: { type: 'withdraw', ...defined({ reason: values['reason'], onBehalf: word.onBehalf }) },
    };
  },
  check: (context, command) => {
    if (command.type !== 'withdraw') throw new Error('the check page was given another command');
    const typed = (text: string) => repeated(context, text);
    const reason =
      command.reason === undefined
        ? []
        : [{ label: fieldTexts.withdrawReason.label, text: typed(command.reason) }];
    return {
      intro: checkIntros.withdraw,
      lines: [...onBehalfLines(command.onBehalf, context, typed), ...reason],
      warnings: [isDispatcher(context) ? formWords.cannotBeUndone : formWords.cannotBeUndoneByOperator],
      similar: [],
    };
  },
};
