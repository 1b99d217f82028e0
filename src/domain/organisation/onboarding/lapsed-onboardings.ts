import type { Instant } from '../../instant';
import type { CalendarDay } from '../../service-calendar/civil-date';
import type { OrganisationEvent } from '../changes';
import { moduleById, organisationById, personById } from '../find';
import { hasLeftOn, isRetiredOn } from '../in-force';
import type { Installation, Onboarding, OnboardingLapse, Person } from '../installation';
import type { ModuleRecord, OrganisationRecords } from '../records';
import { isUnderWay } from './onboarding';
import { maintainedModules } from '../maintained-modules';

/** The onboardings that end by themselves: whoever they are about, or the module, takes no part any more (process 7). */
export function onboardingsLapsing(
  recorded: Installation,
  { today, now }: { readonly today: CalendarDay; readonly now: Instant },
): readonly OrganisationEvent[] {
  return recorded.onboardings.filter(isUnderWay).flatMap((onboarding) => {
    const reason = lapseOn(recorded, onboarding, today);
    return reason === undefined ? [] : [lapsed(onboarding, reason, now)];
  });
}

/** Why it ends by itself on the day, or would if it were under way. */
export function lapseOn(
  recorded: Installation,
  { module: of, organisation: company, person: id }: Onboarding,
  today: CalendarDay,
): OnboardingLapse | undefined {
  const module = moduleById(recorded, of);
  if (module !== undefined && isRetiredOn(module, today)) return 'moduleRetired';
  const organisation = organisationById(recorded, company);
  if (organisation !== undefined && isRetiredOn(organisation, today)) return 'organisationRetired';
  if (id === undefined) return undefined;
  const person = personById(recorded, id);
  const takesPart = person?.organisation === company && !hasLeftOn(person, today);
  return takesPart ? undefined : 'personLeft';
}

/** Those of somebody who is not to maintain the module any more, in the same change. Who was never given the role does not lose it. */
export function lapsedByRoles(
  { id, roles }: Pick<Person, 'id' | 'roles'>,
  { people, onboardings }: OrganisationRecords,
  now: Instant,
): readonly OrganisationEvent[] {
  const kept = maintainedModules(roles);
  const lost = maintainedModules(people.find((person) => person.id === id)?.roles ?? []).filter(
    (module) => !kept.includes(module),
  );
  return onboardings
    .filter((each) => isUnderWay(each) && each.person === id && lost.includes(each.module))
    .map((each) => lapsed(each, 'roleLost', now));
}

/** Likewise those of the company that a module is taken from, and of its people. A company that is set up beforehand does not lose it. */
export function lapsedByModule(
  { id, maintainer }: ModuleRecord,
  { modules, onboardings }: OrganisationRecords,
  now: Instant,
): readonly OrganisationEvent[] {
  const former = modules.find((module) => module.id === id)?.maintainer;
  if (former === undefined || former === maintainer) return [];
  return onboardings
    .filter((each) => isUnderWay(each) && each.module === id && each.organisation === former)
    .map((each) => lapsed(each, 'moduleMoved', now));
}

function lapsed(onboarding: Onboarding, reason: OnboardingLapse, at: Instant): OrganisationEvent {
  return {
    type: 'onboardingRecorded',
    onboarding: { ...onboarding, outcome: { kind: 'lapsed', at, reason } },
  };
}
