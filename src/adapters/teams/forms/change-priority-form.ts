import { priorities } from '../../../domain/ticket/ticket';
import { missingTexts } from '../../../texts/form-errors.de';
import { actionNames, priorityNames } from '../../../texts/labels.de';
import { choicesOf, valueIn } from './choices';
import type { FormDefinition } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Priorität ändern": the order of work; it never touches a deadline. */
export const changePriorityForm: FormDefinition = {
  id: 'changePriority',
  template: 'change-priority',
  title: () => actionNames.changePriority,
  submitLabel: () => actionNames.changePriority,
  fields: () => [
    {
      id: 'priority',
      kind: 'choice',
      missing: missingTexts.priority,
      choices: choicesOf(priorities, priorityNames),
    },
  ],
  initialValues: (context) => ({ priority: ticketOf(context).priority }),
  view: () => ({ info: [{ label: 'Hinweis', text: 'Die Priorität ändert keine Frist.' }] }),
  read: (_context, values) => ({
    ok: true,
    command: { type: 'changePriority', priority: valueIn(priorities, values['priority']) },
  }),
};
