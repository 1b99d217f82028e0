import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { infoLabels } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { classReasonMissing } from '../../../domain/ticket/actions/change-class';
import { textLimits } from '../../../domain/ticket/text-limits';
import { priorities } from '../../../domain/ticket/ticket';
import { fieldErrors } from '../../../texts/form-errors.de';
import { faultClassLabel, priorityNames } from '../../../texts/labels.de';
import { choicesOf, faultClassChoices, faultClassIn, valueIn } from './choices';
import type { FormDefinition } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Akzeptieren": confirms class and priority; a class that differs from the operator's needs a reason (process 2.8). */
export const acceptForm: FormDefinition = {
  id: 'accept',
  title: () => actionNames.accept,
  submitLabel: () => actionNames.accept,
  fields: () => [
    { id: 'faultClass', kind: 'choice', ...fieldTexts.faultClass, choices: faultClassChoices },
    { id: 'classReason', kind: 'text', ...fieldTexts.classReason, maxLength: textLimits.reason },
    {
      id: 'priority',
      kind: 'choice',
      ...fieldTexts.priority,
      choices: choicesOf(priorities, priorityNames),
    },
  ],
  initialValues: (context) => {
    const { faultClass, priority } = ticketOf(context);
    return { faultClass: String(faultClass), priority };
  },
  info: (context) => [{ label: infoLabels.proposed, text: faultClassLabel(ticketOf(context).proposedClass) }],
  read: (context, values) => {
    const ticket = ticketOf(context);
    const faultClass = faultClassIn(values['faultClass']);
    const { classReason } = values;
    if (classReasonMissing(ticket, faultClass, classReason)) {
      return { ok: false, errors: { classReason: fieldErrors.classReason } };
    }
    return {
      ok: true,
      command: {
        type: 'accept',
        faultClass,
        ...defined({ classReason }),
        priority: valueIn(priorities, values['priority']),
      },
    };
  },
};
