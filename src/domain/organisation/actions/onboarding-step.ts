import type { OrganisationEvent } from '../changes';
import { holdsRolesOn, isRetiredOn } from '../in-force';
import { organisationById, personById } from '../find';
import type { Onboarding, OnboardingId, OnboardingItem, OnboardingStep, Role } from '../installation';
import { stepOf } from '../onboarding/onboarding';
import type { OrganisationRecords } from '../records';
import type { RecordsContext } from './action';

/** Which step of which onboarding is meant: an item of its checklist, or a sign-off. */
export interface StepMeant {
  readonly onboarding: OnboardingId;
  readonly step: string;
}

export interface FoundStep {
  readonly onboarding: Onboarding;
  readonly step: OnboardingItem | OnboardingStep;
}

export function stepMeant(
  { onboardings }: Pick<OrganisationRecords, 'onboardings'>,
  { onboarding: id, step: stepId }: StepMeant,
): FoundStep | undefined {
  const onboarding = onboardings.find((each) => each.id === id);
  const step = onboarding && stepOf(onboarding, stepId);
  return onboarding && step && { onboarding, step };
}

/**
 * Whether the actor is in the role here. The maintainer's steps are for the people who are set up, who hold no role yet if it
 * begins later: whoever it is about, and those of their company who maintain the module or are to.
 */
export function actsInOnboarding(
  { recorded, actor, today }: Pick<RecordsContext, 'recorded' | 'actor' | 'today'>,
  { organisation, person, module }: Onboarding,
  role: Role,
): boolean {
  if (role !== 'maintainer') return actor.roles.some((grant) => grant.role === role);
  const acting = personById(recorded, actor.id);
  const company = organisationById(recorded, organisation);
  if (acting?.organisation !== organisation || company === undefined || isRetiredOn(company, today))
    return false;
  const { until } = acting;
  const isMeant = acting.roles.some((grant) => grant.role === 'maintainer' && grant.module === module);
  return (acting.id === person || isMeant) && holdsRolesOn({ ...(until && { until }) }, today);
}

export function recording(onboarding: Onboarding): OrganisationEvent {
  return { type: 'onboardingRecorded', onboarding };
}
