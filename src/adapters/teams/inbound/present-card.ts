import { ticketsNamedBy } from '../../../domain/ticket/event-rules';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { viewHere } from './view-here';
import type { ReadableTicket } from '../../../app/acting/find-readable';
import type { CommandOutcome } from '../../../app/handle-ticket-command';
import { laneKey, lanesOf } from '../../../app/messages/lane';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import { defined } from '../../../defined';
import type { Place } from '../../../domain/organisation/place';
import { placeMayRead, type Reader, readerOfCard } from '../../../domain/ticket/access';
import type { Refusal } from '../../../domain/ticket/decide';
import { doneStepNameFor, type Tried } from '../../../texts/action-names.de';
import { doneText } from '../../../texts/bot-answers.de';
import { refusalToReaderText } from '../../../texts/refusals.de';
import type { AdaptiveCardJson } from '../cards/card-json';
import { messageLink } from '../cards/message-link';
import { renderNotice } from '../cards/notice-card';
import { renderTicketCard, renderTicketCopy, renderWithdrawnCard } from '../cards/ticket-card';
import { isItsOwnCard } from './pressed-card';
import { type Answer, type BotDeps, shows, type Turn } from './turn';

type CardDeps = Pick<BotDeps, 'directory' | 'clock' | 'queries' | 'cards' | 'mode'>;

/**
 * The card of the ticket as it stands now, with the place's buttons where its own card asked: in place of anything else
 * it would be a second one. What the place may no longer read is withdrawn.
 */
export async function presentCard(
  deps: CardDeps,
  turn: Pick<Turn, 'places' | 'reader' | 'pressed' | 'typedOf'>,
  record: TicketRecord,
  place: Place,
): Promise<AdaptiveCardJson> {
  const { ticket } = record;
  if (!placeMayRead(place, ticket)) return renderWithdrawnCard(ticket.number);
  if (!isItsOwnCard(turn.pressed, ticket.number)) return copyOf(deps, turn, { record, place });
  const problems = place.kind === 'dispatch' ? await deps.queries.problemsOf(ticket.number) : [];
  return renderTicketCard({
    record,
    place,
    problems,
    view: viewHere(deps),
    readable: await readableHere(deps, record, readerOfCard(place, turn.places)),
    mode: deps.mode,
  });
}

/** What somebody asked for: a copy that says of when it is and leads to the place's tracked card (process 1). */
export async function copyOf(
  deps: CardDeps,
  turn: Pick<Turn, 'reader' | 'typedOf'>,
  { record, place }: ReadableTicket,
): Promise<AdaptiveCardJson> {
  shows(turn, [record.ticket]);
  const trackedCardLink = await linkToTrackedCard(deps, record.ticket.number, place);
  return renderTicketCopy({
    record,
    place,
    view: viewHere(deps),
    readable: await readableHere(deps, record, turn.reader),
    mode: deps.mode,
    ...defined({ trackedCardLink }),
  });
}

/** The other tickets that the ticket speaks of and the reader may read too. */
export function readableHere(
  { queries }: Pick<BotDeps, 'queries'>,
  { events }: TicketRecord,
  reader: Reader,
): Promise<ReadonlySet<TicketNumber>> {
  return queries.readableAmong(reader, ticketsNamedBy(events));
}

/** Only channels can be linked into; undefined where there is no card (yet). */
export async function linkToTrackedCard(
  { directory, cards }: Pick<CardDeps, 'directory' | 'cards'>,
  ticket: string,
  place: Place,
): Promise<string | undefined> {
  const lane = lanesOf(directory.installation(), place).find((each) => each.kind === 'channel');
  if (lane?.kind !== 'channel') return undefined;
  const card = await cards.find(ticket, 'ticket', laneKey(lane));
  return card === undefined ? undefined : messageLink(lane.address, card.activityId);
}

/** A refusal: the sentence, and where a card was pressed the present card under it. */
export async function refused(
  deps: CardDeps,
  turn: Turn,
  { refusal, record }: { readonly refusal: Refusal; readonly record?: TicketRecord | undefined },
  place: Place | undefined,
  tried: Omit<Tried, 'ticket'> | undefined,
): Promise<Answer> {
  const text = refusalToReaderText(refusal, record?.ticket, viewHere(deps), tried);
  return refusedWith(deps, turn, text, record, place);
}

/** The same in another sentence. */
export async function refusedWith(
  deps: CardDeps,
  turn: Turn,
  text: string,
  record: TicketRecord | undefined,
  place: Place | undefined,
): Promise<Answer> {
  const card =
    record === undefined || place === undefined ? undefined : await presentCard(deps, turn, record, place);
  return { kind: 'outcome', text, card: renderNotice(text, card) };
}

/** The answer after a command: the same for the first submission and for one delivered again. */
export async function outcomeAnswer(
  deps: CardDeps,
  turn: Turn,
  outcome: CommandOutcome,
  place: Place | undefined,
  tried: Omit<Tried, 'ticket'>,
): Promise<Answer> {
  if (outcome.kind === 'refused') return refused(deps, turn, outcome, place, tried);
  const { ticket } = outcome.record;
  const text = doneText(doneStepNameFor({ ...tried, ticket }), ticket.number);
  if (place === undefined) return { kind: 'outcome', text, done: true };
  return { kind: 'outcome', text, done: true, card: await presentCard(deps, turn, outcome.record, place) };
}
