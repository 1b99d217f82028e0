import type { Person } from '../../../../../domain/organisation/installation';
import { localDayAt } from '../../../../../domain/reaction/service-day';
import { isOfTheirs } from '../../../records/onboardings-here';
import { recordForms } from '../../../records/record-forms';
import type { Asking } from '../../read-request';
import type { BotDeps } from '../../turn';

/** Whether it is about onboardings, asked by somebody who is set up before they hold the role: nothing else is for them yet (process 7). */
export function isForWhoIsSetUp(
  { organisation, clock }: Pick<BotDeps, 'organisation' | 'clock'>,
  person: Person,
  request: Asking,
): boolean {
  if (!isAboutOnboardings(request)) return false;
  const recorded = organisation.recorded();
  const { day: today } = localDayAt(recorded.calendars, clock.now());
  return recorded.onboardings.some((each) => isOfTheirs(each, { recorded, person, today }));
}

function isAboutOnboardings(request: Asking): boolean {
  if (request.kind === 'said') return request.said?.command === 'onboarding';
  if (request.kind !== 'pressed') return false;
  const { payload } = request;
  switch (payload.do) {
    case 'list':
      return payload.list === 'onboardings';
    case 'openRecord':
    case 'submitRecord':
      return recordForms[payload.form].list === 'onboardings';
    default:
      return false;
  }
}
