import { defined } from '../../../defined';
import { contractIsValidOn } from '../../../domain/organisation/find';
import type { Contract } from '../../../domain/organisation/installation';
import { hint } from '../../../texts/form-words.de';
import { noContractText } from '../../../texts/no-contract.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import { recordLabels, recordTexts } from '../../../texts/records.de';
import type { RecordForm, RecordFormContext } from './record-form';
import { versionField } from './text-fields';

/** "Version melden": an operator keeps its installed version up to date itself; release notices go by it (process 6). */
export const versionForm: RecordForm = {
  id: 'version',
  action: 'reportVersion',
  list: 'ownContracts',
  title: () => recordFormTexts.reportVersion,
  submitLabel: () => recordTexts.save,
  blocked: (context) => {
    const contract = ownContract(context);
    if (contract === undefined) return recordTexts.unknownRecord;
    const { id, operator, module } = contract;
    const { view, today } = context;
    const isInForce = view.installation.contracts.some(
      (each) => each.id === id && contractIsValidOn(each, today),
    );
    return isInForce ? undefined : noContractText(operator, module, view);
  },
  fields: () => [{ ...versionField, missing: recordFormTexts.versionMissing }],
  initialValues: (context) => defined({ installedVersion: ownContract(context)?.installedVersion }),
  info: (context) => {
    const contract = ownContract(context);
    return contract === undefined
      ? []
      : [
          { label: recordLabels.module, text: context.view.module(contract.module) },
          hint(recordFormTexts.versionHint),
        ];
  },
  read: ({ of = '' }, { installedVersion = '' }) => ({
    ok: true,
    command: { type: 'reportVersion', contract: of, installedVersion },
  }),
};

/** A contract of another operator is none. */
function ownContract({ recorded, of, operator }: RecordFormContext): Contract | undefined {
  return recorded.contracts.find((contract) => contract.id === of && contract.operator === operator);
}
