import { viewHere } from '../view-here';
import { defined } from '../../../../defined';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { commandNames } from '../../../../texts/commands.de';
import type { ChatRequest, ListFilter } from '../../chat/parse-chat-command';
import { renderServiceHoursCard } from '../../cards/service-hours-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { numberOf } from './number-of';
import { helpScopeOf } from './help-scope';
import { offerNearest, offerUsual } from './offer-choices';
import { showOrganisation } from './organisation/show-organisation';
import { offerReport, startReport } from './offer-report';
import { helpPage, titledPage } from './plain-answers';
import { showTicket } from './read-ticket';
import { sayAboutTicket } from './say-about-ticket';
import { showOverview } from './show-overview';
import { showStanding } from './show-standing';
import { switchDigest } from './switch-digest';
import { showContacts, showList, showOwnTickets } from './show-list';

/** What was written, by somebody who is known, in a place or a private chat; an empty message gets help. */
export async function answerChatCommand(
  deps: BotDeps,
  turn: Turn,
  request: Exclude<ChatRequest, { readonly command: 'ids' }> | undefined,
): Promise<Answer> {
  switch (request?.command) {
    case 'reportFault':
      return startReport(deps, turn, defined({ module: request.module }));
    case 'faultText':
      return offerReport(deps, turn, request);
    case 'notUnderstood':
      return offerNearest(deps, turn, request.near, request.told);
    case 'standing':
    case 'reactBy':
      return showStanding(deps, turn, request.command);
    case 'myTickets':
    case 'ourTickets':
      return showOwnTickets(deps, turn, request.command === 'myTickets');
    case 'openTickets':
      return showList(deps, turn, { do: 'list', list: 'open', page: 1, ...listFields(request.filter) });
    case 'endedTickets':
      return offerUsual(deps, turn, botAnswers.endedNotListed);
    case 'overview':
      return showOverview(deps, turn);
    case 'digestOn':
    case 'digestOff':
      return switchDigest(deps, turn, request.command);
    case 'bugfixPackages':
      return showList(deps, turn, { do: 'list', list: 'released', page: 1 });
    case 'contract':
      return showList(deps, turn, { do: 'list', list: 'ownContracts', page: 1 });
    case 'comment':
    case 'commentToAll':
    case 'answer':
      return sayAboutTicket(deps, turn, request);
    case 'ticket':
      return showTicket(deps, turn, numberOf(deps, request));
    case 'serviceHours':
      return titledPage(commandNames.serviceHours, renderServiceHoursCard({ view: viewHere(deps) }));
    case 'contacts':
      return showContacts(deps);
    case 'organisation':
      return showOrganisation(deps, turn);
    case 'onboarding':
      return showList(deps, turn, { do: 'list', list: 'onboardings', page: 1 });
    case 'help':
    case undefined:
      return helpPage(helpScopeOf(turn), deps.mode);
    case 'helpAll':
      return helpPage({ ...helpScopeOf(turn), isWhole: true }, deps.mode);
  }
}

/** As the card of the list would say it. */
function listFields({ module, state, faultClass, overdue, waiting }: ListFilter = {}) {
  return defined({
    module,
    state,
    faultClass: faultClass && (`${faultClass}` as const),
    overdue: overdue && (`${overdue}` as const),
    waiting: waiting && (`${waiting}` as const),
  });
}
