import type { CalendarDay } from '../service-calendar/civil-date';
import { holds, mayStandInFor, presenceOn } from './absences';
import { hasRole, isMaintained, peopleWithRole } from './find';
import { inForceOn, isRetiredOn } from './in-force';
import type { Installation, ModuleId, Organisation, OrganisationId, PersonId } from './installation';
import { type EntraIdField, type IdentityOf, madeUpIds } from './made-up-ids';

/** Something of an installation that is legal but surely wrong; it names people and organisations by id alone. */
export type Doubt =
  | { readonly doubt: 'noDispatcher' | 'noProcessOwner' | 'noPlatformMaintainer' }
  | { readonly doubt: 'dispatchersAbsent' }
  | { readonly doubt: 'unmaintained' | 'noChannel'; readonly module: ModuleId }
  | { readonly doubt: 'noDispatcherOnDuty'; readonly day: CalendarDay; readonly person: PersonId }
  | {
      readonly doubt: 'unfitDeputy';
      readonly person: PersonId;
      readonly from: CalendarDay;
      readonly deputy: PersonId;
    }
  | { readonly doubt: 'nobodyUnderContract' | 'unreachable'; readonly organisation: OrganisationId }
  | ({ readonly doubt: 'madeUpId' } & EntraIdField)
  | { readonly doubt: 'sameObjectId'; readonly identities: readonly [IdentityOf, IdentityOf] }
  | { readonly doubt: 'otherAppTenant' };

/**
 * What is surely wrong with an installation on the day, 'YYYY-MM-DD'; no reason not to start, as whoever has a role now goes on
 * working. Takes the installation as it stands, with those whose roles begin later. `appTenant`, where it is known, is the
 * tenant that the bot's app belongs to.
 */
export function doubtsOf(installation: Installation, day: CalendarDay, appTenant?: string): readonly Doubt[] {
  return [
    ...ofHostingTenant(installation, appTenant),
    ...madeUpIds(installation).map((field): Doubt => ({ doubt: 'madeUpId', ...field })),
    ...ofRoles(inForceOn(installation, day), day),
    ...ofRoster(installation, day),
    ...ofDeputies(installation, day),
    ...ofOperators(installation, day),
    ...ofObjectIds(installation),
  ];
}

function ofHostingTenant({ hostingTenant }: Installation, appTenant?: string): readonly Doubt[] {
  return appTenant === undefined || appTenant === hostingTenant ? [] : [{ doubt: 'otherAppTenant' }];
}

const neededRoles = [
  ['dispatcher', 'noDispatcher'],
  ['processOwner', 'noProcessOwner'],
  ['platformMaintainer', 'noPlatformMaintainer'],
] as const;

/** Roles that somebody has to hold today (process 1), and modules that somebody has to maintain. */
function ofRoles(today: Installation, day: CalendarDay): readonly Doubt[] {
  const { isThere } = presenceOn(today, day);
  const dispatchers = peopleWithRole(today, 'dispatcher');
  return [
    ...neededRoles.flatMap(([role, doubt]): Doubt[] =>
      peopleWithRole(today, role).length > 0 ? [] : [{ doubt }],
    ),
    ...today.modules
      .filter(({ id, maintainer }) => maintainer !== undefined && !isMaintained(today, id))
      .map(({ id }): Doubt => ({ doubt: 'unmaintained', module: id })),
    ...today.modules
      .filter(({ id, channel }) => channel === undefined && isMaintained(today, id))
      .map(({ id }): Doubt => ({ doubt: 'noChannel', module: id })),
    ...(dispatchers.length > 0 && !dispatchers.some(({ id }) => isThere(id))
      ? [{ doubt: 'dispatchersAbsent' } as const]
      : []),
  ];
}

/** Whoever is on the roster of a day and does not dispatch then is not called, today or later (process 2, Warnings). */
function ofRoster(installation: Installation, today: CalendarDay): readonly Doubt[] {
  return installation.duty
    .filter(({ day }) => day >= today)
    .flatMap(({ day, dispatchers }) => {
      const holders = peopleWithRole(inForceOn(installation, day), 'dispatcher');
      return dispatchers
        .filter((person) => !holders.some(({ id }) => id === person))
        .map((person): Doubt => ({ doubt: 'noDispatcherOnDuty', day, person }));
    });
}

/** Whoever has lost what they shared with the absent person is their deputy in name alone (process 1). */
function ofDeputies(installation: Installation, today: CalendarDay): readonly Doubt[] {
  return installation.absences.flatMap((absence): readonly Doubt[] => {
    const { person, from, to, deputy } = absence;
    if (!holds(absence) || to < today || deputy === undefined) return [];
    const day = from < today ? today : from;
    const { people } = inForceOn(installation, day);
    const [absent, standIn] = [person, deputy].map((id) => people.find((each) => each.id === id));
    if (absent === undefined || standIn === undefined || absent === standIn) return [];
    const may = standIn.roles.length > 0 && mayStandInFor(absent, standIn);
    return may ? [] : [{ doubt: 'unfitDeputy', person, from, deputy }];
  });
}

/** Operators that cannot report though they have a contract (process 8), or are not reached over Teams (process 1). */
function ofOperators(installation: Installation, day: CalendarDay): readonly Doubt[] {
  const today = inForceOn(installation, day);
  const notOver = (last: CalendarDay | undefined): boolean => last === undefined || day <= last;
  const isUnderContract = (id: OrganisationId): boolean =>
    installation.contracts.some(({ operator, to }) => operator === id && notOver(to));
  const hasOperators = ({ people }: Installation, id: OrganisationId): boolean =>
    people.some(
      (person) => person.organisation === id && hasRole(person, 'operator') && notOver(person.until),
    );
  const isUnreachable = ({ id, channel, contactPeople }: Organisation): boolean =>
    channel === undefined && contactPeople.length === 0 && (isUnderContract(id) || hasOperators(today, id));
  const present = today.organisations.filter((organisation) => !isRetiredOn(organisation, day));
  return present.flatMap((organisation): Doubt[] => {
    const { id } = organisation;
    return [
      ...(isUnderContract(id) && !hasOperators(installation, id)
        ? [{ doubt: 'nobodyUnderContract', organisation: id } as const]
        : []),
      ...(isUnreachable(organisation) ? [{ doubt: 'unreachable', organisation: id } as const] : []),
    ];
  });
}

/** A guest has another object id than at home, so one that stands with two tenants was copied. */
function ofObjectIds({ people }: Installation): readonly Doubt[] {
  const doubts: Doubt[] = [];
  const seen = new Map<string, IdentityOf & { readonly tenant: string }>();
  for (const { id: person, identities } of people) {
    for (const [identity, { tenant, objectId }] of identities.entries()) {
      const first = seen.get(objectId);
      if (first === undefined) seen.set(objectId, { person, identity, tenant });
      else if (first.tenant !== tenant) {
        const { person: other, identity: position } = first;
        doubts.push({
          doubt: 'sameObjectId',
          identities: [
            { person: other, identity: position },
            { person, identity },
          ],
        });
      }
    }
  }
  return doubts;
}
