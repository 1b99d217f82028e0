import { defined } from '../../../defined';
import { moduleById } from '../../../domain/organisation/find';
import type { MaintainedModule } from '../../../domain/organisation/installation';
import { isWebLink } from '../../../domain/ticket/work/work';
import { fieldErrors } from '../../../texts/form-errors.de';
import { hint } from '../../../texts/form-words.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import type { Field } from '../forms/field';
import { checkRecords } from './check-records';
import { chosenIn, nothingChosen } from './nothing-chosen';
import { maintainerChoices } from './record-choices';
import type { RecordForm, RecordFormContext } from './record-form';
import { withRoom } from './room-for-choices';
import { nameField, repositoryField } from './text-fields';

/** A module in maintenance and the one company that maintains it, or "N.N." (process 1). */
export const moduleForm: RecordForm = {
  id: 'module',
  action: 'recordModule',
  list: 'modules',
  title: () => recordFormTexts.module,
  submitLabel: () => recordTexts.save,
  blocked: (context) =>
    context.of === undefined || entered(context) !== undefined ? undefined : recordTexts.unknownRecord,
  fields: (context) =>
    withRoom([
      nameField,
      maintainerField(context),
      repositoryField,
      { id: 'retired', kind: 'date', label: recordLabels.retired },
    ]),
  initialValues: (context) => {
    const { name, maintainer = nothingChosen, packageRepository, retired } = entered(context) ?? {};
    return defined({ name, maintainer, packageRepository, retired });
  },
  info: () => [hint(recordFormTexts.retiredHint)],
  read: (context, { name = '', maintainer, packageRepository, retired }) => {
    if (packageRepository !== undefined && !isWebLink(packageRepository)) {
      return { ok: false, errors: { packageRepository: fieldErrors.notAWebLink } };
    }
    const module = {
      ...defined({ id: entered(context)?.id }),
      name,
      ...defined({ maintainer: chosenIn(maintainer), packageRepository, retired }),
    };
    return { ok: true, command: { type: 'recordModule', module } };
  },
  check: checkRecords,
};

function entered({ recorded, of }: RecordFormContext): MaintainedModule | undefined {
  return of === undefined ? undefined : moduleById(recorded, of);
}

function maintainerField(context: RecordFormContext): Field {
  const { choices, gone } = maintainerChoices(context, entered(context)?.maintainer);
  return {
    id: 'maintainer',
    kind: 'choice',
    label: recordLabels.maintainer,
    missing: recordFormTexts.maintainerMissing,
    choices: [{ title: recordFormTexts.noMaintainer, value: nothingChosen }, ...choices],
    gone,
  };
}
