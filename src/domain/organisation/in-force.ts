import type { Instant } from '../instant';
import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import { presenceOn } from './absences';
import { hasRole, personById } from './find';
import type { Installation, MaintainedModule, Organisation, Person, PersonId } from './installation';

/** Whether a person holds their roles on the day, first and last day included (process 1). */
export function holdsRolesOn({ since, until }: Pick<Person, 'since' | 'until'>, day: CalendarDay): boolean {
  return (since === undefined || since <= day) && !hasLeftOn({ until }, day);
}

/** Whether the last day on which they hold their roles is over. */
export function hasLeftOn(
  { until }: { readonly until?: CalendarDay | undefined },
  day: CalendarDay,
): boolean {
  return until !== undefined && until < day;
}

const known = new WeakMap<Installation, { readonly day: CalendarDay; readonly inForce: Installation }>();

/**
 * The installation as it is on the day of an instant, on the clock of the calendar in force (process 1, 9): whoever does not
 * hold their roles yet, or any more, has none, and is nobody's contact; beside a contact who is absent stands the deputy; nobody
 * of a retired organisation holds a role; a retired module has no maintainer, and neither has a contract; names stay.
 * Everything that decides who may do, read or hear something, or whom people can choose, is asked of this.
 */
export function inForceAt(installation: Installation, at: Instant): Installation {
  const { day } = localDayAt(installation.calendars, at);
  const last = known.get(installation);
  if (last?.day === day) return last.inForce;
  const inForce = inForceOn(installation, day);
  known.set(installation, { day, inForce });
  return inForce;
}

/** The installation as it is on the day, 'YYYY-MM-DD'. */
export function inForceOn(installation: Installation, day: CalendarDay): Installation {
  return withDeputies(withoutFormer(installation, day), day);
}

function withoutFormer(installation: Installation, day: CalendarDay): Installation {
  const organisations = retiredOn(installation.organisations, day);
  const modules = retiredOn(installation.modules, day);
  const gone = new Set(
    installation.people
      .filter((person) => organisations.has(person.organisation) || !holdsRolesOn(person, day))
      .map(({ id }) => id),
  );
  if (gone.size + organisations.size + modules.size === 0) return installation;
  return {
    ...installation,
    people: installation.people.map((person) => (gone.has(person.id) ? { ...person, roles: [] } : person)),
    organisations: installation.organisations.map((organisation) => ({
      ...organisation,
      contactPeople: organisation.contactPeople.filter((person) => !gone.has(person)),
    })),
    modules: installation.modules.map((module) =>
      modules.has(module.id) ? withoutMaintainer(module) : module,
    ),
    contracts: installation.contracts.filter(
      ({ operator, module }) => !organisations.has(operator) && !modules.has(module),
    ),
  };
}

/** What can be retired: a module or an organisation. */
type Retirable = Pick<MaintainedModule, 'retired'>;

/** Whether it takes no part on the day any more. */
export function isRetiredOn({ retired }: Retirable, day: CalendarDay): boolean {
  return retired !== undefined && retired <= day;
}

/** The modules that can be reported for on the day, as far as no contract is asked for. */
export function presentModules({ modules }: Installation, day: CalendarDay): readonly MaintainedModule[] {
  return modules.filter((module) => !isRetiredOn(module, day));
}

/**
 * While a contact is absent, the deputy is one too, as long as they are there and read the organisation's tickets, so that its
 * tickets do not end in a chat that nobody looks into (process 1). The absent one stays: their cards go on to be true.
 */
function withDeputies(installation: Installation, day: CalendarDay): Installation {
  const { inSteadOf } = presenceOn(installation, day);
  const deputyFor = ({ id }: Organisation, contact: PersonId): readonly PersonId[] => {
    const standIn = inSteadOf(contact);
    const deputy = standIn === undefined ? undefined : personById(installation, standIn);
    return deputy?.organisation === id && hasRole(deputy, 'operator') ? [deputy.id] : [];
  };
  let isAnyAdded = false;
  const organisations = installation.organisations.map((organisation) => {
    const { contactPeople: named } = organisation;
    const added = named
      .flatMap((contact) => deputyFor(organisation, contact))
      .filter((id) => !named.includes(id));
    if (added.length === 0) return organisation;
    isAnyAdded = true;
    return { ...organisation, contactPeople: [...named, ...new Set(added)] };
  });
  return isAnyAdded ? { ...installation, organisations } : installation;
}

function retiredOn(
  items: readonly (Retirable & { readonly id: string })[],
  day: CalendarDay,
): ReadonlySet<string> {
  return new Set(items.filter((item) => isRetiredOn(item, day)).map(({ id }) => id));
}

function withoutMaintainer({ maintainer, ...module }: MaintainedModule): MaintainedModule {
  return module;
}
