import { defined } from '../../../defined';
import type { Instant } from '../../instant';
import type { ModuleId, OrganisationId } from '../../organisation/installation';
import { type FaultClass, faultClasses } from '../../reaction/fault-class';
import { startCycle } from '../../reaction/reaction-cycle';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  askAgain,
  type ActionDecision,
  type DecisionContext,
  events,
  operatorsWord,
  stamp,
  underContract,
  type Word,
} from '../deciding';
import { dispatchersCalled } from '../dispatcher-call';
import type { EventOf } from '../event-base';
import {
  flag,
  instant,
  label,
  moduleId,
  optional,
  organisationId,
  part,
  ownNumber,
  typedPart,
  word,
} from '../event-fields';
import type { FaultReport } from '../fault-report';
import { checkedKnownAt } from '../legal/known-at';
import { breachOf, type ReactionBreached } from '../reaction-events';
import type { Ticket } from '../ticket';

export interface ReportFault extends CommandBase {
  readonly type: 'reportFault';
  readonly operator: OrganisationId;
  readonly module: ModuleId;
  readonly report: FaultReport;
  readonly proposedClass: FaultClass;
  readonly securityRelevant: boolean;
  /** A dispatcher opens a ticket to practise with, in their own right: nobody else's word or contract is asked for (process 7). */
  readonly trial?: true;
  /** When the operator became aware, of a security-relevant report; absent means the receipt (process 10). */
  readonly knownAt?: Instant;
  /** The receipt entered by a dispatcher; ignored for an operator's own report, where the instant of sending counts. */
  readonly receivedAt: Instant;
  /** Where the form was opened, opaque here: that card then shows "Gemeldet". */
  readonly origin?: string;
}

const reported = {
  number: ownNumber,
  proof: optional(label),
  operator: organisationId,
  module: moduleId,
  report: typedPart('faultReport'),
  proposedClass: word(faultClasses),
  securityRelevant: flag,
  trial: optional(flag),
  knownAt: optional(instant),
  receivedAt: instant,
  cycle: part('reactionCycle'),
  origin: optional(label),
};
export type FaultReported = EventOf<'faultReported', typeof reported>;

/** "Störung melden": the one action that opens a ticket (process 3). */
export const reportFault = {
  rows: [{ from: [], to: 'requested', roles: ['operator'], onOperatorsWord: true }],
  /** There is no ticket yet, so the second parameter of the other actions goes unused. */
  decide: (command: ReportFault, _ticket: Ticket | undefined, context: DecisionContext) =>
    decide(command, context),
  events: {
    // It opens the ticket; there is none to change.
    faultReported: {
      fields: reported,
      startsCycle: true,
      audience: () => 'everybody',
      evolve: () => ({}),
      mentions: dispatchersCalled,
    },
  },
} as const satisfies ActionShape;

function decide(
  command: ReportFault,
  context: DecisionContext,
): ActionDecision<FaultReported | ReactionBreached> {
  const { now, installation, number, proof } = context;
  const { module, report, proposedClass, securityRelevant, trial, origin } = command;
  const refused = refusedTrial(command, context);
  if (refused !== undefined) return refused;
  const word = trial === true ? ownWord : operatorsWord(command, context);
  if (word.kind === 'refusal') return word;
  // Process 2.1: the receipt counts, never the time the record was made.
  const receivedAt = word.onBehalf?.at ?? now;
  if (!report.firstAndSecondLevelDone) return askAgain({ code: 'supportLevelsNotDone' });
  const operator = trial === true ? context.actor.organisation : command.operator;
  if (trial !== true && !underContract(context, operator, module, receivedAt)) {
    return askAgain({ code: 'noContract', operator, module });
  }
  const known = securityRelevant ? checkedKnownAt(command.knownAt ?? receivedAt, receivedAt, now) : undefined;
  if (known?.kind === 'refusal') return known;
  if (number === undefined) throw new Error('a report needs the number it gets');
  const timeline = installation.calendars;
  const cycle = startCycle({ startedAt: receivedAt, faultClass: proposedClass, recordedAt: now, timeline });
  const base = stamp(trial === true ? { commandId: command.commandId } : command, context);
  return events<FaultReported | ReactionBreached>([
    {
      ...base,
      type: 'faultReported',
      number,
      operator,
      module,
      report,
      proposedClass,
      securityRelevant,
      receivedAt,
      cycle,
      ...defined({ trial, knownAt: known?.knownAt, origin, proof }),
    },
    ...breachOf(undefined, cycle, base),
  ]);
}

/** In a dispatcher's own right there is no word. */
const ownWord: Word = { kind: 'word' };

/** A trial is a dispatcher's, and nothing that legal duties could follow from (process 7, 10). */
function refusedTrial({ trial, securityRelevant }: ReportFault, { actor }: DecisionContext) {
  if (trial !== true) return undefined;
  if (actor.role !== 'dispatcher') return askAgain({ code: 'trialByDispatcherOnly' });
  return securityRelevant ? askAgain({ code: 'trialNotSecurityRelevant' }) : undefined;
}

/** The ticket opened by a report. */
export function ticketOpenedBy(event: FaultReported): Ticket {
  return {
    number: event.number,
    ...defined({ proof: event.proof }),
    version: 1,
    sharedVersion: 1,
    actedVersion: 1,
    state: 'requested',
    module: event.module,
    operator: event.operator,
    ...(event.trial === true && { trial: true }),
    report: event.report,
    reporter: event.by,
    ...defined({ onBehalf: event.onBehalf }),
    receivedAt: event.receivedAt,
    enteredAt: event.at,
    proposedClass: event.proposedClass,
    faultClass: event.proposedClass,
    priority: 'medium',
    securityRelevant: event.securityRelevant,
    ...defined({ knownAt: event.knownAt }),
    cycles: [event.cycle],
    supplements: [],
    planVersions: 0,
    reworks: 0,
    comments: [],
    answeredQuestions: [],
    supportRequests: [],
    toldWithoutMaintainer: [],
    firedTimers: [],
    done: { reportFault: { by: event.by, role: event.role, at: event.at, version: 1 } },
  };
}
