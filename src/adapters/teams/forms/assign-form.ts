import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { infoLabels } from '../../../texts/form-words.de';
import { standingInOnboarding } from '../../../texts/onboarding.de';
import { maintainersOf } from '../../../domain/organisation/find';
import { assignable, assignmentGate } from '../../../domain/ticket/assignable';
import type { Choice } from './field';
import type { FormContext, FormDefinition } from './form-definition';
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
      choices: peopleToChoose(context),
    },
  ],
  initialValues: (context) => {
    const ticket = ticketOf(context);
    const { assignment } = ticket;
    const people = assignable(ticket, context.view.installation);
    const [only] = people;
    if (assignment !== undefined) return { person: assignment.person };
    return people.length === 1 && only !== undefined ? { person: only.id } : {};
  },
  info: (context) => [{ label: infoLabels.module, text: context.view.module(ticketOf(context).module) }],
  read: (_context, { person = '' }) => ({ ok: true, command: { type: 'assign', person } }),
};

/** Who is not active yet comes last, with how far they are: whoever looks for them finds them, and reads on sending what is missing. */
function peopleToChoose(context: FormContext): readonly Choice[] {
  const { view } = context;
  const ticket = ticketOf(context);
  const people = maintainersOf(view.installation, ticket.module).map(({ id, organisation }) => {
    const gate = assignmentGate(ticket, view.installation, id);
    const notes = gate === undefined ? [] : [standingInOnboarding(gate.onboarding)];
    return { isActive: gate === undefined, title: view.personOf(id, organisation, notes), value: id };
  });
  return [...people.filter(({ isActive }) => isActive), ...people.filter(({ isActive }) => !isActive)].map(
    ({ title, value }) => ({ title, value }),
  );
}
