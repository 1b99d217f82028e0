import { ticketNumberField, ticketNumberIn } from './ticket-number';
import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, checkIntros } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import { declineReasons } from '../../../domain/ticket/ticket';
import { fieldErrors } from '../../../texts/form-errors.de';
import { declineReasonNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FormDefinition } from './form-definition';
import { repeated } from './ticket-of';

/** "Ablehnen": ends the ticket with a reason; a duplicate names the other ticket (process 3). */
export const declineForm: FormDefinition = {
  id: 'decline',
  title: () => actionNames.decline,
  submitLabel: () => actionNames.decline,
  fields: () => [
    {
      id: 'reason',
      kind: 'choice',
      ...fieldTexts.declineReason,
      choices: choicesOf(declineReasons, declineReasonNames),
    },
    { id: 'text', kind: 'text', ...fieldTexts.declineText, maxLength: textLimits.reason },
    ticketNumberField('duplicateOf', fieldTexts.duplicateOf),
  ],
  initialValues: () => ({}),
  info: () => [],
  read: (_context, values) => {
    const reason = valueIn(declineReasons, values['reason']);
    const { text = '' } = values;
    if (reason !== 'duplicate') return { ok: true, command: { type: 'decline', reason, text } };
    const typed = values['duplicateOf'];
    if (typed === undefined) return { ok: false, errors: { duplicateOf: fieldErrors.duplicateMissing } };
    const duplicateOf = ticketNumberIn(typed);
    if (duplicateOf === undefined) {
      return { ok: false, errors: { duplicateOf: fieldErrors.notATicketNumber } };
    }
    return { ok: true, command: { type: 'decline', reason, text, duplicateOf } };
  },
  check: (context, command) => {
    if (command.type !== 'decline') throw new Error('the check page was given another command');
    const duplicate =
      command.duplicateOf === undefined
        ? []
        : [{ label: fieldTexts.duplicateOf.label, text: command.duplicateOf }];
    return {
      intro: checkIntros.decline,
      lines: [
        { label: fieldTexts.declineReason.label, text: declineReasonNames[command.reason] },
        ...duplicate,
        { label: fieldTexts.declineText.label, text: repeated(context, command.text) },
      ],
      warnings: [formWords.cannotBeUndone],
      similar: [],
    };
  },
};
