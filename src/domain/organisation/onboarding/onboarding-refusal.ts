import type {
  EvidenceKind,
  ModuleId,
  Onboarding,
  OnboardingItem,
  OnboardingStep,
  OrganisationId,
  PersonId,
  StepDone,
} from '../installation';
import type { OnboardingOf } from './onboarding';

/** Why an onboarding does not begin or go on so; `onboarding.de` has the sentences. */
export type OnboardingRefusal =
  | { readonly code: 'moduleRetired'; readonly module: ModuleId }
  | { readonly code: 'notOfCompany'; readonly person: PersonId; readonly organisation: OrganisationId }
  /** There is one under way for the same person or company and the same module. */
  | { readonly code: 'onboardingUnderWay'; readonly onboarding: Onboarding }
  | { readonly code: 'onboardingOver'; readonly onboarding: Onboarding }
  | { readonly code: 'stepDone'; readonly step: OnboardingItem | OnboardingStep; readonly done: StepDone }
  | { readonly code: 'stepNotDone'; readonly step: OnboardingItem | OnboardingStep }
  | { readonly code: 'evidenceMissing'; readonly evidence: EvidenceKind }
  /** The ticket is no trial ticket of the module that was released and was assigned to them. */
  | { readonly code: 'notATrial'; readonly of: OnboardingOf }
  /** Mandatory items are open. */
  | { readonly code: 'signOffTooEarly'; readonly missing: readonly OnboardingItem[] }
  | { readonly code: 'reasonMissing' };
