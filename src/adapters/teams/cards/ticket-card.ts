import { cardWords } from '../../../texts/card-words.de';
import { copyText } from '../../../texts/card-sentences.de';
import { defined } from '../../../defined';
import { maxButtons } from './teams-limits';
import type { CardSubject } from '../../../app/messages/card-subject';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Role } from '../../../domain/organisation/installation';
import { roleOfPlace } from '../../../domain/ticket/access';
import { isAtOnce, type TicketAction } from '../../../domain/ticket/actions/registry';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/actions.de';
import type { DialogMode } from './dialog-mode';
import { actButton, onTrackedCard, openButton, primary, readButton, refreshing } from './buttons';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { type CardRoom, cardRooms, fits } from './card-room';
import { expandCard } from './expand';
import { safeLink } from './safe-link';
import { furtherActions, nextSteps } from './ticket-actions';
import type { TicketCardInput } from './ticket-card-input';
import { ticketView } from './ticket-view';

/** The tracked card of a ticket at a place, with that place's buttons (process 1). */
export function renderTicketCard(input: TicketCardInput): AdaptiveCardJson {
  return expandInRoom((room) => ({
    ...ticketView(input, room),
    ...refreshing(input.record.ticket, 'ticket'),
    buttons: onTrackedCard(buttonsOf(input), 'ticket'),
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
  return expandInRoom((room) => ({
    ...ticketView(input, room),
    ...refreshing(input.record.ticket),
    ...linkTo(input.trackedCardLink),
    asOf: copyText(view.time(view.now)),
    buttons: [],
  }));
}

/** Texts are cut further only where a long story would not fit. */
function expandInRoom(view: (room: CardRoom) => object): AdaptiveCardJson {
  const [usual, ...smaller] = cardRooms;
  return smaller.reduce(
    (card, room) => (fits(card) ? card : expandCard('ticket.card', view(room))),
    expandCard('ticket.card', view(usual)),
  );
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

function buttonsOf({ record, place, mode }: TicketCardInput): readonly CardPart[] {
  const { ticket } = record;
  const role = roleOfPlace(place);
  const steps = nextSteps(ticket, role).map((action) => stepButton(action, ticket, role, mode));
  const more =
    furtherActions(ticket, role).length > 0
      ? [openButton(formWords.moreActions, 'moreActions', mode, ticket)]
      : [];
  const all = [
    ...steps,
    ...more,
    readButton(cardWords.showContent, 'content', ticket, mode),
    readButton(cardWords.history, 'history', ticket, mode),
    // Where there is no room for it, it is behind "Verlauf".
    readButton(cardWords.deadlineReading, 'deadline', ticket, mode),
  ];
  return all.slice(0, maxButtons);
}

/** Never what the place has to do next. */
const alwaysPossible: readonly TicketAction[] = ['comment', 'askOperator', 'requestSupport', 'handBack'];

function stepButton(action: TicketAction, ticket: Ticket, role: Role, mode: DialogMode): CardPart {
  const button = buttonFor(action, ticket, role, mode);
  return action === nextSteps(ticket, role)[0] && !alwaysPossible.includes(action) ? primary(button) : button;
}

function buttonFor(action: TicketAction, ticket: Ticket, role: Role, mode: DialogMode): CardPart {
  // A dispatcher confirms for an operator, whom the form asks for.
  if (action === 'confirmNotice' && role === 'dispatcher') {
    return openButton(formWords.confirmNoticeForOperator, 'confirmNoticeForOperator', mode, ticket);
  }
  if (action === 'proposePlan' && ticket.fixPlan !== undefined) {
    return openButton(formWords.changePlan, action, mode, ticket);
  }
  return isAtOnce(action)
    ? actButton(actionNames[action], action, ticket)
    : openButton(actionNames[action], action, mode, ticket);
}
