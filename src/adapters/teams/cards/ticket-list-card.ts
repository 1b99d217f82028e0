import { cardWords } from '../../../texts/card-words.de';
import type { View } from '../../../texts/view';
import {
  asOfSentence,
  hiddenText,
  inSelectionText,
  noneWaitsText,
  openTicketsText,
  overdueCountText,
  waitingText,
} from '../../../texts/card-sentences.de';
import type { TicketList } from '../../../app/messages/ticket-list';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import { type RowInput, ticketRows } from './ticket-row';

/** More would neither be read nor fit into a card. */
export const maxTicketsListed = 15;

export interface TicketListInput extends RowInput {
  /** "Meine Tickets", in a channel "Unsere Tickets". */
  readonly heading: string;
  readonly list: TicketList;
}

/** The open tickets of a reader, cut with a count. */
export function renderTicketListCard(input: TicketListInput): AdaptiveCardJson {
  const { heading, list } = input;
  const shown = list.tickets.slice(0, maxTicketsListed);
  const hidden = list.total - shown.length;
  return expandCard('ticket-list.card', {
    heading,
    summary: queueText(list, input.view),
    rows: ticketRows({ ...list, tickets: shown }, input),
    ...(hidden > 0 ? { rest: hiddenText(hidden) } : {}),
  });
}

/** '12 offene Tickets, davon warten 2 auf Sie.'; of a list that was narrowed, '2 offene Tickets in dieser Auswahl, …'. */
export function summaryText({ total, waiting }: TicketList, isNarrowed = false): string {
  if (total === 0) return isNarrowed ? cardWords.noneInSelection : cardWords.noOpenTickets;
  const all = total === 1 ? cardWords.oneOpenTicket : openTicketsText(total);
  const open = isNarrowed ? inSelectionText(all) : all;
  if (waiting === 0) return noneWaitsText(open);
  return waitingText(open, waiting);
}

/** '… Überfällig: 3. Stand Fr 12.06.2026, 14:00 Uhr': a list is not edited, and its "heute" is of that day. */
export function queueText(list: TicketList, view: View, isNarrowed = false): string {
  const { overdue } = list;
  const overdueText = overdue === 0 ? [] : [overdueCountText(overdue)];
  return [summaryText(list, isNarrowed), ...overdueText, asOfSentence(view.time(view.now))].join(' ');
}
