import type { TicketCardInput } from './ticket-card-input';
import { cardWords } from '../../../texts/card-words.de';
import { duplicateOfText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Place } from '../../../domain/organisation/place';
import type { OnBehalf } from '../../../domain/ticket/on-behalf';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import { declineReasonNames, reportingWayNames } from '../../../texts/labels.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import { isShownAt, namesOperators } from './shown-at';
import { titleGlance, typedLine } from './typed-text';

/** The report and what became of it, as a card at the place shows it. Never called for a security-relevant ticket (process 10). */
export function typedOnCard(input: TicketCardInput, room: CardRoom): readonly LabelledText[] {
  const { record, place, view, readable } = input;
  const { ticket } = record;
  const { report } = ticket;
  const { text, aside } = room;
  return [
    ...(titleGlance(report.title) === report.title ? [] : typedLine(cardWords.title, report.title, text)),
    ...typedLine(cardWords.description, report.description, text),
    ...typedLine(cardWords.since, report.since, aside),
    ...typedLine(cardWords.version, report.moduleVersion, aside),
    ...typedLine(cardWords.workaround, report.workaround, aside),
    ...typedLine(cardWords.classReason, ticket.classReason, aside),
    ...(ticket.state === 'returned' ? typedLine(cardWords.missing, ticket.returned?.missing, text) : []),
    ...typedLine(cardWords.supplement, ticket.supplements.at(-1)?.text, text),
    ...typedLine(cardWords.declineReason, declineText(ticket, readable), text),
    ...(namesOperators(place) ? typedLine(cardWords.withdrawalReason, withdrawalReason(record), aside) : []),
    // A matter between contractor and dispatcher, so not for the operator.
    ...(place.kind === 'dispatch' ? typedLine(cardWords.handBackReason, ticket.handBackReason, aside) : []),
    ...(namesOperators(place) ? typedLine(cardWords.saidBy, wordOf(record, place, view), aside) : []),
  ];
}

/** 'Telefon, Fr 12.06.2026, 10:00 Uhr, Leitwarte': on whose word a dispatcher acted last for the operator (process 3). */
export function onBehalfText({ way, at, saidBy }: OnBehalf, view: View): string {
  return `${reportingWayNames[way]}, ${view.time(at)}, ${saidBy}`;
}

export function declineText(
  { decline }: Ticket,
  readable: ReadonlySet<TicketNumber> | undefined,
): string | undefined {
  if (decline === undefined) return undefined;
  const { duplicateOf = '' } = decline;
  // The number of a ticket that may not be read here is not shown (process 3).
  const duplicate = readable?.has(duplicateOf) === true ? duplicateOfText(duplicateOf) : '';
  return `${declineReasonNames[decline.reason]}${duplicate} – ${decline.text}`;
}

export function withdrawalReason({ events }: TicketRecord): string | undefined {
  const withdrawn = events.find((event) => event.type === 'reportWithdrawn');
  return withdrawn?.reason;
}

function wordOf({ events }: TicketRecord, place: Place, view: View): string | undefined {
  const word = events.findLast((event) => event.onBehalf !== undefined && isShownAt(event, place))?.onBehalf;
  return word === undefined ? undefined : onBehalfText(word, view);
}
