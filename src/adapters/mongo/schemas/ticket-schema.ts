import { Schema } from 'mongoose';
import { roles } from '../../../domain/organisation/installation';
import { faultClasses } from '../../../domain/reaction/fault-class';
import { ticketActions } from '../../../domain/ticket/actions/registry';
import { legalReports } from '../../../domain/ticket/legal/legal-report';
import {
  lapseReasons,
  linkKinds,
  declineReasons,
  priorities,
  resolutions,
  type Ticket,
} from '../../../domain/ticket/ticket';
import { ticketStates } from '../../../domain/ticket/ticket-state';
import { reminderKinds } from '../../../domain/ticket/timers';
import { answeredQuestionSchema, commentSchema, questionSchema } from './conversation-schema';
import { eventSchema, eventVariants } from './event-schema';
import { faultReportSchema, onBehalfSchema } from './fault-report-schema';
import { fixPlanSchema, previousPlanSchema } from './fix-plan-schema';
import { reactionCycleSchema } from './reaction-cycle-schema';
import { releaseSchema } from './release-schema';
import {
  optionalList,
  documentSchema,
  type FieldsOf,
  flag,
  instant,
  number,
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
} from './strict-schema';
import { supportRequestSchema } from './support-schema';
import { completionSchema, defectSchema, immediateStartSchema, testRunSchema } from './work-schema';

const doneMarkSchema = partSchema({
  by: requiredText,
  role: requiredOneOf(roles),
  at: requiredInstant,
  version: requiredNumber,
});

/** The state of a ticket, as in the domain. */
const state = {
  number: requiredText,
  proof: text,
  version: requiredNumber,
  sharedVersion: requiredNumber,
  actedVersion: requiredNumber,
  state: requiredOneOf(ticketStates),
  module: requiredText,
  operator: requiredText,
  report: requiredPart(faultReportSchema),
  reporter: requiredText,
  onBehalf: part(onBehalfSchema),
  receivedAt: requiredInstant,
  enteredAt: requiredInstant,
  proposedClass: requiredOneOf(faultClasses),
  faultClass: requiredOneOf(faultClasses),
  classReason: text,
  priority: requiredOneOf(priorities),
  securityRelevant: requiredFlag,
  trial: flag,
  knownAt: instant,
  legalReports: optionalList(
    partSchema({
      report: requiredOneOf(legalReports),
      reportedAt: requiredInstant,
      reference: requiredText,
      by: requiredText,
      role: requiredOneOf(roles),
      at: requiredInstant,
      version: requiredNumber,
      onBehalf: part(onBehalfSchema),
    }),
  ),
  cycles: requiredList(reactionCycleSchema),
  analyst: part(partSchema({ person: requiredText, since: requiredInstant })),
  assignment: part(partSchema({ organisation: requiredText, person: requiredText, since: requiredInstant })),
  lapsed: part(
    partSchema({
      reason: requiredOneOf(lapseReasons),
      organisation: requiredText,
      person: requiredText,
      at: requiredInstant,
    }),
  ),
  returned: part(partSchema({ missing: requiredText, by: requiredText, at: requiredInstant })),
  supplements: requiredList(partSchema({ text: requiredText, by: requiredText, at: requiredInstant })),
  decline: part(partSchema({ reason: requiredOneOf(declineReasons), text: requiredText, duplicateOf: text })),
  handBackReason: text,
  fixPlan: part(fixPlanSchema),
  previousPlan: part(previousPlanSchema),
  planVersions: requiredNumber,
  immediateStart: part(immediateStartSchema),
  completion: part(completionSchema),
  test: part(testRunSchema),
  reworks: requiredNumber,
  lastDefect: part(defectSchema),
  comments: requiredList(commentSchema),
  links: optionalList(
    partSchema({
      number: requiredText,
      kind: requiredOneOf(linkKinds),
      by: requiredText,
      at: requiredInstant,
      revision: number,
      version: number,
      removed: flag,
    }),
  ),
  question: part(questionSchema),
  answeredQuestions: requiredList(answeredQuestionSchema),
  supportRequests: requiredList(supportRequestSchema),
  release: part(releaseSchema),
  resolution: oneOf(resolutions),
  toldWithoutMaintainer: requiredList(requiredText),
  firedTimers: requiredList(
    partSchema({ timer: requiredOneOf(reminderKinds), step: requiredNumber, since: requiredInstant }),
  ),
  done: requiredPart(
    partSchema(Object.fromEntries(ticketActions.map((action) => [action, part(doneMarkSchema)]))),
  ),
} satisfies FieldsOf<Ticket>;

const scopeFields = { 'ticket.operator': 1, 'ticket.module': 1, assigned: 1, supported: 1 } as const;

/**
 * One document per ticket: its state, its whole history and the mark that effects are due, so that a command is one
 * guarded write. Fields that lists are filtered and sorted by, other than the state itself, are flat at the top.
 */
export const ticketSchema = documentSchema({
  _id: requiredText,
  version: requiredNumber,
  reportCommandId: requiredText,
  ticket: requiredPart(partSchema(state)),
  events: { type: [eventSchema], required: true },
  historyHash: requiredText,
  effectsPlanned: requiredNumber,
  effectsDue: requiredFlag,
  effectsDueSince: instant,
  /** How often its effects could not be planned, and until when it is kept back for that. */
  effectsTries: number,
  effectsRetryAt: instant,
  /** Since when its effects are not tried any more, and the kind of the error. */
  effectsSetAsideAt: instant,
  effectsSetAsideFor: text,
  /** How often in a row its deadlines could not be checked; since when that is known, and the kind of the error. */
  failedChecks: number,
  uncheckedSince: instant,
  uncheckedFor: text,
  /** The next instant at which a timer is due (process 2, Warnings); absent if none is. */
  nextDueAt: instant,
  trial: requiredFlag,
  assigned: requiredFlag,
  supported: requiredFlag,
  listOrder: requiredText,
  reactionDue: instant,
  planDue: text,
  waitsForOperator: requiredFlag,
  waitsForDispatcher: requiredFlag,
  waitsForMaintainer: requiredFlag,
  waitsForPlatform: requiredFlag,
})
  .index({ reportCommandId: 1 }, { unique: true })
  .index({ effectsDue: 1, effectsDueSince: 1, _id: 1 })
  .index({ effectsSetAsideAt: 1, _id: 1 })
  .index({ uncheckedSince: 1, _id: 1 })
  .index({ nextDueAt: 1, _id: 1 })
  // First of all, those to practise with are told from those that are in lists and figures (process 7).
  // Lists, each in its order within a state and those who wait; what else a list may ask about stands behind the order, so
  // that only tickets that are shown are read.
  .index({
    trial: 1,
    'ticket.state': 1,
    waitsForDispatcher: 1,
    listOrder: 1,
    'ticket.module': 1,
    'ticket.faultClass': 1,
    'ticket.operator': 1,
    assigned: 1,
    supported: 1,
    waitsForOperator: 1,
    waitsForMaintainer: 1,
    waitsForPlatform: 1,
    reactionDue: 1,
    planDue: 1,
  })
  .index({
    trial: 1,
    'ticket.operator': 1,
    'ticket.state': 1,
    waitsForOperator: 1,
    listOrder: 1,
    'ticket.module': 1,
    'ticket.faultClass': 1,
    reactionDue: 1,
    planDue: 1,
  })
  .index({
    trial: 1,
    'ticket.module': 1,
    assigned: 1,
    'ticket.state': 1,
    waitsForMaintainer: 1,
    listOrder: 1,
    'ticket.faultClass': 1,
    reactionDue: 1,
    planDue: 1,
  })
  .index({
    trial: 1,
    supported: 1,
    'ticket.state': 1,
    waitsForPlatform: 1,
    listOrder: 1,
    'ticket.module': 1,
    'ticket.faultClass': 1,
    reactionDue: 1,
    planDue: 1,
  })
  // The figures of a digest (`countFigures`): what is counted first, then what a reader's scope may ask about.
  .index({ trial: 1, 'ticket.faultClass': 1, 'ticket.state': 1, ...scopeFields })
  .index({ trial: 1, 'ticket.faultClass': 1, waitsForOperator: 1, ...scopeFields })
  .index({ trial: 1, 'ticket.faultClass': 1, reactionDue: 1, planDue: 1, ...scopeFields })
  .index({ trial: 1, 'ticket.faultClass': 1, planDue: 1, reactionDue: 1, ...scopeFields });

const events = ticketSchema.path('events');
if (!(events instanceof Schema.Types.DocumentArray)) throw new Error('events are a list of parts');
for (const { type, schema } of eventVariants) events.discriminator(type, schema);

/** The running number of a year's tickets. */
export const counterSchema = documentSchema({ _id: requiredText, value: requiredNumber });
