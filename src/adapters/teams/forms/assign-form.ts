import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { infoLabels } from '../../../texts/form-words.de';
import { maintainersOf } from '../../../domain/organisation/find';
import type { FormDefinition } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Zuweisen" to one of the module's maintainers, who is mentioned (process 3). */
export const assignForm: FormDefinition = {
  id: 'assign',
  title: () => actionNames.assign,
  submitLabel: () => actionNames.assign,
  fields: (context) => [
    {
      id: 'person',
      kind: 'choice',
      ...fieldTexts.person,
      choices: maintainersOf(context.view.installation, ticketOf(context).module).map((person) => ({
        title: context.view.personOf(person.id, person.organisation),
        value: person.id,
      })),
    },
  ],
  initialValues: (context) => {
    const { assignment, module } = ticketOf(context);
    const people = maintainersOf(context.view.installation, module);
    const [only] = people;
    if (assignment !== undefined) return { person: assignment.person };
    return people.length === 1 && only !== undefined ? { person: only.id } : {};
  },
  info: (context) => [{ label: infoLabels.module, text: context.view.module(ticketOf(context).module) }],
  read: (_context, { person = '' }) => ({ ok: true, command: { type: 'assign', person } }),
};
