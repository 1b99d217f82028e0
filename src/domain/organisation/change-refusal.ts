import type { Instant } from '../instant';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { Contradiction } from './contradictions';
import type { AccessTask, PersonId, Role } from './installation';
import type { OnboardingRefusal } from './onboarding/onboarding-refusal';

/** Roles without which nobody could go on: somebody has to take reports, and somebody to run the organisation (process 1). */
export const neverVacant = ['dispatcher', 'processOwner'] as const;

/** Why a change of the organisation is not made; `change-refusals.de` has the sentences. */
export type ChangeRefusal =
  | { readonly code: 'notPermitted'; readonly permitted: readonly Role[] }
  /** Somebody else has changed the same record since the form was opened. */
  | { readonly code: 'overtaken'; readonly by?: PersonId; readonly at: Instant }
  | { readonly code: 'nothingChanges' }
  | { readonly code: 'contradicts'; readonly contradictions: readonly Contradiction[] }
  /** The deputy has neither the organisation nor a role of whoever is absent (process 1). */
  | { readonly code: 'unfitDeputy'; readonly person: PersonId; readonly deputy: PersonId }
  /** The task is done already, or has fallen away. */
  | { readonly code: 'accessSettled'; readonly task: AccessTask }
  | OnboardingRefusal
  /** On that day nobody would hold the role any more. */
  | { readonly code: 'vacant'; readonly role: (typeof neverVacant)[number]; readonly day: CalendarDay };
