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
  readonly step: SampleStep;
  readonly after: number;
}

const at = (step: SampleStep, after: number): TimedStep => ({ step, after });

const hour = 60;
const day = 8 * hour;
/** Until a return without an answer may be closed, with some margin. */
const patience = 11 * day;
/** Longer than any reaction time of classes 1 to 3. */
const late = 9 * hour;

/** The steps to a fix, and for each end, where they stop. */
const way: readonly SampleEnd[] = [
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
  const reaction = at('startAnalysis', fault.late === true ? late : 45);
  switch (fault.end) {
    case 'declined':
      return [report, reaction, at('decline', hour)];
    case 'returned':
      return [report, at('returnReport', hour)];
    case 'unanswered':
      return [report, at('returnReport', hour), at('closeWithoutAnswer', patience)];
    case 'withdrawn':
      return [report, at('withdraw', hour)];
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
  const reached = (end: SampleEnd): boolean => way.indexOf(fault.end) >= way.indexOf(end);
  const when = (happens: boolean | undefined, ...steps: TimedStep[]): TimedStep[] =>
    happens === true ? steps : [];
  return [
    report,
    ...when(fault.supplemented, at('returnReport', 30), at('supplement', hour)),
    ...when(reached('analysed'), reaction),
    ...when(reached('accepted'), at('accept', 30)),
    ...when(reached('assigned'), at('assign', 15)),
    ...when(reached('assigned') && fault.question, at('askOperator', hour), at('answerQuestion', 2 * hour)),
    ...when(reached('planned'), at('proposePlan', 2 * hour)),
    ...when(reached('planned') && fault.objection, at('objectToPlan', hour), at('changePlan', hour)),
    ...when(reached('binding'), at('agreeAsOperator', 90), at('agreeAsDispatcher', 30)),
    ...when(reached('inProgress'), at('beginWork', hour)),
    ...when(
      reached('inProgress') && fault.support,
      at('requestSupport', hour),
      at('takeSupport', hour),
      at('completeSupport', 2 * hour),
    ),
    ...when(reached('fixed'), at('completeWork', day)),
    ...when(
      reached('inTest') && fault.failedTest,
      at('beginTest', hour),
      at('failTest', hour),
      at('completeWork', 5 * hour),
    ),
    ...when(reached('inTest'), at('beginTest', hour)),
    ...when(reached('closed'), at('releaseAndClose', 2 * hour)),
    ...when(reached('closed') && fault.confirmed, at('confirmNotice', 3 * hour)),
  ];
}
