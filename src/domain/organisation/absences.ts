import type { Instant } from '../instant';
import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { Absence, Installation, Person, PersonId, RoleGrant } from './installation';

/** The absence of the person on the day, first and last day included (process 1). */
export function absenceOn(
  { absences }: Pick<Installation, 'absences'>,
  person: PersonId,
  day: CalendarDay,
): Absence | undefined {
  return absences.find(
    (absence) => holds(absence) && absence.person === person && absence.from <= day && day <= absence.to,
  );
}

/** The absence that lasts on the day or, where none does, the next one that is known. */
export function nextAbsence(
  { absences }: Pick<Installation, 'absences'>,
  person: PersonId,
  day: CalendarDay,
): Absence | undefined {
  return absences
    .filter((absence) => holds(absence) && absence.person === person && day <= absence.to)
    .sort((one, other) => (one.from < other.from ? -1 : 1))[0];
}

/** Whether it was not called off. */
export function holds({ cancelled }: Absence): boolean {
  return cancelled !== true;
}

/** Who is there on a day, and who acts in whose stead. */
export interface Presence {
  readonly isThere: (person: PersonId) => boolean;
  /** The person or, while they are absent, the deputy, as long as that one is there; whether they may act is another matter. */
  readonly inSteadOf: (person: PersonId) => PersonId | undefined;
}

/** On the day of the instant, on the clock of the calendar in force (process 1). */
export function presenceAt(
  { absences, calendars }: Pick<Installation, 'absences' | 'calendars'>,
  at: Instant,
): Presence {
  return presenceOn({ absences }, localDayAt(calendars, at).day);
}

export function presenceOn({ absences }: Pick<Installation, 'absences'>, day: CalendarDay): Presence {
  const absenceOf = (person: PersonId) => absenceOn({ absences }, person, day);
  const isThere = (person: PersonId) => absenceOf(person) === undefined;
  return {
    isThere,
    inSteadOf(person) {
      const absence = absenceOf(person);
      if (absence === undefined) return person;
      return absence.deputy !== undefined && isThere(absence.deputy) ? absence.deputy : undefined;
    },
  };
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
