import type { Instant } from '../instant';
import { peopleWithRole } from './find';
import { inForceAt } from './in-force';
import type { Installation, Person } from './installation';

/**
 * The dispatchers who are called at an instant (process 2, Warnings; 3). Absences are not kept yet, so these are all
 * who hold the role then; whatever is known of absences one day counts here, and nowhere else.
 */
export function dispatchersOnDuty(installation: Installation, now: Instant): readonly Person[] {
  return peopleWithRole(inForceAt(installation, now), 'dispatcher');
}
