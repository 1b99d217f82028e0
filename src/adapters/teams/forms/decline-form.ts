import { textLimits } from '../../../domain/ticket/text-limits';
import { declineReasons } from '../../../domain/ticket/ticket';
import { fieldErrors, missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames, declineReasonNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FormDefinition } from './form-definition';
import { repeated } from './ticket-of';

const longestNumber = 20;

/** "Ablehnen": ends the ticket with a reason; a duplicate names the other ticket (process 3). */
export const declineForm: FormDefinition = {
  id: 'decline',
  template: 'decline',
  title: () => actionNames.decline,
  submitLabel: () => actionNames.decline,
  fields: () => [
    {
      id: 'reason',
      kind: 'choice',
      missing: missingTexts.declineReason,
      choices: choicesOf(declineReasons, declineReasonNames),
    },
    { id: 'text', kind: 'text', missing: missingTexts.declineText, longest: textLimits.reason },
    { id: 'duplicateOf', kind: 'line', longest: longestNumber },
  ],
  initialValues: () => ({}),
  view: () => ({ info: [] }),
  read: (_context, values) => {
    const reason = valueIn(declineReasons, values['reason']);
    const { text = '' } = values;
    if (reason !== 'duplicate') return { ok: true, command: { type: 'decline', reason, text } };
    const duplicateOf = values['duplicateOf']?.toUpperCase();
    if (duplicateOf === undefined) return { ok: false, errors: { duplicateOf: missingTexts.duplicateOf } };
    if (!/^SP-\d{4}-\d{4,}$/.test(duplicateOf)) {
      return { ok: false, errors: { duplicateOf: fieldErrors.notATicketNumber } };
    }
    return { ok: true, command: { type: 'decline', reason, text, duplicateOf } };
  },
  check: (context, command) => {
    if (command.type !== 'decline') throw new Error('the check page was given another command');
    const duplicate =
      command.duplicateOf === undefined ? [] : [{ label: 'Duplikat von', text: command.duplicateOf }];
    return {
      intro: 'Das Ticket wird abgelehnt und ist damit beendet.',
      lines: [
        { label: 'Grund', text: declineReasonNames[command.reason] },
        ...duplicate,
        { label: 'Begründung', text: repeated(context, command.text) },
      ],
      warnings: [formWords.cannotBeUndone],
      similar: [],
    };
  },
};
