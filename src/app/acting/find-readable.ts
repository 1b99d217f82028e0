import type { Place } from '../../domain/organisation/place';
import { placeMayRead, type Reader } from '../../domain/ticket/access';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { CardStore } from '../ports/card-store';
import type { TicketRecord } from '../ports/ticket-store';
import { placeFor, placeOfReader } from './acting-place';
import { isAlone, type Standpoint } from './standpoint';

export interface ReadableTicket {
  readonly record: TicketRecord;
  /** Decides which view is shown and in which role to act (process 1). */
  readonly place: Place;
}

export interface FindDeps {
  readonly cards: Pick<CardStore, 'find'>;
  readonly queries: {
    readableTicket(reader: Reader, number: TicketNumber): Promise<TicketRecord | undefined>;
  };
}

/**
 * The ticket as the reader may read it. In a channel the place decides, whoever asks; in a private chat the person's
 * current roles, even if an older card is still there. Undefined both for an unknown ticket and for a hidden one.
 */
export async function findReadable(
  { cards, queries }: FindDeps,
  standpoint: Standpoint,
  ticket: TicketNumber,
): Promise<ReadableTicket | undefined> {
  const { person, places, reader } = standpoint;
  const own = await placeFor(cards, standpoint, ticket);
  if (isAlone(standpoint)) {
    const record = await queries.readableTicket(reader, ticket);
    if (record === undefined) return undefined;
    const place =
      own !== undefined && placeMayRead(own, record.ticket) ? own : placeOfReader(person, record.ticket);
    return place === undefined ? undefined : { record, place };
  }
  for (const place of own === undefined ? places : [own, ...places]) {
    const record = await queries.readableTicket({ places: [place] }, ticket);
    if (record !== undefined) return { record, place };
  }
  return undefined;
}
