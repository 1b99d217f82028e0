import {
  type DueMoment,
  dueMomentAt,
  urgencies,
  type Urgency,
  urgencyOf,
} from '../../../domain/ticket/urgency';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import type { TicketList } from '../../../app/messages/ticket-list';
import { cardWords } from '../../../texts/card-words.de';
import { classText } from '../../../texts/card-sentences.de';
import { dueText } from '../../../texts/due.de';
import { stateNames } from '../../../texts/labels.de';
import { whoActsText } from '../../../texts/next-steps.de';
import { operatorName, withTrialWord } from '../../../texts/trial.de';
import type { View } from '../../../texts/view';
import type { CardPart } from './card-json';
import { expandCard } from './expand';
import { safeLink } from './safe-link';
import { shortened } from './typed-text';

export interface RowInput {
  readonly view: View;
  /** The link to the ticket's tracked card, where the reader's conversation has one. */
  readonly link?: (number: TicketNumber) => string | undefined;
}

/** UTF-16 units; a row is two short lines, on a phone a third, and 15 of them fit into a card. */
const longest = { title: 32, name: 20, who: 28 };

/** What is late stands out; the words of its rows say it. */
const styles: Readonly<Record<Urgency, string>> = {
  overdue: 'attention',
  dueToday: 'warning',
  later: 'default',
};

/** The tickets of a list, a row each: what it is, what is late and by how much, who acts and whose it is; those of one urgency together. */
export function ticketRows(
  { tickets, awaited }: Pick<TicketList, 'tickets' | 'awaited'>,
  input: RowInput,
): readonly CardPart[] {
  const moment = dueMomentAt(input.view.installation.calendars, input.view.now);
  return urgencies.flatMap((urgency) => {
    const own = tickets.filter((ticket) => urgencyOf(ticket, moment) === urgency);
    const rows = own.map((ticket) => rowOf(ticket, awaited.has(ticket.number), moment, input));
    return rows.length === 0 ? [] : expandCard('ticket-rows.card', { style: styles[urgency], rows }).body;
  });
}

function rowOf(ticket: Ticket, waits: boolean, moment: DueMoment, { view, link }: RowInput) {
  const { number, module, faultClass, state } = ticket;
  const url = link?.(number);
  const named = url === undefined ? number : `[${number}](${safeLink(url)})`;
  const about = [
    waits ? cardWords.waitsForYou : shortened(whoActsText(ticket, view), longest.who),
    ...[operatorName(ticket, view), view.module(module)].map((name) => shortened(name, longest.name)),
  ];
  return {
    head: `${named} · ${withTrialWord(ticket, classText(faultClass))}`,
    // Nothing typed into a security-relevant ticket stands in a list (process 10).
    title: ticket.securityRelevant
      ? cardWords.securityRelevantTicket
      : shortened(ticket.report.title, longest.title),
    due: dueText(ticket, view, moment) ?? stateNames[state],
    about: about.join(' · '),
  };
}
