import type { OrganisationEvent } from '../organisation/changes';
import { dayAfter } from '../organisation/days';
import type { Contract, Installation, ModuleId, OrganisationId, Person } from '../organisation/installation';
import { haveSameOperatorAndModule } from '../organisation/operator-and-module';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { Ticket } from './ticket';

/** What a change of the records ends, besides assignments (consequences-of.ts), with what of it still counts then. */
export type Ending = {
  /** The first day on which it is over. */
  readonly day: CalendarDay;
  /** How many tickets of it are open now. */
  readonly openTickets: number;
} & (
  | {
      readonly ends: 'organisation';
      readonly organisation: OrganisationId;
      /** How many people lose their roles, and how many contracts end by it. */
      readonly people: number;
      readonly contracts: number;
    }
  | { readonly ends: 'module'; readonly module: ModuleId; readonly contracts: number }
  | { readonly ends: 'contract'; readonly operator: OrganisationId; readonly module: ModuleId }
);

/** What the events end that goes on, or ends another day, without them. */
export function endingsOf(
  events: readonly OrganisationEvent[],
  before: Installation,
  openTickets: readonly Ticket[],
): readonly Ending[] {
  return events.flatMap((event): readonly Ending[] => {
    switch (event.type) {
      case 'organisationRecorded':
        return organisationEnding(event.organisation, before, openTickets);
      case 'moduleRecorded':
        return moduleEnding(event.module, before, openTickets);
      case 'contractRecorded':
        return contractEnding(event.contract, before, openTickets);
      case 'personRecorded':
      case 'absenceRecorded':
      case 'dutyRecorded':
      case 'accessTaskRecorded':
      case 'contractEndReminded':
      case 'onboardingRecorded':
        return [];
    }
  });
}

interface Retirable {
  readonly id: string;
  readonly retired?: CalendarDay;
}

/** The day on which it is retired, if that is new. */
function newlyRetired({ id, retired }: Retirable, before: readonly Retirable[]): CalendarDay | undefined {
  return before.find((each) => each.id === id)?.retired === retired ? undefined : retired;
}

function organisationEnding(
  organisation: Retirable,
  { organisations, people, contracts }: Installation,
  openTickets: readonly Ticket[],
): readonly Ending[] {
  const day = newlyRetired(organisation, organisations);
  if (day === undefined) return [];
  const { id } = organisation;
  const holdsRoles = ({ organisation: of, roles, until }: Person) =>
    of === id && roles.length > 0 && isThere(until, day);
  return [
    {
      ends: 'organisation',
      organisation: id,
      day,
      people: people.filter(holdsRoles).length,
      contracts: contracts.filter(({ operator, to }) => operator === id && isThere(to, day)).length,
      openTickets: openTickets.filter(({ operator }) => operator === id).length,
    },
  ];
}

function moduleEnding(
  module: Retirable,
  { modules, contracts }: Installation,
  openTickets: readonly Ticket[],
): readonly Ending[] {
  const day = newlyRetired(module, modules);
  if (day === undefined) return [];
  const { id } = module;
  return [
    {
      ends: 'module',
      module: id,
      day,
      contracts: contracts.filter((each) => each.module === id && isThere(each.to, day)).length,
      openTickets: openTickets.filter((ticket) => ticket.module === id).length,
    },
  ];
}

/** Its tickets are finished, and new ones refused (process 8). */
function contractEnding(
  contract: Contract,
  { contracts }: Installation,
  openTickets: readonly Ticket[],
): readonly Ending[] {
  const { id, operator, module, to } = contract;
  const known = contracts.find((each) => each.id === id);
  const day = to && dayAfter(to);
  if (known === undefined || day === undefined || known.to === to) return [];
  const isOfContract = (ticket: Ticket) => haveSameOperatorAndModule(ticket, contract);
  return [{ ends: 'contract', operator, module, day, openTickets: openTickets.filter(isOfContract).length }];
}

/** Whether what lasts to this day, or for good, is there on the day. */
function isThere(last: CalendarDay | undefined, day: CalendarDay): boolean {
  return last === undefined || day <= last;
}
