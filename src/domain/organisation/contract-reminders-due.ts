import { type CalendarDay, parseDate } from '../service-calendar/civil-date';
import type { OrganisationEvent } from './changes';
import { dayAfter } from './days';
import { contractOn } from './find';
import type { Contract, Installation } from './installation';

/** So many days before a contract's end its parties are reminded (process 8). */
export const daysBeforeEnd = [90, 30, 7] as const;

/**
 * The ends of contracts that are to be reminded of today; each once, and of what was missed, or lay in the past when the
 * contract was entered, only the last. Nothing is said where another contract follows without a gap. Asked of the installation
 * in force today.
 */
export function contractRemindersDue(
  inForce: Installation,
  today: CalendarDay,
): readonly OrganisationEvent[] {
  return inForce.contracts.flatMap((contract): readonly OrganisationEvent[] => {
    const { id, to, from } = contract;
    if (to === undefined || from > today || isContinued(inForce, contract)) return [];
    const left = daysBetween(today, to);
    const daysBefore = left < 0 ? undefined : daysBeforeEnd.findLast((days) => left <= days);
    if (daysBefore === undefined) return [];
    const reminder = { contract: id, to, daysBefore };
    const isTold = inForce.contractReminders.some(
      (each) => each.contract === id && each.to === to && each.daysBefore <= daysBefore,
    );
    return isTold ? [] : [{ type: 'contractEndReminded', reminder }];
  });
}

/** Whether the operator has a contract for the module on the day after its end, too. */
export function isContinued(inForce: Installation, { operator, module, to }: Contract): boolean {
  const next = to && dayAfter(to);
  return next !== undefined && contractOn(inForce, operator, module, next) !== undefined;
}

/** Whole days from one day to a later one; negative to an earlier one. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return (parseDate(to) ?? Infinity) - (parseDate(from) ?? Infinity);
}
