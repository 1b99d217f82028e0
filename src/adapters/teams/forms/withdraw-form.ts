import { presentCycle } from '../../../domain/ticket/ticket';
import { textLimits } from '../../../domain/ticket/text-limits';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, onBehalfLines, readOnBehalf } from './on-behalf';
import { repeated, ticketOf } from './ticket-of';

/** "Meldung zurückziehen" by the reporting organisation, or on its word. */
export const withdrawForm: FormDefinition = {
  id: 'withdraw',
  template: 'withdraw',
  title: () => actionNames.withdraw,
  submitLabel: () => actionNames.withdraw,
  fields: (context) => [
    ...onBehalfFields(context),
    { id: 'reason', kind: 'text', longest: textLimits.reason },
  ],
  initialValues: onBehalfInitial,
  view: () => ({ info: [] }),
  read: (context, values) => {
    const word = readOnBehalf(context, values, presentCycle(ticketOf(context)).startedAt);
    if (!word.ok) return word;
    const reason = values['reason'] === undefined ? {} : { reason: values['reason'] };
    const onBehalf = word.onBehalf === undefined ? {} : { onBehalf: word.onBehalf };
    return { ok: true, command: { type: 'withdraw', ...reason, ...onBehalf } };
  },
  check: (context, command) => {
    if (command.type !== 'withdraw') throw new Error('the check page was given another command');
    const typed = (text: string) => repeated(context, text);
    const reason = command.reason === undefined ? [] : [{ label: 'Grund', text: typed(command.reason) }];
    return {
      intro: 'Die Meldung wird zurückgezogen und das Ticket geschlossen.',
      lines: [...onBehalfLines(command.onBehalf, context, typed), ...reason],
      warnings: [formWords.cannotBeUndone],
      similar: [],
    };
  },
};
