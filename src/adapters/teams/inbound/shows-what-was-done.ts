import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Place } from '../../../domain/organisation/place';
import { placeMayRead, readerOfCard } from '../../../domain/ticket/access';
import { replay } from '../../../domain/ticket/evolve';
import { cardRooms } from '../cards/card-room';
import { detailsOf } from '../cards/ticket-details';
import { ticketView } from '../cards/ticket-view';
import { isItsOwnCard } from './pressed-card';
import { readableHere } from './present-card';
import type { BotDeps, Turn } from './turn';
import { viewHere } from './view-here';

/**
 * Whether what was done stands on the card that the dialog was opened from, once its edit has come: only the ticket's own
 * card is edited, and of a security-relevant ticket it shows less than what can be done (process 10). A submission that is
 * delivered again is judged by the same events, so it gets the same answer.
 */
export async function showsWhatWasDone(
  deps: Pick<BotDeps, 'directory' | 'clock' | 'queries' | 'mode'>,
  turn: Pick<Turn, 'places' | 'pressed'>,
  { record, place, commandId }: Done,
): Promise<boolean> {
  const { events, ticket } = record;
  const first = events.findIndex((event) => event.commandId === commandId);
  const last = events.findLastIndex((event) => event.commandId === commandId);
  if (first < 1 || !isItsOwnCard(turn.pressed, ticket.number)) return false;
  const [before, after] = [recordUpTo(record, first), recordUpTo(record, last + 1)];
  // The card says then that the ticket was handed over.
  if (!placeMayRead(place, after.ticket)) return true;
  const input = {
    place,
    view: viewHere(deps),
    readable: await readableHere(deps, record, readerOfCard(place, turn.places)),
    mode: deps.mode,
  };
  const shown = (at: TicketRecord) => {
    const then = { ...input, record: at };
    return JSON.stringify(ticketView(then, detailsOf(then, cardRooms[0])));
  };
  return shown(before) !== shown(after);
}

interface Done {
  readonly record: TicketRecord;
  readonly place: Place;
  readonly commandId: string;
}

function recordUpTo(record: TicketRecord, count: number): TicketRecord {
  const events = record.events.slice(0, count);
  return { ...record, ticket: replay(events), events };
}
