import { cardWords } from '../../../texts/card-words.de';
import { copyText } from '../../../texts/card-sentences.de';
import { defined } from '../../../defined';
import type { CardSubject } from '../../../app/messages/card-subject';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import { roleOfPlace } from '../../../domain/ticket/access';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import { formWords } from '../../../texts/form-words.de';

import type { DialogMode } from './dialog-mode';
import {
  linkButton,
  onTrackedCard,
  openButton,
  primary,
  readButton,
  refreshing,
  secondary,
  toggleButton,
} from './buttons';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { type CardRoom, cardRooms, fits } from './card-room';
import { expandCard } from './expand';
import { hidesContent } from './hidden-content';
import type { Step } from './payload';
import type { Section } from './labelled-lines';
import { safeLink } from './safe-link';
import { stepButton } from './step-button';
import { furtherSteps, nextSteps, primaryStep } from './ticket-actions';
import { meetingLink } from './meeting-link';
import type { TicketCardInput } from './ticket-card-input';
import { detailsOf } from './ticket-details';
import { ticketView } from './ticket-view';

/** In cards/ticket.card.json. */
const detailsId = 'details';

/** The tracked card of a ticket at a place, with that place's buttons (process 1). */
export function renderTicketCard(input: TicketCardInput): AdaptiveCardJson {
  return expandInRoom(input, (details) => ({
    ...ticketView(input, details),
    ...refreshing(input.record.ticket, 'ticket'),
    unfoldedButtons: [...meetingButton(input), ...readOnButtons(input, details)],
    buttons: buttonsOf(input),
  }));
}

/**
 * A copy of the ticket on request: it states its time, links to the tracked card, refreshes when it is viewed,
 * and has no buttons that could be pressed on an old state.
 */
export function renderTicketCopy(
  input: TicketCardInput & { readonly trackedCardLink?: string },
): AdaptiveCardJson {
  const { view } = input;
  return expandInRoom(input, (details) => ({
    ...ticketView(input, details),
    ...refreshing(input.record.ticket),
    ...linkTo(input.trackedCardLink),
    asOf: copyText(view.time(view.now)),
    unfoldedButtons: [],
    buttons: [toggleButton(cardWords.details, detailsId)],
  }));
}

/** Texts are cut further only where a long story would not fit. */
function expandInRoom(
  input: TicketCardInput,
  view: (details: readonly Section[]) => object,
): AdaptiveCardJson {
  const inRoom = (room: CardRoom) => expandCard('ticket.card', view(detailsOf(input, room)));
  const [usual, ...smaller] = cardRooms;
  return smaller.reduce((card, room) => (fits(card) ? card : inRoom(room)), inRoom(usual));
}

/** What stays at a place that may no longer read the ticket (process 1). */
export function renderWithdrawnCard(number: TicketNumber): AdaptiveCardJson {
  return expandCard('withdrawn.card', { number });
}

/**
 * What becomes of a card that was posted twice, because Teams lost the answer to its post: it leads to the tracked one
 * and asks again when it is looked at. A notice's readers need not know its ticket (process 6).
 */
export function renderPointerCard({ ticket, proof, subject, link }: PointerCardInput): AdaptiveCardJson {
  return expandCard('pointer.card', {
    ...refreshing({ number: ticket, ...defined({ proof }) }, subject),
    heading: subject === 'ticket' ? ticket : cardWords.releaseNotice,
    ...linkTo(link),
  });
}

export interface PointerCardInput {
  readonly ticket: TicketNumber;
  readonly proof?: string | undefined;
  readonly subject: CardSubject;
  /** To the tracked card; only channels can be linked into. */
  readonly link?: string | undefined;
}

/** What becomes of the card that opened the report form: nothing typed is on it (process 10). */
export function renderReportedCard({
  record,
  link,
}: {
  readonly record: TicketRecord;
  readonly link?: string | undefined;
}): AdaptiveCardJson {
  return expandCard('reported.card', { number: record.ticket.number, ...linkTo(link) });
}

function linkTo(link: string | undefined): { readonly link?: string } {
  return defined({ link: link && safeLink(link) });
}

/**
 * The buttons below the card: what the place can do, and what leads to more. What else it can do stands in the overflow menu. A
 * client that has none shows the first six as buttons and leaves out the rest, which is behind "Weitere Aktionen" and "Verlauf".
 */
function buttonsOf({ record, place, mode, view, readable }: TicketCardInput): readonly CardPart[] {
  const { ticket } = record;
  const role = roleOfPlace(place);
  const { installation } = view;
  const forward = primaryStep(ticket, role, installation);
  const next = nextSteps(ticket, role, installation);
  const further = furtherSteps(ticket, role, installation, next, readable);
  const buttonFor = (step: Step) => stepButton(step, ticket, role, mode);
  const steps = next.map((step) => (step === forward ? primary(buttonFor(step)) : buttonFor(step)));
  // It also leads to what somebody can do here in another role of theirs, which the card's menu has not.
  const more =
    further.length > 0 ? [secondary(openButton(formWords.moreActions, 'moreActions', mode, ticket))] : [];
  const unfold = toggleButton(cardWords.details, detailsId);
  const reading = [
    // Process 10: of such a ticket there is nothing else to read.
    ...(ticket.securityRelevant ? [contentButton(ticket, mode)] : []),
    secondary(readButton(cardWords.history, 'history', ticket, mode)),
    secondary(readButton(cardWords.deadlineReading, 'deadline', ticket, mode)),
  ];
  return [
    ...onTrackedCard([...steps, ...more], 'ticket'),
    ticket.securityRelevant ? secondary(unfold) : unfold,
    ...onTrackedCard([...reading, ...further.map(buttonFor).map(secondary)], 'ticket'),
  ];
}

/** Under the plan that stands: its parties meet about it. As of the card's last edit, like everything on it. */
function meetingButton({ record, place, view }: TicketCardInput): readonly CardPart[] {
  const link = meetingLink(record.ticket, place, view);
  return link === undefined ? [] : [linkButton(cardWords.planMeeting, link)];
}

/** The button at the end of what is unfolded, where that is not all that was written. */
function readOnButtons(input: TicketCardInput, details: readonly Section[]): readonly CardPart[] {
  const { record, mode } = input;
  return !record.ticket.securityRelevant && hidesContent(input, details)
    ? onTrackedCard([contentButton(record.ticket, mode)], 'ticket')
    : [];
}

function contentButton(ticket: Ticket, mode: DialogMode): CardPart {
  return readButton(cardWords.showContent, 'content', ticket, mode);
}
