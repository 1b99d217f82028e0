import type { ContractReminder } from '../domain/organisation/installation';
import { formatDay } from './german-time';
import type { View } from './view';

/** Said to those who can do something about it. */
export function contractEndsText(reminders: readonly ContractReminder[], view: View): string {
  const ends = reminders.map(({ contract: id, to }) => {
    const contract = view.installation.contracts.find((each) => each.id === id);
    const of = contract ? `${view.organisation(contract.operator)}, ${view.module(contract.module)}` : id;
    return `${of}: ${formatDay(to)}`;
  });
  return `Verträge enden: ${ends.join('; ')}`;
}
