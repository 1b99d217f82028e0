import type { DutyDay } from '../installation';
import type { OrganisationActionShape } from './action';

/** Which dispatchers are on duty on the service days of a week (process 2, Warnings). */
export interface PlanDuty {
  readonly type: 'planDuty';
  readonly days: readonly DutyDay[];
}

export const planDuty: OrganisationActionShape<PlanDuty> = {
  roles: ['processOwner', 'dispatcher'],
  eventsOf: ({ days }, records) =>
    days
      // A day that was never planned needs no record that nobody is on duty.
      .filter(({ day, dispatchers }) => dispatchers.length > 0 || isPlanned(records, day))
      .map((duty) => ({ type: 'dutyRecorded', duty })),
};

function isPlanned({ duty }: { readonly duty: readonly DutyDay[] }, wanted: string): boolean {
  return duty.some(({ day }) => day === wanted);
}
