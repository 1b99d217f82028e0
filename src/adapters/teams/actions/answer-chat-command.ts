import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import { instantToLocal } from '../../../domain/service-calendar/local-time';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { commandNames } from '../../../texts/commands.de';
import type { ChatRequest } from '../parse-chat-command';
import { placeFor, placeOfReader } from '../place-of-press';
import { linkToTrackedCard } from '../present-card';
import { renderContactsCard } from '../render/contacts-card';
import { renderHelpCard } from '../render/help-card';
import { renderReportStartCard } from '../render/report-start-card';
import { renderServiceHoursCard } from '../render/service-hours-card';
import { mostTicketsListed, renderTicketListCard } from '../render/ticket-list-card';
import type { Answer, BotDeps, Turn } from '../turn';
import { showForm } from './open-form';
import { showTicket } from './read-ticket';

/** What was written, by somebody who is known, in a place or a private chat; nothing understood gets the help card. */
export async function answerChatCommand(
  deps: BotDeps,
  turn: Turn,
  request: Exclude<ChatRequest, { readonly command: 'ids' }> | undefined,
): Promise<Answer> {
  const { directory, clock, mode } = deps;
  const installation = directory.installation();
  const now = clock.now();
  const scope = turn.conversation.kind === 'personal' ? 'personal' : 'channel';
  switch (request?.command) {
    case 'reportFault':
      return mode === 'inline'
        ? showForm(deps, turn, 'reportFault')
        : page(commandNames.reportFault, renderReportStartCard({ installation, mode }));
    case 'myTickets':
    case 'ourTickets':
      return listTickets(deps, turn);
    case 'ticket':
      return showTicket(deps, turn, numberOf(deps, request));
    case 'serviceHours':
      return page(commandNames.serviceHours, renderServiceHoursCard({ installation, now }));
    case 'contacts':
      return page(commandNames.contacts, renderContactsCard(installation));
    case 'help':
    case undefined:
      return page(commandNames.help, renderHelpCard(scope));
  }
}

async function listTickets(deps: BotDeps, turn: Turn): Promise<Answer> {
  const list = await deps.queries.openTickets(turn.reader, { limit: mostTicketsListed });
  const links = new Map<TicketNumber, string | undefined>();
  for (const ticket of list.tickets) {
    const own = turn.conversation.kind === 'personal';
    const place = own ? placeOfReader(turn.person, ticket) : await placeFor(deps.cards, turn, ticket.number);
    if (place !== undefined) links.set(ticket.number, await linkToTrackedCard(deps, ticket.number, place));
  }
  const heading = turn.conversation.kind === 'personal' ? commandNames.myTickets : commandNames.ourTickets;
  const card = renderTicketListCard({
    heading,
    list,
    installation: deps.directory.installation(),
    now: deps.clock.now(),
    link: (number) => links.get(number),
  });
  return page(heading, card);
}

/** "Ticket 12" means the present year, on the calendar's clock: it stands in the number. */
function numberOf(
  { directory, clock }: BotDeps,
  { year, sequence }: Extract<ChatRequest, { command: 'ticket' }>,
): TicketNumber {
  const now = clock.now();
  const { zone } = calendarAt(directory.installation().calendars, now).calendar;
  const inYear = year ?? Number(instantToLocal(now, zone).date.slice(0, 4));
  return `SP-${inYear}-${String(sequence).padStart(4, '0')}`;
}

function page(title: string, card: Extract<Answer, { kind: 'page' }>['card']): Answer {
  return { kind: 'page', title, card };
}
