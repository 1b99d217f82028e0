import { viewHere } from '../view-here';
import { isAlone } from '../../../../app/acting/standpoint';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import { contentOfText, deadlineOfText, historyOfText } from '../../../../texts/card-sentences.de';
import { copySummary, ticketSummary, titleSummary } from '../../../../texts/summaries.de';
import type { Payload } from '../../cards/payload';
import { historyOf } from '../../../../app/queries/history';
import { refreshNotice } from './confirm-notice';
import { findReadable } from '../../../../app/acting/find-readable';
import { copyOf, presentCard, readableHere } from '../present-card';
import { renderContent } from '../../cards/content-card';
import { renderDeadlineExplanation } from '../../cards/deadline-card';
import { renderHistoryCard } from '../../cards/history-card';
import { renderWithdrawnCard } from '../../cards/ticket-card';
import { type Answer, type BotDeps, shows, type Turn } from '../turn';
import { refusedContent } from './content-reading';
import { notReadHere, notReadHereText } from './not-read-here';
import { ticketNotFound } from './plain-answers';

/** "Inhalt anzeigen", "Fristberechnung" and "Verlauf", for those who may read the ticket (process 10). */
export async function readTicket(
  deps: BotDeps,
  turn: Turn,
  { what, ticket, page }: Extract<Payload, { readonly do: 'read' }>,
): Promise<Answer> {
  const found = await findReadable(deps, turn, ticket);
  if (found === undefined) return notReadHere(deps, turn, ticket);
  const { record, place } = found;
  const { mode } = deps;
  const view = viewHere(deps);
  if (what !== 'deadline') {
    const refusal = await refusedContent(deps, turn, record.ticket, what);
    if (refusal !== undefined) return refusal;
  }
  shows(turn, [record.ticket]);
  switch (what) {
    case 'content':
      return {
        kind: 'page',
        title: ticket,
        summary: titleSummary(contentOfText(ticket)),
        card: renderContent(record, {
          view,
          place,
          readable: await readableHere(deps, record, turn.reader),
          mode,
          page: page ?? 1,
        }),
      };
    case 'deadline': {
      const card = renderDeadlineExplanation({ record, view, mode });
      return { kind: 'page', title: ticket, summary: titleSummary(deadlineOfText(ticket)), card };
    }
    case 'history': {
      const readable = await readableHere(deps, record, turn.reader);
      // What is told of the ticket itself is what the card's place hears.
      const reader = isAlone(turn) ? turn.reader : { places: [place] };
      const entries = historyOf(record, reader, view.installation, readable);
      const card = renderHistoryCard({ entries, record, view, place, mode, page: page ?? 1 });
      return { kind: 'page', title: ticket, summary: titleSummary(historyOfText(ticket)), card };
    }
  }
}

/** A card that is looked at, or a form left without sending: the ticket, or its notice, as it stands now. */
export async function refreshTicket(
  deps: BotDeps,
  turn: Turn,
  { ticket, card: subject }: Extract<Payload, { readonly do: 'refresh' }>,
): Promise<Answer> {
  if (subject === 'notice') return refreshNotice(deps, turn, ticket);
  const tracked = turn.pressed?.tracked;
  const found = await findReadable(deps, turn, ticket);
  if (found === undefined) {
    if (tracked?.ticket !== ticket) return notReadHere(deps, turn, ticket);
    const text = await notReadHereText(deps, turn, ticket);
    return { kind: 'outcome', text, card: renderWithdrawnCard(ticket) };
  }
  const { record, place } = found;
  const card = await presentCard(deps, turn, record, place);
  return { kind: 'page', title: ticket, summary: ticketSummary(record.ticket, viewHere(deps)), card };
}

/** "Ticket <Nummer>". */
export async function showTicket(deps: BotDeps, turn: Turn, ticket: TicketNumber): Promise<Answer> {
  const found = await findReadable(deps, turn, ticket);
  if (found === undefined) return ticketNotFound();
  await deps.sightings.linkedTo(ticket, found.place);
  const summary = copySummary(found.record.ticket, viewHere(deps));
  return { kind: 'page', title: ticket, summary, card: await copyOf(deps, turn, found) };
}
