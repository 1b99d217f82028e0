import type { Instant } from '../instant';
import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { Installation, Person } from './installation';

/** Whether a person holds their roles on the day, first and last day included (process 1). */
export function holdsRolesOn({ since, until }: Pick<Person, 'since' | 'until'>, day: CalendarDay): boolean {
  return (since === undefined || since <= day) && (until === undefined || day <= until);
}

const known = new WeakMap<Installation, { readonly day: CalendarDay; readonly inForce: Installation }>();

/**
 * The installation as it is on the day of an instant, on the clock of the calendar in force (process 1, 9): whoever does not
 * hold their roles yet, or any more, has none, and is nobody's contact; their name stays. Everything that decides who may do,
 * read or hear something, or whom people can choose, is asked of this.
 */
export function inForceAt(installation: Installation, at: Instant): Installation {
  const { day } = localDayAt(installation.calendars, at);
  const last = known.get(installation);
  if (last?.day === day) return last.inForce;
  const inForce = onDay(installation, day);
  known.set(installation, { day, inForce });
  return inForce;
}

function onDay(installation: Installation, day: CalendarDay): Installation {
  const absent = new Set(
    installation.people.filter((person) => !holdsRolesOn(person, day)).map(({ id }) => id),
  );
  if (absent.size === 0) return installation;
  return {
    ...installation,
    people: installation.people.map((person) => (absent.has(person.id) ? { ...person, roles: [] } : person)),
    organisations: installation.organisations.map((organisation) => ({
      ...organisation,
      contactPeople: organisation.contactPeople.filter((person) => !absent.has(person)),
    })),
  };
}
