import { cardWords } from '../../../texts/card-words.de';
import type { TicketEvent } from '../../../domain/ticket/event-rules';
import type { FixPlanContent } from '../../../domain/ticket/plan/fix-plan';
import { type CompletionContent, completionLinks, type TestRecord } from '../../../domain/ticket/work/work';
import { formatDate } from '../../../texts/german-time';
import {
  completionLinkNames,
  declineReasonNames,
  measureNames,
  testVerdictNames,
} from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';

/** What an event brought that somebody typed, in full and under its labels. */
export function typedInEvent(event: TicketEvent, forOperator: boolean): readonly LabelledText[] {
  switch (event.type) {
    case 'reportReturned':
      return line(cardWords.missing, event.missing);
    case 'reportSupplemented':
    case 'questionAnswered':
      return line(cardWords.answer, event.answer);
    case 'faultDeclined':
      return line(declineReasonNames[event.reason], event.text);
    case 'reportWithdrawn':
      return line(cardWords.reason, event.reason);
    case 'faultClassChanged':
      return line(cardWords.grounds, event.reason);
    case 'ticketHandedBack':
      // A matter between contractor and dispatcher.
      return forOperator ? [] : line(cardWords.reason, event.reason);
    case 'workBegun':
      return line(cardWords.immediateStartReason, event.immediateStartReason);
    case 'workCompleted':
      return completionLines(event.completion);
    case 'testFailed':
      return [...line(cardWords.defect, event.defect), ...testLines(event.record)];
    case 'fixReleased':
      return [
        ...line(cardWords.fixedIn, event.fixVersion),
        ...line(cardWords.package, event.packageReference),
        ...line(cardWords.noticeText, event.noticeText),
        ...testLines(event.record),
      ];
    case 'commentAdded':
      return line(cardWords.comment, event.text);
    case 'questionAsked':
      return line(cardWords.question, event.question);
    case 'fixPlanProposed':
      return planLines(event.plan);
    case 'fixPlanObjected':
      return line(cardWords.reason, event.reason);
    case 'supportRequested':
      return line(cardWords.supportQuestion, event.question);
    case 'supportCompleted':
      return [
        ...line(
          cardWords.testResult,
          event.verdict === undefined ? undefined : testVerdictNames[event.verdict],
        ),
        ...line(cardWords.answer, event.answer),
      ];
    case 'faultReported':
    case 'analysisStarted':
    case 'faultAccepted':
    case 'closedWithoutAnswer':
    case 'ticketAssigned':
    case 'priorityChanged':
    case 'moduleChanged':
    case 'markedSecurityRelevant':
    case 'reactionBreached':
    case 'reactionWarned':
    case 'deadlineRecounted':
    case 'reminded':
    case 'maintainerMissing':
    case 'testBegun':
    case 'fixPlanAgreed':
    case 'fixPlanBound':
    case 'supportTaken':
    case 'noticeConfirmed':
      return [];
  }
}

export function planLines(plan: FixPlanContent): readonly LabelledText[] {
  return [
    ...line(cardWords.cause, plan.cause),
    ...line(cardWords.measure, measureNames[plan.measure]),
    ...line(cardWords.affectedVersions, plan.affectedVersions.join(', ')),
    ...line(cardWords.targetDate, formatDate(plan.targetDate)),
    ...line(cardWords.testApproach, plan.testApproach),
    ...line(cardWords.risks, plan.risks),
  ];
}

export function completionLines(completion: CompletionContent): readonly LabelledText[] {
  return [
    ...line(cardWords.fixedIn, completion.fixVersion),
    ...line(cardWords.package, completion.packageReference),
    ...line(cardWords.whatChanged, completion.changed),
    ...line(cardWords.affectedVersions, completion.affectedVersions.join(', ')),
    ...completionLinks.flatMap((link) => line(completionLinkNames[link], completion[link])),
  ];
}

export function testLines({ environment, steps, result }: TestRecord): readonly LabelledText[] {
  return [
    ...line(cardWords.testEnvironment, environment),
    ...line(cardWords.testSteps, steps),
    ...line(cardWords.result, result),
  ];
}

function line(label: string, text: string | undefined): readonly LabelledText[] {
  return text === undefined || text === '' ? [] : [{ label, text }];
}
