import type { Contract, ContractId } from '../../../domain/organisation/installation';
import { packageAccessOn } from '../../../domain/organisation/package-access';
import { retiredModuleText, retiredOperatorText } from '../../../texts/no-contract.de';
import { packageAccessText } from '../../../texts/package-access.de';
import {
  endsSoonText,
  noticeText,
  packageContactText,
  rowTexts,
  termText,
  versionText,
} from '../../../texts/record-rows.de';
import { recordTexts } from '../../../texts/records.de';
import { inRowOrder } from './in-row-order';
import type { RecordContext } from './record-form';
import type { RecordListDefinition } from './record-list';

/** Every contract that there is or was (process 8), by operator and module; those that have ended last. */
export const contractsList: RecordListDefinition = {
  list: 'contracts',
  title: recordTexts.contracts,
  roles: ['processOwner'],
  additions: [
    { title: recordTexts.add, form: 'contract' },
    { title: recordTexts.accessTasks, list: 'accessTasks' },
  ],
  rows: (context) => {
    const { recorded, view, today } = context;
    // Names are told apart from all others: once for each contract would be long for hundreds.
    const operators = new Map(recorded.organisations.map(({ id }) => [id, view.organisation(id)]));
    const modules = new Map(recorded.modules.map(({ id }) => [id, view.module(id)]));
    const latest = latestOf(recorded.contracts);
    return inRowOrder(
      recorded.contracts.map((contract) => {
        const { id, operator, module } = contract;
        const over = overText(contract, context);
        const details = [
          termText(contract),
          noticeText(contract),
          versionText(contract),
          packageContactText(contract, view),
          latest.has(id) ? accessText(contract, context) : undefined,
          over ?? endsSoonText(contract, today),
        ];
        return {
          isOver: over !== undefined,
          row: {
            text: `${operators.get(operator) ?? operator} – ${modules.get(module) ?? module}`,
            details: details.filter((each) => each !== undefined),
            buttons: [{ title: recordTexts.change, form: 'contract', of: id }],
          },
        };
      }),
    );
  },
};

/** Why it counts no more: it has ended, or its operator or module is retired. */
function overText({ operator, module, to }: Contract, { view, today }: RecordContext): string | undefined {
  if (to !== undefined && to < today) return rowTexts.ended;
  return retiredOperatorText(operator, view) ?? retiredModuleText(module, view);
}

/** How its access stands, where its module has packages. */
function accessText(contract: Contract, { view, today }: RecordContext): string | undefined {
  const access = packageAccessOn(view.installation, contract, today);
  return access.kind === 'noRepository' ? undefined : packageAccessText(access, view);
}

/** Access is one for operator and module: of contracts that follow each other, the last says how it stands. */
function latestOf(contracts: readonly Contract[]): ReadonlySet<ContractId> {
  const latest = new Map<string, Contract>();
  for (const contract of contracts) {
    const key = `${contract.operator} ${contract.module}`;
    const known = latest.get(key);
    if (known === undefined || known.from < contract.from) latest.set(key, contract);
  }
  return new Set([...latest.values()].map(({ id }) => id));
}
