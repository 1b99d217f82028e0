import { moduleById, organisationById, personById } from '../find';
import { isRetiredOn } from '../in-force';
import type { ModuleId, OrganisationId, PersonId } from '../installation';
import { isSameOnboarding, isUnderWay } from '../onboarding/onboarding';
import type { OrganisationActionShape } from './action';
import { onboardingBegun } from './begin-onboarding';

/** A company, or one person of it, is to be set up as maintainer of a module (process 7). */
export interface StartOnboarding {
  readonly type: 'startOnboarding';
  readonly module: ModuleId;
  readonly organisation: OrganisationId;
  readonly person?: PersonId;
}

export const startOnboarding: OrganisationActionShape<StartOnboarding> = {
  roles: ['processOwner'],
  eventsOf: (command, records, context) => {
    const { module, organisation, person } = command;
    const { recorded } = context;
    const isKnown =
      moduleById(recorded, module) !== undefined &&
      organisationById(recorded, organisation) !== undefined &&
      (person === undefined || personById(recorded, person) !== undefined);
    return isKnown ? [onboardingBegun(command, records, context)] : [];
  },
  refusal(command, { recorded, records: { onboardings }, today }) {
    const { module, organisation, person } = command;
    const maintained = moduleById(recorded, module);
    if (maintained !== undefined && isRetiredOn(maintained, today)) return { code: 'moduleRetired', module };
    if (person !== undefined && personById(recorded, person)?.organisation !== organisation)
      return { code: 'notOfCompany', person, organisation };
    const onboarding = onboardings.find((each) => isUnderWay(each) && isSameOnboarding(each, command));
    return onboarding && { code: 'onboardingUnderWay', onboarding };
  },
};
