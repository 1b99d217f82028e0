import type { SampleEnd, SampleFault } from '../../../texts/sample-month.de';

/** One thing that somebody does with a ticket. */
export type SampleStep =
  | 'report'
  | 'startAnalysis'
  | 'accept'
  | 'decline'
  | 'returnReport'
  | 'supplement'
  | 'closeWithoutAnswer'
  | 'withdraw'
  | 'assign'
  | 'askOperator'
  | 'answerQuestion'
  | 'proposePlan'
  | 'objectToPlan'
  | 'changePlan'
  | 'agreeAsOperator'
  | 'agreeAsDispatcher'
  | 'beginWork'
  | 'requestSupport'
  | 'takeSupport'
  | 'completeSupport'
  | 'completeWork'
  | 'beginTest'
  | 'failTest'
  | 'releaseAndClose'
  | 'confirmNotice';

/** A step and the service time before it, in minutes. */
export interface TimedStep {
  step: SampleStep;
  after: number;
}

const at = (step: SampleStep, after: number): TimedStep => ({ step, after });

const HOUR = 60;
const DAY = 8 * HOUR;
/** Until a return without an answer may be closed, with some to spare. */
const PATIENCE = 11 * DAY;
/** Beyond every reaction time of classes 1 to 3. */
const LATE = 9 * HOUR;

/** The way to a fix, and the end at which each part of it is left out. */
const WAY: readonly SampleEnd[] = [
  'requested',
  'analysed',
  'accepted',
  'assigned',
  'planned',
  'binding',
  'inProgress',
  'fixed',
  'inTest',
  'closed',
];

/** What happens to a fault of the sample month, in its order. */
export function storyOf(fault: SampleFault): TimedStep[] {
  const report = at('report', 0);
  const reaction = at('startAnalysis', fault.late === true ? LATE : 45);
  switch (fault.end) {
    case 'declined':
      return [report, reaction, at('decline', HOUR)];
    case 'returned':
      return [report, at('returnReport', HOUR)];
    case 'unanswered':
      return [report, at('returnReport', HOUR), at('closeWithoutAnswer', PATIENCE)];
    case 'withdrawn':
      return [report, at('withdraw', HOUR)];
    case 'requested':
    case 'analysed':
    case 'accepted':
    case 'assigned':
    case 'planned':
    case 'binding':
    case 'inProgress':
    case 'fixed':
    case 'inTest':
    case 'closed':
      return wayTo(fault, [report, reaction]);
  }
}

function wayTo(fault: SampleFault, [report, reaction]: [TimedStep, TimedStep]): TimedStep[] {
  const reached = (end: SampleEnd): boolean => WAY.indexOf(fault.end) >= WAY.indexOf(end);
  const when = (happens: boolean | undefined, ...steps: TimedStep[]): TimedStep[] =>
    happens === true ? steps : [];
  return [
    report,
    ...when(fault.supplemented, at('returnReport', 30), at('supplement', HOUR)),
    ...when(reached('analysed'), reaction),
    ...when(reached('accepted'), at('accept', 30)),
    ...when(reached('assigned'), at('assign', 15)),
    ...when(reached('assigned') && fault.question, at('askOperator', HOUR), at('answerQuestion', 2 * HOUR)),
    ...when(reached('planned'), at('proposePlan', 2 * HOUR)),
    ...when(reached('planned') && fault.objection, at('objectToPlan', HOUR), at('changePlan', HOUR)),
    ...when(reached('binding'), at('agreeAsOperator', 90), at('agreeAsDispatcher', 30)),
    ...when(reached('inProgress'), at('beginWork', HOUR)),
    ...when(
      reached('inProgress') && fault.support,
      at('requestSupport', HOUR),
      at('takeSupport', HOUR),
      at('completeSupport', 2 * HOUR),
    ),
    ...when(reached('fixed'), at('completeWork', DAY)),
    ...when(
      reached('inTest') && fault.failedTest,
      at('beginTest', HOUR),
      at('failTest', HOUR),
      at('completeWork', 5 * HOUR),
    ),
    ...when(reached('inTest'), at('beginTest', HOUR)),
    ...when(reached('closed'), at('releaseAndClose', 2 * HOUR)),
    ...when(reached('closed') && fault.confirmed, at('confirmNotice', 3 * HOUR)),
  ];
}
