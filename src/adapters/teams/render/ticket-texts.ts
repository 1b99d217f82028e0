import type { Installation } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { OnBehalf, Ticket } from '../../../domain/ticket/ticket';
import { formatInstant } from '../../../german-time';
import { declineReasonNames, reportingWayNames } from '../../../texts/labels.de';
import type { LabelledText } from '../forms/form-definition';
import { shortened } from './typed-text';

/**
 * How much of a long text a ticket's card shows; all of it is behind "Inhalt anzeigen". A card stays readable, and with
 * the longest texts far below what Teams carries.
 */
const longestOnCard = 600;
const longestAside = 300;

/** What people wrote, as a card at the place shows it. Never called for a security-relevant ticket (process 10). */
export function typedOnCard(
  record: TicketRecord,
  place: Place,
  installation: Installation,
): readonly LabelledText[] {
  const { ticket } = record;
  const { report } = ticket;
  const lines: (LabelledText | undefined)[] = [
    line('Beschreibung', report.description, longestOnCard),
    line('Seit', report.since, longestAside),
    line('Version', report.moduleVersion, longestAside),
    line('Umgehung', report.workaround, longestAside),
    line('Begründung der Klasse', ticket.classReason, longestAside),
    ticket.state === 'returned' ? line('Es fehlt', ticket.returned?.missing, longestOnCard) : undefined,
    line('Ergänzung', ticket.supplements.at(-1)?.text, longestOnCard),
    line('Grund der Ablehnung', declineText(ticket), longestOnCard),
    place.kind === 'module' ? undefined : line('Grund des Rückzugs', withdrawalReason(record), longestAside),
    // A matter between contractor and dispatcher, so not for the operator.
    place.kind === 'dispatch' ? line('Grund der Rückgabe', ticket.handBackReason, longestAside) : undefined,
    place.kind === 'module' ? undefined : line('Mitgeteilt', wordOf(record, installation), longestAside),
  ];
  return lines.filter((each) => each !== undefined);
}

/** 'Telefon, Fr 12.06.2026, 10:00 Uhr, Leitwarte': on whose word a dispatcher acted last for the operator (process 3). */
export function onBehalfText({ way, at, saidBy }: OnBehalf, installation: Installation): string {
  const { zone } = calendarAt(installation.calendars, at).calendar;
  return `${reportingWayNames[way]}, ${formatInstant(at, zone)}, ${saidBy}`;
}

export function declineText({ decline }: Ticket): string | undefined {
  if (decline === undefined) return undefined;
  const duplicate = decline.duplicateOf === undefined ? '' : ` von ${decline.duplicateOf}`;
  return `${declineReasonNames[decline.reason]}${duplicate} – ${decline.text}`;
}

export function withdrawalReason({ events }: TicketRecord): string | undefined {
  const withdrawn = events.find((event) => event.type === 'reportWithdrawn');
  return withdrawn?.reason;
}

function wordOf({ events }: TicketRecord, installation: Installation): string | undefined {
  const word = events.filter((event) => event.onBehalf !== undefined).at(-1)?.onBehalf;
  return word === undefined ? undefined : onBehalfText(word, installation);
}

function line(label: string, text: string | undefined, longest: number): LabelledText | undefined {
  if (text === undefined) return undefined;
  const shown = shortened(text, longest);
  return { label: shown === text ? label : `${label} (gekürzt)`, text: shown };
}
