import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { formWords, infoLabels, hint, presentChoice } from '../../../texts/form-words.de';
import { toReaderText } from '../../../texts/refusals.de';
import { modulesUnderContract } from '../../../domain/organisation/find';
import { presentModules } from '../../../domain/organisation/in-force';
import type { MaintainedModule } from '../../../domain/organisation/installation';
import { dayAt } from '../../../domain/ticket/plan/target-date';
import type { FormContext, FormDefinition } from './form-definition';
import { moduleChoice } from './module-choice';
import type { LabelledText } from '../cards/labelled-text';
import { ticketOf } from './ticket-of';

/** "Modul ändern": to another module that the operator had under contract at receipt, or to any for a trial ticket (process 3, 7). */
export const changeModuleForm: FormDefinition = {
  id: 'changeModule',
  title: () => actionNames.changeModule,
  submitLabel: () => actionNames.changeModule,
  blocked: (context) =>
    possibleModules(context).some(({ id }) => id !== ticketOf(context).module)
      ? undefined
      : toReaderText(formWords.noOtherModule, ticketOf(context), context.view),
  fields: (context) => {
    const { operator, module: present } = ticketOf(context);
    const { choices, gone } = moduleChoice(possibleModules(context), operator, context.view);
    const named = choices.map(({ title, value }) => ({
      title: value === present ? presentChoice(title) : title,
      value,
    }));
    return [{ id: 'module', kind: 'choice', ...fieldTexts.module, choices: named, gone }];
  },
  initialValues: () => ({}),
  info: (context) => {
    const { module, assignment } = ticketOf(context);
    const ends: readonly LabelledText[] = assignment === undefined ? [] : [hint(formWords.assignmentEnds)];
    return [{ label: infoLabels.before, text: context.view.module(module) }, ...ends];
  },
  read: (_context, { module = '' }) => ({ ok: true, command: { type: 'changeModule', module } }),
};

/** The present one among them: choosing it is refused by the process, which also knows who was faster. */
function possibleModules(context: FormContext): readonly MaintainedModule[] {
  const { view } = context;
  const { operator, receivedAt, trial } = ticketOf(context);
  const { installation, now } = view;
  if (trial === true) return presentModules(installation, dayAt(installation.calendars, now));
  return modulesUnderContract(installation, operator, dayAt(installation.calendars, receivedAt));
}
