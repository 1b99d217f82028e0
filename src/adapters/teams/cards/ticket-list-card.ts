import { cardWords } from '../../../texts/card-words.de';
import {
  classText,
  hiddenText,
  noneWaitsText,
  openTicketsText,
  securityRelevantText,
  waitingText,
} from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import type { TicketList } from '../../../app/messages/ticket-list';
import { presentCycle, type Ticket, type TicketNumber } from '../../../domain/ticket/ticket';
import { deadlineText } from '../../../texts/deadlines.de';
import { stateNames } from '../../../texts/labels.de';
import { nextStepText } from '../../../texts/next-steps.de';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import { safeLink } from './safe-link';
import { toneStyle } from './ticket-view';

/** More would neither be read nor fit into a card. */
export const maxTicketsListed = 15;

export interface TicketListInput {
  /** "Meine Tickets", in a channel "Unsere Tickets". */
  readonly heading: string;
  readonly list: TicketList;
  readonly view: View;
  /** The link to the ticket's tracked card, where the reader's conversation has one. */
  readonly link?: (number: TicketNumber) => string | undefined;
}

/** The open tickets of a reader, what waits for them first; cut with a count. */
export function renderTicketListCard(input: TicketListInput): AdaptiveCardJson {
  const { heading, list } = input;
  const shown = list.tickets.slice(0, maxTicketsListed);
  const hidden = list.total - shown.length;
  return expandCard('ticket-list.card', {
    heading,
    summary: summaryText(list),
    rows: shown.map((ticket, index) => ticketRow(ticket, index < list.waiting, input)),
    ...(hidden > 0 ? { rest: hiddenText(hidden) } : {}),
  });
}

/** '12 offene Tickets, davon warten 2 auf Sie.' */
export function summaryText({ total, waiting }: TicketList): string {
  if (total === 0) return cardWords.noOpenTickets;
  const open = total === 1 ? cardWords.oneOpenTicket : openTicketsText(total);
  if (waiting === 0) return noneWaitsText(open);
  return waitingText(open, waiting);
}

/** A ticket in a list: what it is, its deadline and who acts. */
export function ticketRow(
  ticket: Ticket,
  waits: boolean,
  { view, link }: Pick<TicketListInput, 'view' | 'link'>,
) {
  const url = link?.(ticket.number);
  const number = url === undefined ? ticket.number : `[${ticket.number}](${safeLink(url)})`;
  const { text, tone } = deadlineText(presentCycle(ticket), view);
  const head = [number, stateNames[ticket.state], classText(ticket.faultClass)];
  return {
    head: [...head, ...(waits ? [cardWords.waitsForYou] : [])].join(' · '),
    title: ticket.securityRelevant ? securityRelevantText(view.module(ticket.module)) : ticket.report.title,
    deadline: { text, ...toneStyle(tone) },
    next: nextStepText(ticket, view),
  };
}
