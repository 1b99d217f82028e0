import { defined } from '../../../defined';
import type { Instant } from '../../instant';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  type ActionDecision,
  alreadyDone,
  askAgain,
  type DecisionContext,
  events,
  operatorsWord,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { instant, text, word } from '../event-fields';
import { earliestKnownAt, pastProblem } from '../legal/known-at';
import { legalReportMade } from '../legal/legal-duties';
import { type LegalReport, legalReports } from '../legal/legal-report';
import type { OwnRefusal } from '../refusals';
import type { Ticket } from '../ticket';
import { ticketStates } from '../ticket-state';

/** "Gemeldet am …": what the operator has told the authority, by themselves or on their word (process 10). */
export interface EnterLegalReport extends CommandBase {
  readonly type: 'enterLegalReport';
  readonly report: LegalReport;
  readonly reportedAt: Instant;
  readonly reference: string;
}

const entered = { report: word(legalReports), reportedAt: instant, reference: text };
export type LegalReportEntered = EventOf<'legalReportEntered', typeof entered>;

/** "Gemeldet am …": stops the reminder of that report; also on an ended ticket, whose duties go on (process 10). */
export const enterLegalReport = {
  rows: [{ from: ticketStates, to: 'same', roles: ['operator'], onOperatorsWord: true }],
  repeatable: true,
  offer: { when: 'marked', holds: ({ securityRelevant }) => securityRelevant },
  guard: notToEnter,
  decide,
  events: {
    legalReportEntered: {
      fields: entered,
      audience: () => 'operator',
      evolve: (ticket, event: LegalReportEntered) => {
        const { report, reportedAt, reference, by, role, at, onBehalf } = event;
        const others = (ticket.legalReports ?? []).filter((each) => each.report !== report);
        const version = ticket.version + 1;
        const made = { report, reportedAt, reference, by, role, at, version, ...defined({ onBehalf }) };
        return { legalReports: [...others, made] };
      },
    },
  },
} as const satisfies ActionShape;

/** Whoever has seen what was entered may correct it; whoever has not is told that somebody was faster. */
function notToEnter(
  ticket: Ticket,
  { seenVersion }: ActionContext,
  command?: EnterLegalReport,
): OwnRefusal | undefined {
  if (!ticket.securityRelevant) return { code: 'notSecurityRelevant', ...standing(ticket) };
  const made = command && legalReportMade(ticket, command.report);
  return made === undefined || seenVersion === undefined || made.version <= seenVersion
    ? undefined
    : alreadyDone(ticket, made);
}

function decide(
  command: EnterLegalReport,
  { receivedAt }: Ticket,
  context: DecisionContext,
): ActionDecision<LegalReportEntered> {
  const said = operatorsWord(command, context);
  if (said.kind === 'refusal') return said;
  const { report, reportedAt, reference } = command;
  switch (pastProblem(reportedAt, receivedAt, context.now)) {
    case 'inFuture':
      return askAgain({ code: 'reportedInFuture' });
    case 'tooEarly':
      return askAgain({ code: 'reportedTooEarly', earliest: earliestKnownAt(receivedAt) });
    case undefined:
      return events([
        { ...stamp(command, context), type: 'legalReportEntered', report, reportedAt, reference },
      ]);
  }
}
