import { defined } from '../../../defined';
import { organisationById } from '../../../domain/organisation/find';
import type { Contract, Organisation, OrganisationId } from '../../../domain/organisation/installation';
import { parseNotice } from '../../../domain/organisation/notice';
import { formatDay } from '../../../texts/german-time';
import { hint } from '../../../texts/form-words.de';
import { retiredOperatorText } from '../../../texts/no-contract.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import type { LabelledText } from '../cards/labelled-text';
import type { Field } from '../forms/field';
import { checkRecords } from './check-records';
import { chosenIn, nothingChosen } from './nothing-chosen';
import { peopleOf } from './people-of';
import { recordChoices, moduleChoices, operatorChoices } from './record-choices';
import type { RecordForm, RecordFormContext } from './record-form';
import { withRoom } from './room-for-choices';
import { versionField } from './text-fields';

const operatorPrefix = 'operator ';

/** The key of a contract to be entered for an operator: their list is searched, which choices are not. */
export function contractOf({ id }: Pick<Organisation, 'id'>): string {
  return `${operatorPrefix}${id}`;
}

/** What was agreed stays: of a contract only its end and notice, the installed version and the contact change (process 6, 8). */
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
      { id: 'noticeMonths', kind: 'line', label: recordLabels.noticeMonths, maxLength: 20 },
      versionField,
      ...packageContactField(context),
    ]),
  initialValues: (context) => {
    const { to, noticeMonths, installedVersion, packageContact } = entered(context) ?? {};
    return defined({ to, noticeMonths: noticeMonths?.toString(), installedVersion, packageContact });
  },
  info: (context) => [
    ...agreedLines(context),
    ...(offersAll(context) ? [] : [hint(recordFormTexts.furtherOperatorsHint)]),
    hint(recordFormTexts.contractEndHint),
  ],
  read: (context, values) => {
    const { to, noticeMonths: typed, installedVersion, packageContact: chosen } = values;
    const noticeMonths = typed === undefined ? undefined : parseNotice(typed);
    if (typed !== undefined && noticeMonths === undefined)
      return { ok: false, errors: { noticeMonths: recordFormTexts.notMonths } };
    const packageContact = chosenIn(chosen);
    const contract = {
      ...agreed(context, values),
      ...defined({ to, noticeMonths, installedVersion, packageContact }),
    };
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

/** One of the operator's own people; who they are is known once the operator is. */
function packageContactField(context: RecordFormContext): readonly Field[] {
  const contract = entered(context);
  const operator = contract?.operator ?? operatorMeant(context);
  const people = operator === undefined ? [] : peopleOf(context, operator).map(({ id }) => id);
  const recorded = contract?.packageContact === undefined ? [] : [contract.packageContact];
  const choices = recordChoices(people, recorded, (id) => context.view.person(id));
  if (choices.length === 0) return [];
  return [
    {
      id: 'packageContact',
      kind: 'choice',
      label: recordLabels.packageContact,
      choices: [{ title: recordFormTexts.noPackageContact, value: nothingChosen }, ...choices],
    },
  ];
}

/** Whether every operator can be chosen, or none has to be. */
function offersAll(context: RecordFormContext): boolean {
  if (context.of !== undefined) return true;
  const { choices, gone } = operatorChoices(context);
  return choices.length + gone.size === context.recorded.organisations.length;
}
