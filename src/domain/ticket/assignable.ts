import { maintainersOf } from '../organisation/find';
import type { Installation, Onboarding, Person, PersonId } from '../organisation/installation';
import { onboardingInTheWay, wasActiveBefore } from '../organisation/onboarding/active-maintainers';
import { isUnderWay } from '../organisation/onboarding/onboarding';
import type { Actor } from './command-base';
import type { Ticket } from './ticket';

type ToAssign = Pick<Ticket, 'module' | 'trial'>;

/** A maintainer of the module who is not active for it, and the onboarding because of which they are not. */
export interface NotActive {
  readonly person: PersonId;
  readonly onboarding: Onboarding;
}

/**
 * Why the maintainer cannot be assigned the ticket: they are not active for its module (process 7). A trial ticket is what they
 * practise with until they are. The one gate, asked by everything that assigns or offers to.
 */
export function assignmentGate(
  { module, trial }: ToAssign,
  installation: Installation,
  person: PersonId,
): NotActive | undefined {
  if (trial === true) return undefined;
  const onboarding = onboardingInTheWay(installation, person, module);
  return onboarding && { person, onboarding };
}

/**
 * Why the maintainer cannot act on the ticket: only who is active for its module may (process 3, 7). Whoever it is assigned to
 * goes on with it, and so does who was active when the onboarding began.
 */
export function actingGate(
  { module, trial, assignment }: Pick<Ticket, 'module' | 'trial' | 'assignment'>,
  { role, person, notActive = [] }: Actor,
): NotActive | undefined {
  if (role !== 'maintainer' || trial === true || assignment?.person === person) return undefined;
  const onboarding = notActive.find((each) => each.module === module && !wasActiveBefore(each, person));
  return onboarding && { person, onboarding };
}

/** The maintainers of its module who can be assigned the ticket; who was recorded first is the first. */
export function assignable(ticket: ToAssign, installation: Installation): readonly Person[] {
  return maintainersOf(installation, ticket.module).filter(
    ({ id }) => assignmentGate(ticket, installation, id) === undefined,
  );
}

/** Those of its maintainers who cannot. */
export function notActive(ticket: ToAssign, installation: Installation): readonly NotActive[] {
  return maintainersOf(installation, ticket.module).flatMap(
    ({ id }) => assignmentGate(ticket, installation, id) ?? [],
  );
}

/** Whether the ticket can be assigned; where nobody is active, whether somebody is about to be. */
export type Staffing = 'assignable' | 'inOnboarding' | 'calledOff' | 'nobody';

export function staffingOf(ticket: ToAssign, installation: Installation): Staffing {
  if (assignable(ticket, installation).length > 0) return 'assignable';
  const waiting = notActive(ticket, installation);
  if (waiting.length === 0) return 'nobody';
  return waiting.some(({ onboarding }) => isUnderWay(onboarding)) ? 'inOnboarding' : 'calledOff';
}

export function isAssignable(ticket: ToAssign, installation: Installation): boolean {
  return staffingOf(ticket, installation) === 'assignable';
}
