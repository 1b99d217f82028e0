import { viewHere } from '../view-here';
import { isAlone } from '../../../../app/acting/standpoint';
import { commandNames } from '../../../../texts/commands.de';
import type { ChatRequest } from '../../chat/parse-chat-command';
import { renderContactsCard } from '../../cards/contacts-card';
import { renderReportStartCard } from '../../cards/report-start-card';
import { renderServiceHoursCard } from '../../cards/service-hours-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { numberOf } from './number-of';
import { showForm } from './open-form';
import { helpPage, titledPage } from './plain-answers';
import { showTicket } from './read-ticket';
import { sayAboutTicket } from './say-about-ticket';
import { showOverview } from './show-overview';
import { switchDigest } from './switch-digest';
import { showList, showOwnTickets } from './show-list';

/** What was written, by somebody who is known, in a place or a private chat; nothing understood gets the help card. */
export async function answerChatCommand(
  deps: BotDeps,
  turn: Turn,
  request: Exclude<ChatRequest, { readonly command: 'ids' }> | undefined,
): Promise<Answer> {
  const { mode } = deps;
  const view = viewHere(deps);
  const scope = isAlone(turn) ? 'personal' : 'channel';
  switch (request?.command) {
    case 'reportFault':
      return asReportCard(
        mode === 'inline'
          ? await showForm(deps, turn, 'reportFault')
          : titledPage(commandNames.reportFault, renderReportStartCard({ view, mode })),
      );
    case 'myTickets':
    case 'ourTickets':
      return showOwnTickets(deps, turn);
    case 'openTickets':
      return showList(deps, turn, { do: 'list', list: 'open', page: 1 });
    case 'overview':
      return showOverview(deps, turn);
    case 'digestOn':
    case 'digestOff':
      return switchDigest(deps, turn, request.command);
    case 'bugfixPackages':
      return showList(deps, turn, { do: 'list', list: 'released', page: 1 });
    case 'comment':
    case 'commentToAll':
    case 'answer':
      return sayAboutTicket(deps, turn, request);
    case 'ticket':
      return showTicket(deps, turn, numberOf(deps, request));
    case 'serviceHours':
      return titledPage(commandNames.serviceHours, renderServiceHoursCard({ view }));
    case 'contacts':
      return titledPage(commandNames.contacts, renderContactsCard(view));
    case 'help':
    case undefined:
      return helpPage(scope);
  }
}

function asReportCard(answer: Answer): Answer {
  return answer.kind === 'page' ? { ...answer, isReportCard: true } : answer;
}
