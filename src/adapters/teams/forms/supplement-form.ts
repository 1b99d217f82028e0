import { textLimits } from '../../../domain/ticket/text-limits';
import { missingTexts } from '../../../texts/form-errors.de';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import type { FormDefinition } from './form-definition';
import { onBehalfFields, onBehalfInitial, readOnBehalf } from './on-behalf';
import { ticketOf } from './ticket-of';

/** "Ergänzen": the operator supplies what was missing, and a new reaction cycle starts (process 2.3). */
export const supplementForm: FormDefinition = {
  id: 'supplement',
  template: 'supplement',
  title: () => actionNames.supplement,
  submitLabel: () => actionNames.supplement,
  fields: (context) => [
    ...onBehalfFields(context),
    { id: 'answer', kind: 'text', missing: missingTexts.answer, longest: textLimits.answer },
  ],
  initialValues: onBehalfInitial,
  view: (context) => {
    const { returned, securityRelevant } = ticketOf(context);
    // Process 10: whoever answers reads what is missing behind "Inhalt anzeigen".
    const asked = securityRelevant ? formWords.underContent : returned?.missing;
    return { info: asked === undefined ? [] : [{ label: 'Es fehlt', text: asked }] };
  },
  read: (context, values) => {
    const word = readOnBehalf(context, values, ticketOf(context).returned?.at);
    if (!word.ok) return word;
    const { answer = '' } = values;
    const onBehalf = word.onBehalf === undefined ? {} : { onBehalf: word.onBehalf };
    return { ok: true, command: { type: 'supplement', answer, ...onBehalf } };
  },
};
