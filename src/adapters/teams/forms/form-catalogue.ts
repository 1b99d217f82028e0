import type { FormId } from '../payload';
import { acceptForm } from './accept-form';
import { assignForm } from './assign-form';
import { changeClassForm } from './change-class-form';
import { changeModuleForm } from './change-module-form';
import { changePriorityForm } from './change-priority-form';
import { closeWithoutAnswerForm } from './close-without-answer-form';
import { declineForm } from './decline-form';
import type { FormDefinition } from './form-definition';
import { handBackForm } from './hand-back-form';
import { moreActionsForm } from './more-actions-form';
import { reportFaultForm } from './report-fault-form';
import { returnReportForm } from './return-report-form';
import { supplementForm } from './supplement-form';
import { withdrawForm } from './withdraw-form';

/** Every form by its id. */
export const forms: Readonly<Record<FormId, FormDefinition>> = {
  reportFault: reportFaultForm,
  accept: acceptForm,
  decline: declineForm,
  returnReport: returnReportForm,
  supplement: supplementForm,
  closeWithoutAnswer: closeWithoutAnswerForm,
  withdraw: withdrawForm,
  assign: assignForm,
  handBack: handBackForm,
  changeClass: changeClassForm,
  changePriority: changePriorityForm,
  changeModule: changeModuleForm,
  moreActions: moreActionsForm,
};
