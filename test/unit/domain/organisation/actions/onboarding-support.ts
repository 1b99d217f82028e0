import { evolveRecords, type OrganisationEvent } from '../../../../../src/domain/organisation/changes';
import type { OrganisationCommand } from '../../../../../src/domain/organisation/actions/registry';
import { type ChangeDecision, decideChange } from '../../../../../src/domain/organisation/decide-change';
import { personById } from '../../../../../src/domain/organisation/find';
import { inForceOn } from '../../../../../src/domain/organisation/in-force';
import type { Installation, Onboarding, Person } from '../../../../../src/domain/organisation/installation';
import { installationOf, recordsOf } from '../../../../../src/domain/organisation/records';
import type { Instant } from '../../../../../src/domain/instant';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';

export const today = '2026-06-12';
export const now = berlin(`${today}T10:00`);
export const company = { module: 'journal', organisation: 'contractor-a' };
export const own = { ...company, person: 'maintainer-a1' };

/** In the order in which they can be ticked: who does it, and with what evidence. */
export const steps: readonly (readonly [step: string, person: string, evidence?: string])[] = [
  ['contract', 'owner'],
  ['build', 'maintainer-a1', 'https://ci.example.org/journal/1'],
  ['trial', 'maintainer-a1', 'SP-2026-0001'],
  ['environments', 'platform'],
  ['account', 'dispatcher-1'],
  ['signOffPlatformMaintainer', 'platform'],
  ['signOffDispatcher', 'dispatcher-2'],
];

export function after(recorded: Installation, events: readonly OrganisationEvent[]): Installation {
  return installationOf(recorded, events.reduce(evolveRecords, recordsOf(recorded)));
}

export function decided(
  command: OrganisationCommand,
  person: string,
  recorded: Installation = installation,
  at: Instant = now,
): ChangeDecision {
  return decideChange(command, {
    records: recordsOf(recorded),
    recorded,
    actor: personById(inForceOn(recorded, today), person) ?? { id: person, roles: [] },
    today,
    now: at,
    after: (events) => after(recorded, events),
    since: [],
  });
}

/** What is refused, or that it is not. */
export function refusalOf(...given: Parameters<typeof decided>) {
  const decision = decided(...given);
  return decision.kind === 'refusal' ? decision.refusal : undefined;
}

export function done(
  recorded: Installation,
  person: string,
  command: OrganisationCommand,
  at?: Instant,
): Installation {
  const decision = decided(command, person, recorded, at);
  if (decision.kind === 'refusal') throw new Error(`${command.type}: ${decision.refusal.code}`);
  return after(recorded, decision.events);
}

export function begun(of: typeof company & { readonly person?: string } = own): Installation {
  return done(installation, 'owner', { type: 'startOnboarding', ...of });
}

/** With the first so many of the steps done. */
export function ticked(recorded: Installation, count: number): Installation {
  return steps
    .slice(0, count)
    .reduce((each, [step, person, evidence]) => done(each, person, tick(each, step, evidence)), recorded);
}

/** The process owner's form about somebody known, with this otherwise. */
export function knownAs(recorded: Installation, id: string, more: Partial<Person>): OrganisationCommand {
  const person = personById(recorded, id);
  if (person === undefined) throw new Error(`${id} is known`);
  return { type: 'recordPerson', person: { ...person, ...more } };
}

/** The journal is given to a company, or to none. */
export function maintainedBy(maintainer?: string): OrganisationCommand {
  return {
    type: 'recordModule',
    module: { id: 'journal', name: 'Betriebstagebuch', ...(maintainer !== undefined && { maintainer }) },
  };
}

export function tick(recorded: Installation, step: string, evidence?: string): OrganisationCommand {
  const onboarding = onboardingIn(recorded).id;
  return { type: 'tickItem', onboarding, step, ...(evidence !== undefined && { evidence }) };
}

export function untick(recorded: Installation, step: string, reason = 'Doch nicht'): OrganisationCommand {
  return { type: 'untickItem', onboarding: onboardingIn(recorded).id, step, reason };
}

export function cancel(recorded: Installation, reason = 'Absage'): OrganisationCommand {
  return { type: 'cancelOnboarding', onboarding: onboardingIn(recorded).id, reason };
}

/** The last that began. */
export function onboardingIn({ onboardings }: Installation): Onboarding {
  const last = onboardings.at(-1);
  if (last === undefined) throw new Error('there is an onboarding');
  return last;
}
