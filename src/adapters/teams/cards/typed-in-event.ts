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
      return line('Es fehlt', event.missing);
    case 'reportSupplemented':
    case 'questionAnswered':
      return line('Antwort', event.answer);
    case 'faultDeclined':
      return line(declineReasonNames[event.reason], event.text);
    case 'reportWithdrawn':
      return line('Grund', event.reason);
    case 'faultClassChanged':
      return line('Begründung', event.reason);
    case 'ticketHandedBack':
      // A matter between contractor and dispatcher.
      return forOperator ? [] : line('Grund', event.reason);
    case 'workBegun':
      return line('Grund des Sofortbeginns', event.immediateStartReason);
    case 'workCompleted':
      return completionLines(event.completion);
    case 'testFailed':
      return [...line('Mangel', event.defect), ...testLines(event.record)];
    case 'fixReleased':
      return [
        ...line('Behoben in Version', event.fixVersion),
        ...line('Paket', event.packageReference),
        ...line('Freigabetext', event.noticeText),
        ...testLines(event.record),
      ];
    case 'commentAdded':
      return line('Kommentar', event.text);
    case 'questionAsked':
      return line('Rückfrage', event.question);
    case 'fixPlanProposed':
      return planLines(event.plan);
    case 'fixPlanObjected':
      return line('Grund', event.reason);
    case 'supportRequested':
      return line('Frage', event.question);
    case 'supportCompleted':
      return [
        ...line('Testergebnis', event.verdict === undefined ? undefined : testVerdictNames[event.verdict]),
        ...line('Antwort', event.answer),
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
    ...line('Ursache', plan.cause),
    ...line('Maßnahme', measureNames[plan.measure]),
    ...line('Betroffene Versionen', plan.affectedVersions.join(', ')),
    ...line('Zieltermin', formatDate(plan.targetDate)),
    ...line('Testvorgehen', plan.testApproach),
    ...line('Risiken', plan.risks),
  ];
}

export function completionLines(completion: CompletionContent): readonly LabelledText[] {
  return [
    ...line('Behoben in Version', completion.fixVersion),
    ...line('Paket', completion.packageReference),
    ...line('Geändert', completion.changed),
    ...line('Betroffene Versionen', completion.affectedVersions.join(', ')),
    ...completionLinks.flatMap((link) => line(completionLinkNames[link], completion[link])),
  ];
}

export function testLines({ environment, steps, result }: TestRecord): readonly LabelledText[] {
  return [...line('Testumgebung', environment), ...line('Testschritte', steps), ...line('Ergebnis', result)];
}

function line(label: string, text: string | undefined): readonly LabelledText[] {
  return text === undefined || text === '' ? [] : [{ label, text }];
}
