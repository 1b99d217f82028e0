import { defined } from '../../../defined';
import { organisationById } from '../../../domain/organisation/find';
import type { Contract, Organisation, OrganisationId } from '../../../domain/organisation/installation';
import { formatDay } from '../../../texts/german-time';
import { hint } from '../../../texts/form-words.de';
import { retiredOperatorText } from '../../../texts/no-contract.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import type { LabelledText } from '../cards/labelled-text';
import type { Field } from '../forms/field';
import { checkRecords } from './check-records';
import { moduleChoices, operatorChoices } from './record-choices';
import type { RecordForm, RecordFormContext } from './record-form';
import { recordLimits } from './record-limits';
import { withRoom } from './room-for-choices';

const operatorPrefix = 'operator ';

/** The key of a contract to be entered for an operator: their list is searched, which choices are not. */
export function contractOf({ id }: Pick<Organisation, 'id'>): string {
  return `${operatorPrefix}${id}`;
}

/** What was agreed stays: of a contract only its end and the installed version change (process 6, 8). */
export const contractForm: RecordForm = {
  id: 'contract',
  action: 'recordContract',
  list: 'contracts',
  title: () => recordFormTexts.contract,
  submitLabel: () => recordTexts.save,
  blocked: (context) => {
    if (context.of === undefined || entered(context) !== undefined) return undefined;
    const operator = operatorMeant(context);
    return operator === undefined ? recordTexts.unknownRecord : retiredOperatorText(operator, context.view);
  },
  fields: (context) =>
    withRoom([
      ...(entered(context) === undefined ? agreedFields(context) : []),
      { id: 'to', kind: 'date', label: recordLabels.to },
      {
        id: 'installedVersion',
        kind: 'line',
        label: recordLabels.installedVersion,
        maxLength: recordLimits.version,
      },
    ]),
  initialValues: (context) => {
    const { to, installedVersion } = entered(context) ?? {};
    return defined({ to, installedVersion });
  },
  info: (context) => [
    ...agreedLines(context),
    ...(offersAll(context) ? [] : [hint(recordFormTexts.furtherOperatorsHint)]),
    hint(recordFormTexts.contractEndHint),
  ],
  read: (context, values) => {
    const { to, installedVersion } = values;
    const contract = { ...agreed(context, values), ...defined({ to, installedVersion }) };
    return { ok: true, command: { type: 'recordContract', contract } };
  },
  check: checkRecords,
};

function entered({ recorded, of }: RecordFormContext): Contract | undefined {
  return recorded.contracts.find(({ id }) => id === of);
}

/** Whose contract is entered, where that is known before anything is chosen. */
function operatorMeant({ recorded, of }: RecordFormContext): OrganisationId | undefined {
  if (of?.startsWith(operatorPrefix) !== true) return undefined;
  return organisationById(recorded, of.slice(operatorPrefix.length))?.id;
}

function agreedFields(context: RecordFormContext): readonly Field[] {
  return [
    ...(operatorMeant(context) === undefined
      ? [
          {
            id: 'operator',
            kind: 'choice',
            label: recordLabels.operator,
            missing: recordFormTexts.operatorMissing,
            ...operatorChoices(context),
          } as const,
        ]
      : []),
    {
      id: 'module',
      kind: 'choice',
      label: recordLabels.module,
      missing: recordFormTexts.moduleMissing,
      ...moduleChoices(context),
    },
    { id: 'from', kind: 'date', label: recordLabels.from, missing: recordFormTexts.dayMissing },
  ];
}

function agreedLines(context: RecordFormContext): readonly LabelledText[] {
  const { view } = context;
  const contract = entered(context);
  const operator = contract?.operator ?? operatorMeant(context);
  return [
    ...(operator === undefined ? [] : [{ label: recordLabels.operator, text: view.organisation(operator) }]),
    ...(contract === undefined
      ? []
      : [
          { label: recordLabels.module, text: view.module(contract.module) },
          { label: recordLabels.from, text: formatDay(contract.from) },
        ]),
  ];
}

function agreed(
  context: RecordFormContext,
  values: Readonly<Record<string, string>>,
): Pick<Contract, 'operator' | 'module' | 'from'> & Partial<Pick<Contract, 'id'>> {
  const before = entered(context);
  if (before !== undefined) {
    const { id, operator, module, from } = before;
    return { id, operator, module, from };
  }
  const { operator = '', module = '', from = '' } = values;
  return { operator: operatorMeant(context) ?? operator, module, from };
}

/** Whether every operator can be chosen, or none has to be. */
function offersAll(context: RecordFormContext): boolean {
  if (context.of !== undefined) return true;
  const { choices, gone } = operatorChoices(context);
  return choices.length + gone.size === context.recorded.organisations.length;
}
