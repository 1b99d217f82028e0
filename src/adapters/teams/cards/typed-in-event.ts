import { cardWords } from '../../../texts/card-words.de';
import type { TicketEvent, TypedEventType } from '../../../domain/ticket/event-rules';
import type { FixPlanContent } from '../../../domain/ticket/plan/fix-plan';
import { type CompletionContent, completionLinks, type TestRecord } from '../../../domain/ticket/work/work';
import { formatDay } from '../../../texts/german-time';
import {
  completionLinkNames,
  declineReasonNames,
  measureNames,
  testVerdictNames,
} from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';

type Typed = {
  readonly [Type in Exclude<TypedEventType, 'faultReported'>]: (
    event: Extract<TicketEvent, { readonly type: Type }>,
    forOperator: boolean,
  ) => readonly LabelledText[];
};

/** What somebody typed with each kind of event; the report itself is the beginning of what is read. */
const typed: Typed = {
  reportReturned: ({ missing }) => line(cardWords.missing, missing),
  reportSupplemented: ({ answer }) => line(cardWords.answer, answer),
  questionAnswered: ({ answer }) => line(cardWords.answer, answer),
  faultDeclined: ({ reason, text }) => line(declineReasonNames[reason], text),
  reportWithdrawn: ({ reason }) => line(cardWords.reason, reason),
  faultClassChanged: ({ reason }) => line(cardWords.grounds, reason),
  // A matter between contractor and dispatcher.
  ticketHandedBack: ({ reason }, forOperator) => (forOperator ? [] : line(cardWords.reason, reason)),
  workBegun: ({ immediateStartReason }) => line(cardWords.immediateStartReason, immediateStartReason),
  workCompleted: ({ completion }) => completionLines(completion),
  testFailed: ({ defect, record }) => [...line(cardWords.defect, defect), ...testLines(record)],
  fixReleased: ({ fixVersion, packageReference, noticeText, record }) => [
    ...line(cardWords.fixedIn, fixVersion),
    ...line(cardWords.package, packageReference),
    ...line(cardWords.noticeText, noticeText),
    ...testLines(record),
  ],
  legalReportEntered: ({ reference }) => line(cardWords.legalReference, reference),
  commentAdded: ({ text }) => line(cardWords.comment, text),
  questionAsked: ({ question }) => line(cardWords.question, question),
  fixPlanProposed: ({ plan }) => planLines(plan),
  fixPlanObjected: ({ reason }) => line(cardWords.reason, reason),
  supportRequested: ({ question }) => line(cardWords.supportQuestion, question),
  supportCompleted: ({ verdict, answer }) => [
    ...line(cardWords.testResult, verdict && testVerdictNames[verdict]),
    ...line(cardWords.answer, answer),
  ],
};

/** What an event brought that somebody typed, in full and under its labels. */
export function typedInEvent(event: TicketEvent, forOperator: boolean): readonly LabelledText[] {
  const ofAnyKind: Readonly<
    Partial<Record<string, (of: never, forOperator: boolean) => readonly LabelledText[]>>
  > = typed;
  return ofAnyKind[event.type]?.(event as never, forOperator) ?? [];
}

function planLines(plan: FixPlanContent): readonly LabelledText[] {
  return [
    ...line(cardWords.cause, plan.cause),
    ...line(cardWords.measure, measureNames[plan.measure]),
    ...line(cardWords.affectedVersions, plan.affectedVersions.join(', ')),
    ...line(cardWords.targetDate, formatDay(plan.targetDate)),
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

function testLines({ environment, steps, result }: TestRecord): readonly LabelledText[] {
  return [
    ...line(cardWords.testEnvironment, environment),
    ...line(cardWords.testSteps, steps),
    ...line(cardWords.result, result),
  ];
}

function line(label: string, text: string | undefined): readonly LabelledText[] {
  return text === undefined || text === '' ? [] : [{ label, text }];
}
