import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Instant } from '../../../domain/instant';
import type { Installation } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import type { TicketEvent } from '../../../domain/ticket/events';
import { formatInstant } from '../../../german-time';
import { environmentNames, reproducibilityNames } from '../../../texts/labels.de';
import { eventText } from '../../../texts/events.de';
import { legalDuties } from '../../../texts/notes.de';
import type { DialogMode, LabelledText } from '../forms/form-definition';
import { backButtons } from './back-button';
import type { AdaptiveCardJson } from './card-json';
import { fits } from './card-room';
import { renderLabelledLines } from './labelled-lines';
import type { Section } from './labelled-lines';
import { isShownAt } from './shown-at';
import { onBehalfText } from './ticket-texts';
import { typedInEvent } from './typed-in-event';

export interface ContentView {
  readonly installation: Installation;
  /** Whose reading it is; without it, what only dispatchers and maintainers read stays out. */
  readonly place?: Place;
  readonly mode?: DialogMode;
}

/**
 * "Inhalt anzeigen" (process 10): everything typed into a ticket, for those who may read it. The report is always there;
 * where a long story does not fit, the oldest additions go first and the card says how many.
 */
export function renderContent(record: TicketRecord, view: ContentView): AdaptiveCardJson {
  const { ticket, events } = record;
  const additions = events.flatMap((event) => additionOf(event, view));
  const actions = backButtons('Zurück zum Ticket', ticket.number, view.mode ?? 'dialog');
  for (let dropped = 0; ; dropped++) {
    const left = additions.slice(dropped);
    const card = renderLabelledLines(
      {
        heading: `Inhalt von ${ticket.number}`,
        ...(ticket.securityRelevant ? { intro: legalDuties } : {}),
        sections: [reportSection(record), ...left],
        ...(dropped === 0 ? {} : { note: `${dropped} ältere Angaben haben hier keinen Platz.` }),
      },
      actions,
    );
    if (left.length === 0 || fits(card)) return card;
  }
}

function reportSection({ ticket: { report } }: TicketRecord): Section {
  const lines = [
    line('Beschreibung', report.description),
    line('Seit', report.since),
    line('Version', report.moduleVersion),
    line('Umgebung', environmentNames[report.environment]),
    line('Reproduzierbar', reproducibilityNames[report.reproducible]),
    line('Umgehung', report.workaround),
  ];
  return { title: report.title, lines: lines.flat() };
}

/** What an event brought that somebody typed, under its time and name. */
function additionOf(event: TicketEvent, view: ContentView): readonly Section[] {
  const { installation, place } = view;
  if (!isShownAt(event, place)) return [];
  const operators = place === undefined || place.kind === 'organisation';
  const lines = typedInEvent(event, operators);
  const word =
    event.onBehalf === undefined || place?.kind === 'module'
      ? []
      : line('Mitgeteilt', onBehalfText(event.onBehalf, installation));
  const all = [...lines, ...word];
  if (all.length === 0) return [];
  return [{ title: `${timeOf(event.at, installation)} – ${eventText(event, installation)}`, lines: all }];
}

function line(label: string, text: string | undefined): readonly LabelledText[] {
  return text === undefined ? [] : [{ label, text }];
}

function timeOf(at: Instant, installation: Installation): string {
  return formatInstant(at, calendarAt(installation.calendars, at).calendar.zone);
}
