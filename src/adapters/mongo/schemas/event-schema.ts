import { roles } from '../../../domain/organisation/installation';
import { faultClasses } from '../../../domain/reaction/fault-class';
import { scheduler, type TicketEvent } from '../../../domain/ticket/events';
import { planParties } from '../../../domain/ticket/plan/fix-plan';
import { supportKinds, testVerdicts } from '../../../domain/ticket/support/support';
import { declineReasons, priorities } from '../../../domain/ticket/ticket';
import { reminderKinds } from '../../../domain/ticket/timers';
import { faultReportSchema, onBehalfSchema } from './fault-report-schema';
import { allConsentsSchema, planContentSchema } from './fix-plan-schema';
import { breachReasons, reactionCycleSchema } from './reaction-cycle-schema';
import {
  type FieldsOf,
  oneOf,
  part,
  partSchema,
  requiredFlag,
  requiredInstant,
  requiredList,
  requiredNumber,
  requiredOneOf,
  requiredPart,
  requiredText,
  text,
  variantSchema,
} from './strict-schema';
import { completionContentSchema, testRecordSchema } from './work-schema';

const cycle = requiredPart(reactionCycleSchema);
const record = requiredPart(testRecordSchema);
const planVersion = { version: requiredNumber, party: requiredOneOf(planParties) };

/** The fields that one kind of event has besides those of all. */
type OwnFields<Type extends TicketEvent['type']> = FieldsOf<
  Omit<Extract<TicketEvent, { type: Type }>, keyof TicketEvent>
>;

/** The own fields of each kind of event; without an entry for each of them this does not compile. */
const eventFields: { readonly [Type in TicketEvent['type']]: OwnFields<Type> } = {
  faultReported: {
    number: requiredText,
    operator: requiredText,
    module: requiredText,
    report: requiredPart(faultReportSchema),
    proposedClass: requiredOneOf(faultClasses),
    securityRelevant: requiredFlag,
    receivedAt: requiredInstant,
    cycle,
    origin: text,
  },
  analysisStarted: { cycle },
  faultAccepted: {},
  faultDeclined: { reason: requiredOneOf(declineReasons), text: requiredText, duplicateOf: text },
  reportReturned: { missing: requiredText },
  reportSupplemented: { answer: requiredText, cycle },
  closedWithoutAnswer: {},
  reportWithdrawn: { reason: text, cycle },
  ticketAssigned: { organisation: requiredText, person: requiredText },
  ticketHandedBack: { reason: requiredText },
  faultClassChanged: {
    from: requiredOneOf(faultClasses),
    to: requiredOneOf(faultClasses),
    reason: text,
    cycle: part(reactionCycleSchema),
  },
  priorityChanged: { from: requiredOneOf(priorities), to: requiredOneOf(priorities) },
  moduleChanged: { from: requiredText, to: requiredText },
  markedSecurityRelevant: {},
  reactionBreached: { deadline: requiredInstant, reason: requiredOneOf(breachReasons), cycle },
  reactionWarned: { percent: requiredNumber, dueAt: requiredInstant, cycle },
  deadlineRecounted: { cycle },
  reminded: {
    timer: requiredOneOf(reminderKinds),
    step: requiredNumber,
    since: requiredInstant,
    dueAt: requiredInstant,
  },
  maintainerMissing: { module: requiredText },
  workBegun: { immediateStartReason: text },
  workCompleted: { completion: requiredPart(completionContentSchema) },
  testBegun: {},
  testFailed: { record, defect: requiredText },
  fixReleased: {
    record,
    module: requiredText,
    fixVersion: requiredText,
    packageReference: requiredText,
    noticeText: requiredText,
    affectedOperators: requiredList(requiredText),
  },
  commentAdded: { text: requiredText, internal: requiredFlag },
  questionAsked: { question: requiredText },
  questionAnswered: { answer: requiredText },
  fixPlanProposed: { ...planVersion, plan: requiredPart(planContentSchema) },
  fixPlanAgreed: planVersion,
  fixPlanObjected: { ...planVersion, reason: requiredText },
  fixPlanBound: { version: requiredNumber, consents: requiredPart(allConsentsSchema) },
  supportRequested: { request: requiredText, kind: requiredOneOf(supportKinds), question: requiredText },
  supportTaken: { request: requiredText },
  supportCompleted: { request: requiredText, answer: text, verdict: oneOf(testVerdicts) },
  noticeConfirmed: { operator: requiredText },
};

/** What every link of the history holds: its place in the chain and what every event says. */
export const eventSchema = variantSchema(
  {
    // Without the list, a kind that has no entry would be taken as one without fields of its own.
    type: requiredOneOf(Object.keys(eventFields)),
    seq: requiredNumber,
    previousHash: requiredText,
    hash: requiredText,
    at: requiredInstant,
    by: requiredText,
    role: requiredOneOf([...roles, scheduler.role]),
    commandId: requiredText,
    onBehalf: part(onBehalfSchema),
  },
  'type',
);

/** The schema of each kind of event, to be told apart by `type`. */
export const eventVariants = Object.entries(eventFields).map(([type, fields]) => ({
  type,
  schema: partSchema(fields),
}));
