import { botAnswers } from '../../../../texts/bot-answers.de';
import { commandNames } from '../../../../texts/commands.de';
import type { FaultText } from '../../chat/parse-chat-command';
import { renderReportStartCard } from '../../cards/report-start-card';
import { type BegunReport, heldBeginning } from '../../forms/beginning-of-report';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { reportRefusal } from './form-context';
import { offerNearest, offerUsual } from './offer-choices';
import { showForm } from './open-form';
import { titledPage } from './plain-answers';
import { ticketOfThread } from './ticket-meant';

/** "Störung melden": the card that opens the form, inline the form itself. */
export async function startReport(deps: BotDeps, turn: Turn, begun: BegunReport): Promise<Answer> {
  const refusal = reportRefusal(deps, turn);
  if (refusal !== undefined) return offerUsual(deps, turn, refusal);
  return asReportCard(
    deps.mode === 'inline'
      ? await showForm(deps, turn, 'reportFault', { values: { ...begun } })
      : startPage(deps, begun),
  );
}

/**
 * A text that sounds like a fault: the form is offered with it as the description, and nothing is reported unless that is
 * sent. In a ticket's thread it may be meant for the ticket.
 */
export async function offerReport(
  deps: BotDeps,
  turn: Turn,
  { description, module }: FaultText,
): Promise<Answer> {
  if ((await ticketOfThread(deps, turn)) !== undefined) return offerNearest(deps, turn, []);
  const refusal = reportRefusal(deps, turn);
  if (refusal !== undefined) return offerUsual(deps, turn, refusal);
  const intro = description === undefined ? botAnswers.faultTextTooLong : botAnswers.soundsLikeFault;
  return asReportCard(
    startPage(
      deps,
      { ...(description !== undefined && { description }), ...(module !== undefined && { module }) },
      intro,
    ),
  );
}

function startPage(deps: BotDeps, begun: BegunReport, intro?: string): Answer {
  const card = renderReportStartCard({
    view: viewHere(deps),
    mode: deps.mode,
    held: heldBeginning(begun),
    intro,
  });
  return titledPage(commandNames.reportFault, card);
}

function asReportCard(answer: Answer): Answer {
  return answer.kind === 'page' ? { ...answer, isReportCard: true } : answer;
}
