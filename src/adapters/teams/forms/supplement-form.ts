import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { infoLabels } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { ticketOf, toBeKnown } from './ticket-of';

/**
 * "Ergänzen": the operator supplies what was missing, and a new reaction cycle starts (process 2.3). A second answer begins
 * empty: it answers another question.
 */
export const supplementForm: FormDefinition = {
  id: 'supplement',
  title: () => actionNames.supplement,
  submitLabel: () => actionNames.supplement,
  fields: (context) => [
    ...onBehalfFields(context),
    { id: 'answer', kind: 'text', ...fieldTexts.answer, maxLength: textLimits.answer },
  ],
  initialValues: onBehalfInitial,
  info: (context, isPrivate = false) => {
    const { returned } = ticketOf(context);
    if (returned === undefined) return [];
    return [{ label: infoLabels.missing, text: toBeKnown(context, isPrivate, returned.missing) }];
  },
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'supplement');
    if (!word.ok) return word;
    const { answer = '' } = values;
    return { ok: true, command: { type: 'supplement', answer, ...defined({ onBehalf: word.onBehalf }) } };
  },
};
