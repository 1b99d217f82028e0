import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { HistoryChange, HistoryEntry } from '../../../app/queries/history';
import type { Installation } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import type { Ticket } from '../../../domain/ticket/ticket';
import { formatInstant } from '../../../german-time';
import { eventActor, eventText } from '../../../texts/events.de';
import { changeTexts, historyFieldNames, typedHistoryFields } from '../../../texts/history.de';
import { roleNames } from '../../../texts/labels.de';
import type { DialogMode, LabelledText } from '../forms/form-definition';
import { backButtons } from './back-button';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { mostCardBytes } from './card-room';
import { renderLabelledLines } from './labelled-lines';
import type { Section } from './labelled-lines';
import { neighbours, pageText } from './pager';
import type { Page } from './pager';
import { isShownAt, namesOperators } from './shown-at';
import { typedInEvent } from './typed-in-event';
import { shortened, typedLine } from './typed-text';

/** A page that people read; fewer where texts are long. */
const mostOnPage = 10;
/** Of a value before or after, and of a reason: all of it is behind "Inhalt anzeigen". */
const longestText = 150;
/** What a page has besides its entries. */
const bytesAround = 3_000;
const bytesAroundLine = 300;

export interface HistoryCardInput {
  /** As `historyOf` answers them to this reader. */
  readonly entries: readonly HistoryEntry[];
  readonly record: TicketRecord;
  readonly installation: Installation;
  /** Whose reading it is; without it no operator's people are named. */
  readonly place?: Place;
  /** Counted from 1, the newest entries first. */
  readonly page?: number;
  readonly mode?: DialogMode;
}

/** "Verlauf": who did what when, the newest first, each change with before and after (process 10). */
export function renderHistoryCard(input: HistoryCardInput): AdaptiveCardJson {
  const { record, place } = input;
  const { ticket } = record;
  const mode = input.mode ?? 'dialog';
  const entries = input.entries.filter(({ event }) => place === undefined || isShownAt(event, place));
  const sections = entries.map((entry) => sectionOf(entry, ticket, input)).reverse();
  const pages = intoPages(sections);
  const page = Math.min(Math.max(1, input.page ?? 1), pages.length);
  const shown = { page, pages: pages.length };
  const note = pageText(shown);
  return renderLabelledLines(
    {
      heading: `Verlauf ${ticket.number}`,
      intro: `${sections.length === 1 ? 'Ein Eintrag' : `${sections.length} Einträge`}, das Neueste zuerst.`,
      sections: pages[page - 1] ?? [],
      ...(note === undefined ? {} : { note }),
    },
    [...historyPager(ticket, shown, mode), ...backButtons('Zurück zum Ticket', ticket.number, mode)],
  );
}

function sectionOf(entry: HistoryEntry, ticket: Ticket, { installation, place }: HistoryCardInput): Section {
  const { event, changes } = entry;
  const { zone } = calendarAt(installation.calendars, event.at).calendar;
  const actor = eventActor(event, installation, { nameOperators: namesOperators(place) });
  const role = roleNames[event.role];
  const followed = actor === undefined && event.role !== 'operator';
  const who = actor === undefined ? role : `${actor}, ${role}`;
  return {
    title: `${formatInstant(event.at, zone)} – ${eventText(event, installation)}`,
    lines: [
      ...(followed ? [] : [{ label: 'Von', text: who }]),
      ...changes.map((change) => changeLine(change, ticket, installation)),
      ...reasonLines(entry, ticket, place),
    ],
  };
}

function changeLine(change: HistoryChange, ticket: Ticket, installation: Installation): LabelledText {
  const label = historyFieldNames[change.field];
  // Process 10: what was typed into such a ticket is behind "Inhalt anzeigen" only.
  if (ticket.securityRelevant && typedHistoryFields.includes(change.field))
    return { label, text: 'geändert' };
  const { before, after } = changeTexts(change, installation);
  return { label, text: `${shortened(before, longestText)} → ${shortened(after, longestText)}` };
}

/** What was said with it; a plan's texts stand among the changes already. */
function reasonLines(
  { event }: HistoryEntry,
  { securityRelevant }: Ticket,
  place: Place | undefined,
): readonly LabelledText[] {
  if (securityRelevant || event.type === 'fixPlanProposed') return [];
  const forOperator = place === undefined || place.kind === 'organisation';
  return typedInEvent(event, forOperator).flatMap(({ label, text }) => typedLine(label, text, longestText));
}

function intoPages(sections: readonly Section[]): readonly (readonly Section[])[] {
  const pages: Section[][] = [[]];
  let bytes = 0;
  for (const section of sections) {
    const size = estimatedBytes(section);
    const last = pages[pages.length - 1];
    const full = last !== undefined && last.length > 0;
    if (
      last === undefined ||
      (full && (last.length >= mostOnPage || bytes + size > mostCardBytes - bytesAround))
    ) {
      pages.push([section]);
      bytes = size;
    } else {
      last.push(section);
      bytes += size;
    }
  }
  return pages;
}

/** At least what the section takes in the card's JSON. */
function estimatedBytes(section: Section): number {
  return Buffer.byteLength(JSON.stringify(section)) + bytesAroundLine * (section.lines.length + 1);
}

/** In a dialog a button sends, inline it asks for the card in its place. */
function historyPager({ number }: Ticket, shown: Page, mode: DialogMode): readonly CardPart[] {
  return neighbours(shown).map(({ title, page }) => {
    const data = { do: 'read', what: 'history', ticket: number, page };
    return mode === 'inline'
      ? { type: 'Action.Execute', title, verb: 'read', associatedInputs: 'none', data }
      : { type: 'Action.Submit', title, data };
  });
}
