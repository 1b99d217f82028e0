import type { OrganisationAction } from '../changes';
import type { OrganisationActionShape } from './action';
import { cancelOnboarding, type CancelOnboarding } from './cancel-onboarding';
import { completeAccess, type CompleteAccess } from './complete-access';
import { planDuty, type PlanDuty } from './plan-duty';
import { recordAbsence, type RecordAbsence } from './record-absence';
import { recordContract, type RecordContract } from './record-contract';
import { recordModule, type RecordModule } from './record-module';
import { recordOrganisation, type RecordOrganisation } from './record-organisation';
import { recordPerson, type RecordPerson } from './record-person';
import { reportVersion, type ReportVersion } from './report-version';
import { startOnboarding, type StartOnboarding } from './start-onboarding';
import { tickItem, type TickItem } from './tick-item';
import { untickItem, type UntickItem } from './untick-item';

/** What people do to the organisation's records. */
export type OrganisationCommand =
  | RecordPerson
  | RecordOrganisation
  | RecordModule
  | RecordContract
  | ReportVersion
  | RecordAbsence
  | PlanDuty
  | CompleteAccess
  | StartOnboarding
  | TickItem
  | UntickItem
  | CancelOnboarding;
export type RecordAction = Exclude<OrganisationAction, 'importRecords' | 'recordDue'>;

const shapes: {
  readonly [Action in RecordAction]: OrganisationActionShape<
    Extract<OrganisationCommand, { readonly type: Action }>
  >;
} = {
  recordPerson,
  recordOrganisation,
  recordModule,
  recordContract,
  reportVersion,
  recordAbsence,
  planDuty,
  completeAccess,
  startOnboarding,
  tickItem,
  untickItem,
  cancelOnboarding,
};

export const recordActions = Object.keys(shapes) as readonly RecordAction[];

export function shapeOf<Command extends OrganisationCommand>(
  action: Command['type'],
): OrganisationActionShape<Command> {
  return shapes[action] as unknown as OrganisationActionShape<Command>;
}
