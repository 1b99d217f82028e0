import type { Absence, Installation, Person, PersonId, RoleGrant } from './installation';
import type { CalendarDay } from '../service-calendar/civil-date';

/** The absence of the person on the day, first and last day included (process 1). */
export function absenceOn(
  { absences }: Pick<Installation, 'absences'>,
  person: PersonId,
  day: CalendarDay,
): Absence | undefined {
  return absences.find((absence) => absence.person === person && absence.from <= day && day <= absence.to);
}

/**
 * Who can be somebody's deputy: a colleague, or somebody elsewhere who shares a role (of maintainers, for the same module; an
 * operator's people read for their own organisation only). A deputy has the rights of their own roles and no others: an
 * absence changes who is called, not who may act (process 1).
 */
export function mayStandInFor(absent: Person, deputy: Person): boolean {
  if (deputy.id === absent.id) return false;
  return deputy.organisation === absent.organisation || absent.roles.some((role) => isShared(role, deputy));
}

function isShared(wanted: RoleGrant, { roles }: Person): boolean {
  switch (wanted.role) {
    case 'operator':
      return false;
    case 'maintainer':
      return roles.some((grant) => grant.role === 'maintainer' && grant.module === wanted.module);
    case 'dispatcher':
    case 'platformMaintainer':
    case 'processOwner':
      return roles.some(({ role }) => role === wanted.role);
  }
}
