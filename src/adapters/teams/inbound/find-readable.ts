import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Place } from '../../../domain/organisation/place';
import { placeMayRead } from '../../../domain/ticket/access';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { placeFor, placeOfReader } from './place-of-press';
import type { BotDeps, Turn } from './turn';

export interface ReadableTicket {
  readonly record: TicketRecord;
  /** Whose view of it, and in whose role to act (process 1). */
  readonly place: Place;
}

/**
 * The ticket as the reader may read it: in a channel the place, whoever asks; in a private chat the person, by the
 * roles they have now, whatever card still stands there. Undefined both for an unknown ticket and for a hidden one.
 */
export async function findReadable(
  { cards, queries }: Pick<BotDeps, 'cards' | 'queries'>,
  turn: Turn,
  ticket: TicketNumber,
): Promise<ReadableTicket | undefined> {
  const own = await placeFor(cards, turn, ticket);
  if (turn.conversation.kind === 'personal') {
    const record = await queries.readableTicket(turn.reader, ticket);
    if (record === undefined) return undefined;
    const place =
      own !== undefined && placeMayRead(own, record.ticket) ? own : placeOfReader(turn.person, record.ticket);
    return place === undefined ? undefined : { record, place };
  }
  for (const place of own === undefined ? turn.places : [own, ...turn.places]) {
    const record = await queries.readableTicket({ places: [place] }, ticket);
    if (record !== undefined) return { record, place };
  }
  return undefined;
}
