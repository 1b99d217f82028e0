import { defined } from '../../../defined';
import { formWords } from '../../../texts/form-words.de';
import { refusalToReaderText } from '../../../texts/refusals.de';
import { nobodyToAssign } from '../../../domain/ticket/actions/assign';
import { assignable } from '../../../domain/ticket/assignable';
import { withActionName } from '../../../domain/ticket/refusals';
import { acceptForm } from './accept-form';
import { assignForm } from './assign-form';
import type { Field } from './field';
import type { FieldValues, FormContext, FormDefinition } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Akzeptieren und zuweisen": both forms in one, for reports whose module has a maintainer (process 3). */
export const acceptAndAssignForm: FormDefinition = {
  id: 'acceptAndAssign',
  title: () => formWords.acceptAndAssign,
  submitLabel: () => formWords.acceptAndAssign,
  blocked: (context) => {
    const { view } = context;
    const refusal = nobodyToAssign(ticketOf(context), view);
    return refusal && refusalToReaderText(withActionName(refusal, 'assign'), ticketOf(context), view);
  },
  fields: (context) => [...acceptForm.fields(context), ...peopleToChoose(context)],
  initialValues: (context) => ({
    ...acceptForm.initialValues(context),
    ...firstNamed(context),
    ...assignForm.initialValues(context),
  }),
  info: (context) => [...acceptForm.info(context), ...assignForm.info(context)],
  read: (context, values) => {
    const { person = '' } = values;
    const accepting = acceptForm.read(context, values);
    if (!('command' in accepting) || accepting.command.type !== 'accept') return accepting;
    return { ok: true, command: { ...accepting.command, person } };
  },
};

/** None once nobody is left: the form is given back then with what was typed, and a list without choices cannot be drawn. */
function peopleToChoose(context: FormContext): readonly Field[] {
  return assignForm.fields(context).filter(({ choices = [] }) => choices.length > 0);
}

/** Who was recorded first is the module's first contact: a deputy stands after them. */
function firstNamed(context: FormContext): FieldValues {
  const [first] = assignable(ticketOf(context), context.view.installation);
  return defined({ person: first?.id });
}
