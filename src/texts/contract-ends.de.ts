import { lastDayOfNotice } from '../domain/organisation/notice';
import type { Contract, ContractReminder } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { formatDay } from './german-time';
import { endsSoonText, noticeText } from './record-rows.de';
import type { View } from './view';

export type EndingContract = Contract & Required<Pick<Contract, 'to'>>;

/** The contracts that are reminded of, the first to end first. */
export function endingContracts(
  reminders: readonly ContractReminder[],
  { installation: { contracts } }: View,
): readonly EndingContract[] {
  const reminded = new Set(reminders.map(({ contract }) => contract));
  return contracts
    .flatMap((contract) => {
      const { to } = contract;
      return reminded.has(contract.id) && to !== undefined ? [{ ...contract, to }] : [];
    })
    .toSorted((one, other) => (one.to < other.to ? -1 : Number(one.to > other.to)));
}

/** 'Ein Pflegevertrag endet', '3 Pflegeverträge enden'. */
export function contractEndsHeading(count: number): string {
  return count === 1 ? 'Ein Pflegevertrag endet' : `${count} Pflegeverträge enden`;
}

/** What follows, and what can be done about it: to an operator, or to the process owners. */
export function contractEndsText(count: number, { kind }: Place): string {
  const modules = count === 1 ? 'dieses Modul' : 'diese Module';
  const follows = `Danach werden für ${modules} keine neuen Störungen angenommen, und der Paketzugang wird entzogen. Gemeldete Störungen werden noch bearbeitet.`;
  return kind === 'organisation'
    ? `${follows} Über eine Verlängerung sprechen Sie bitte mit dem Prozessverantwortlichen (siehe „Ansprechpartner“).`
    : `${follows} Eine Verlängerung tragen Sie unter „Verträge“ ein.`;
}

/** What a contract that ends is called at a place: an operator knows that it is its own. */
export function endingContractName(
  { operator, module }: EndingContract,
  { kind }: Place,
  view: View,
): readonly string[] {
  return kind === 'organisation' ? [view.module(module)] : [view.organisation(operator), view.module(module)];
}

/** 'endet am Do 31.12.2026 (in 7 Tagen)', 'Kündigungsfrist: 3 Monate, Kündigung bis Mi 30.09.2026'. */
export function endingContractTexts(contract: EndingContract, today: CalendarDay): readonly string[] {
  const ends = endsSoonText(contract, today) ?? `endet am ${formatDay(contract.to)}`;
  const last = lastDayOfNotice(contract);
  if (last === undefined) return [ends];
  const until = today <= last ? `Kündigung bis ${formatDay(last)}` : `abgelaufen am ${formatDay(last)}`;
  return [ends, `${noticeText(contract) ?? ''}, ${until}`];
}
