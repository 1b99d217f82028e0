import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, hint } from '../../../texts/form-words.de';
import { priorities } from '../../../domain/ticket/ticket';
import { priorityNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FormDefinition } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Priorität ändern": the order of work; it never touches a deadline. */
export const changePriorityForm: FormDefinition = {
  id: 'changePriority',
  title: () => actionNames.changePriority,
  submitLabel: () => actionNames.changePriority,
  fields: () => [
    {
      id: 'priority',
      kind: 'choice',
      ...fieldTexts.priority,
      choices: choicesOf(priorities, priorityNames),
    },
  ],
  initialValues: (context) => ({ priority: ticketOf(context).priority }),
  info: () => [hint(formWords.priorityKeepsDeadline)],
  read: (_context, values) => ({
    ok: true,
    command: { type: 'changePriority', priority: valueIn(priorities, values['priority']) },
  }),
};
