import { maintainersOf } from '../../../domain/organisation/find';
import { responsibleParty } from '../../../domain/ticket/responsible-party';
import { missingTexts } from '../../../texts/form-errors.de';
import { actionNames } from '../../../texts/labels.de';
import { moduleName, organisationName } from '../../../texts/parties.de';
import { refusalText } from '../../../texts/refusals.de';
import type { FormDefinition } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Zuweisen" to one of the module's maintainers, who is mentioned (process 3). */
export const assignForm: FormDefinition = {
  id: 'assign',
  template: 'assign',
  title: () => actionNames.assign,
  submitLabel: () => actionNames.assign,
  blocked: (context) => {
    const ticket = ticketOf(context);
    const { module, state } = ticket;
    if (maintainersOf(context.installation, module).length > 0) return undefined;
    const refusal = { code: 'noMaintainer', module, state, responsible: responsibleParty(ticket) } as const;
    return refusalText(refusal, context.installation);
  },
  fields: (context) => [
    {
      id: 'person',
      kind: 'choice',
      missing: missingTexts.person,
      choices: maintainersOf(context.installation, ticketOf(context).module).map((person) => ({
        title: `${person.name} (${organisationName(context.installation, person.organisation)})`,
        value: person.id,
      })),
    },
  ],
  initialValues: (context) => {
    const { assignment, module } = ticketOf(context);
    const people = maintainersOf(context.installation, module);
    const [only] = people;
    if (assignment !== undefined) return { person: assignment.person };
    return people.length === 1 && only !== undefined ? { person: only.id } : {};
  },
  view: (context) => ({
    info: [{ label: 'Modul', text: moduleName(context.installation, ticketOf(context).module) }],
  }),
  read: (_context, { person = '' }) => ({ ok: true, command: { type: 'assign', person } }),
};
