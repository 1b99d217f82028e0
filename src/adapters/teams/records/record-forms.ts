import type { RecordFormId } from '../cards/payload';
import { accessDoneForm } from './access-done-form';
import { absenceForm } from './absence-form';
import { dutyWeekForm } from './duty-week-form';
import { personForm } from './person-form';
import { cancelOnboardingForm } from './cancel-onboarding-form';
import { contractForm } from './contract-form';
import { moduleForm } from './module-form';
import { organisationForm } from './organisation-form';
import type { RecordForm } from './record-form';
import { startOnboardingForm } from './start-onboarding-form';
import { tickStepForm } from './tick-step-form';
import { untickStepForm } from './untick-step-form';
import { versionForm } from './version-form';

/** Every form of a record by its id. */
export const recordForms: Readonly<Record<RecordFormId, RecordForm>> = {
  person: personForm,
  absence: absenceForm,
  dutyWeek: dutyWeekForm,
  organisation: organisationForm,
  module: moduleForm,
  contract: contractForm,
  version: versionForm,
  accessDone: accessDoneForm,
  startOnboarding: startOnboardingForm,
  tickStep: tickStepForm,
  untickStep: untickStepForm,
  cancelOnboarding: cancelOnboardingForm,
};
