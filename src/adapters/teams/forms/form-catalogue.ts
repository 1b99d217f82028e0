import type { FormId } from '../cards/payload';
import { acceptAndAssignForm } from './accept-and-assign-form';
import { acceptForm } from './accept-form';
import { agreeForOperatorForm } from './agree-for-operator-form';
import { answerQuestionForm } from './answer-question-form';
import { askOperatorForm } from './ask-operator-form';
import { assignForm } from './assign-form';
import { beginWorkForm } from './begin-work-form';
import { changeClassForm } from './change-class-form';
import { changeModuleForm } from './change-module-form';
import { changePriorityForm } from './change-priority-form';
import { closeWithoutAnswerForm } from './close-without-answer-form';
import { commentForm } from './comment-form';
import { completeSupportForm } from './complete-support-form';
import { completeWorkForm } from './complete-work-form';
import { confirmNoticeForOperatorForm } from './confirm-notice-for-operator-form';
import { declineForm } from './decline-form';
import { enterLegalReportForm } from './enter-legal-report-form';
import { failTestForm } from './fail-test-form';
import type { FormDefinition } from './form-definition';
import { handBackForm } from './hand-back-form';
import { linkTicketForm, unlinkTicketForm } from './link-ticket-form';
import { markSecurityRelevantForm } from './mark-security-relevant-form';
import { moreActionsForm } from './more-actions-form';
import { objectToPlanForm } from './object-to-plan-form';
import { proposePlanForm } from './propose-plan-form';
import { releaseAndCloseForm } from './release-and-close-form';
import { reportFaultForm } from './report-fault-form';
import { requestSupportForm } from './request-support-form';
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
  beginWork: beginWorkForm,
  completeWork: completeWorkForm,
  failTest: failTestForm,
  releaseAndClose: releaseAndCloseForm,
  comment: commentForm,
  linkTicket: linkTicketForm,
  unlinkTicket: unlinkTicketForm,
  askOperator: askOperatorForm,
  answerQuestion: answerQuestionForm,
  proposePlan: proposePlanForm,
  objectToPlan: objectToPlanForm,
  acceptAndAssign: acceptAndAssignForm,
  agreeForOperator: agreeForOperatorForm,
  requestSupport: requestSupportForm,
  completeSupport: completeSupportForm,
  markSecurityRelevant: markSecurityRelevantForm,
  enterLegalReport: enterLegalReportForm,
  confirmNoticeForOperator: confirmNoticeForOperatorForm,
  moreActions: moreActionsForm,
};
