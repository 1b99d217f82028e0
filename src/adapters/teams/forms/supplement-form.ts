import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { formWords, infoLabels } from '../../../texts/form-words.de';
import { textLimits } from '../../../domain/ticket/text-limits';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { ticketOf } from './ticket-of';

/** "Ergänzen": the operator supplies what was missing, and a new reaction cycle starts (process 2.3). */
export const supplementForm: FormDefinition = {
  id: 'supplement',
  title: () => actionNames.supplement,
  submitLabel: () => actionNames.supplement,
  fields: (context) => [
    ...onBehalfFields(context),
    { id: 'answer', kind: 'text', ...fieldTexts.answer, maxLength: textLimits.answer },
  ],
  initialValues: onBehalfInitial,
  info: (context) => {
    const { returned, securityRelevant } = ticketOf(context);
    // Process 10: whoever answers reads what is missing behind "Inhalt anzeigen".
    const asked = securityRelevant ? formWords.underContent : returned?.missing;
    return asked === undefined ? [] : [{ label: infoLabels.missing, text: asked }];
  },
  read: (context, values) => {
    const word = readOnBehalf(context, values, 'supplement');
    if (!word.ok) return word;
    const { answer = '' } = values;
    return { ok: true, command: { type: 'supplement', answer, ...defined({ onBehalf: word.onBehalf }) } };
  },
};
