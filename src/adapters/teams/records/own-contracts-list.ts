import { contractIsValidOn, moduleById } from '../../../domain/organisation/find';
import type { Contract } from '../../../domain/organisation/installation';
import { packageAccessOn } from '../../../domain/organisation/package-access';
import { commandNames } from '../../../texts/commands.de';
import { noContractAtAllText } from '../../../texts/no-contract.de';
import { ownAccessText } from '../../../texts/package-access.de';
import { recordFormTexts } from '../../../texts/record-forms.de';
import {
  endsSoonText,
  noticeText,
  packageContactText,
  termText,
  versionText,
} from '../../../texts/record-rows.de';
import { recordLabels } from '../../../texts/records.de';
import { inRowOrder } from './in-row-order';
import { peopleOf } from './people-of';
import type { RecordContext } from './record-form';
import type { RecordListDefinition, RecordRow } from './record-list';

/** "Vertrag": what an operator has a contract for today, until when, and what it opens (process 8). */
export const ownContractsList: RecordListDefinition = {
  list: 'ownContracts',
  title: commandNames.contract,
  roles: ['operator'],
  at: 'operator',
  additions: [],
  none: ({ operator = '', view }) => noContractAtAllText(view.organisation(operator)),
  rows: (context) =>
    inRowOrder(
      context.view.installation.contracts
        .filter(
          (contract) => contract.operator === context.operator && contractIsValidOn(contract, context.today),
        )
        .map((contract) => ({ isOver: false, row: rowOf(contract, context) })),
    ),
};

function rowOf(contract: Contract, context: RecordContext): RecordRow {
  const { id, module, installedVersion = recordFormTexts.unknownVersion } = contract;
  const { view, today } = context;
  const repository = moduleById(view.installation, module)?.packageRepository;
  const details = [
    termText(contract),
    endsSoonText(contract, today),
    noticeText(contract),
    versionText({ installedVersion }),
    packageContact(contract, context),
    ownAccessText(packageAccessOn(view.installation, contract, today), view),
  ];
  return {
    text: view.module(module),
    details: details.filter((each) => each !== undefined),
    buttons: [{ title: recordFormTexts.reportVersion, form: 'version', of: id }],
    ...(repository !== undefined && { link: { title: recordLabels.packageRepository, url: repository } }),
  };
}

/** Whoever has left is nobody's contact. */
function packageContact(contract: Contract, context: RecordContext): string {
  const isThere = peopleOf(context, contract.operator).some(({ id }) => id === contract.packageContact);
  const text = isThere ? packageContactText(contract, context.view) : undefined;
  return text ?? `${recordLabels.packageContact}: ${recordFormTexts.noMaintainer}`;
}
