import { maintainersOf } from '../../../domain/organisation/find';
import { isRetiredOn } from '../../../domain/organisation/in-force';
import type { MaintainedModule } from '../../../domain/organisation/installation';
import { commandNames } from '../../../texts/commands.de';
import { roleNames } from '../../../texts/labels.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { contractsText, retiredText } from '../../../texts/record-rows.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import { inRowOrder } from './in-row-order';
import type { RecordContext } from './record-form';
import type { RecordListDefinition, RecordRow } from './record-list';

/** Every module that is maintained or was, by name; those that are out of it last. */
export const modulesList: RecordListDefinition = {
  list: 'modules',
  title: recordTexts.modules,
  roles: ['processOwner'],
  additions: [
    { title: recordTexts.add, form: 'module' },
    { title: commandNames.onboarding, list: 'onboardings' },
  ],
  rows: (context) =>
    inRowOrder(
      context.recorded.modules.map((module) => ({
        isOver: isRetiredOn(module, context.today),
        row: rowOf(module, context),
      })),
    ),
};

function rowOf(module: MaintainedModule, context: RecordContext): RecordRow {
  const { id, maintainer } = module;
  const { view, today } = context;
  const retired = retiredText(module, today);
  return {
    text: view.module(id),
    details: [
      `${recordLabels.maintainer}: ${maintainer === undefined ? recordFormTexts.noMaintainer : view.organisation(maintainer)}`,
      ...(maintainer === undefined ? [] : [maintainersText(module, context)]),
      contractsText(contractsFor(module, context)),
      ...(retired === undefined ? [] : [retired]),
    ],
    buttons: [{ title: recordTexts.change, form: 'module', of: id }],
  };
}

/** Who holds the role now. */
function maintainersText({ id }: MaintainedModule, { view }: RecordContext): string {
  const people = maintainersOf(view.installation, id).map((person) => view.person(person.id));
  return `${roleNames.maintainer}: ${people.length === 0 ? recordFormTexts.noMaintainer : people.join('; ')}`;
}

/** Those that have not ended. */
function contractsFor({ id }: MaintainedModule, { recorded, today }: RecordContext): number {
  return recorded.contracts.filter(({ module, to }) => module === id && (to === undefined || today <= to))
    .length;
}
