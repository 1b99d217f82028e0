import { cardWords } from '../../../texts/card-words.de';
import { contentOfText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { defined } from '../../../defined';
import { olderFollowText } from '../../../texts/bot-answers.de';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Place } from '../../../domain/organisation/place';
import { isForReaderOf, type TicketEvent } from '../../../domain/ticket/event-rules';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { eventText } from '../../../texts/actions.de';
import { environmentNames, reproducibilityNames } from '../../../texts/labels.de';
import { legalDutiesNote } from '../../../texts/legal-duties.de';
import type { DialogMode } from './dialog-mode';
import type { LabelledText } from './labelled-text';
import { backButtons } from './back-button';
import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines, type Section } from './labelled-lines';
import { pageText, readPager } from './pager';
import { intoPages } from './section-pages';
import { isShownAt, namesOperators, readsInternal } from './shown-at';
import { onBehalfText } from './ticket-texts';
import { typedInEvent } from './typed-in-event';

/** More would not be read at once. */
const maxOnPage = 20;

export interface ContentView {
  readonly view: View;
  /** Whose reading it is; without it, what only dispatchers and maintainers read stays out. */
  readonly place?: Place;
  /** The other tickets that are spoken of and whose numbers may be read (process 3). */
  readonly readable?: ReadonlySet<TicketNumber>;
  readonly mode?: DialogMode;
  /** Counted from 1. */
  readonly page?: number;
}

/**
 * "Inhalt anzeigen" (process 10): everything typed into a ticket, for those who may read it. The first page has the
 * report and what was said last; of a long story the rest is on further pages, each in the order of time.
 */
export function renderContent(record: TicketRecord, view: ContentView): AdaptiveCardJson {
  const { ticket, events } = record;
  const mode = view.mode ?? 'dialog';
  const report = reportSection(record);
  const newestFirst = events.flatMap((event) => additionOf(event, events, view)).reverse();
  const pages = intoPages(newestFirst, maxOnPage, report);
  const page = Math.min(Math.max(1, view.page ?? 1), pages.length);
  const shown = { page, pages: pages.length };
  const additions = [...(pages[page - 1] ?? [])].reverse();
  const note = pageText(shown);
  return renderLabelledLines(
    {
      heading: contentOfText(ticket.number),
      ...defined({ intro: ticket.securityRelevant ? legalDutiesNote : undefined }),
      sections: page === 1 ? [report, ...additions] : additions,
      ...defined({ note: note && olderFollowText(note) }),
    },
    [...readPager('content', ticket, shown, mode), ...backButtons(cardWords.backToTicket, ticket, mode)],
  );
}

/** All that was typed into the ticket and may be read there, each text in full. */
export function typedTexts(record: TicketRecord, view: ContentView): readonly string[] {
  const { report } = record.ticket;
  const typed = [report.title, report.description, report.since, report.moduleVersion, report.workaround];
  const additions = record.events.flatMap((event) => additionOf(event, record.events, view));
  return [
    ...typed.filter((text) => text !== undefined),
    ...additions.flatMap(({ lines }) => lines.map(({ text }) => text)),
  ];
}

function reportSection({ ticket: { report } }: TicketRecord): Section {
  const lines = [
    line(cardWords.description, report.description),
    line(cardWords.since, report.since),
    line(cardWords.version, report.moduleVersion),
    line(cardWords.environment, environmentNames[report.environment]),
    line(cardWords.reproducible, reproducibilityNames[report.reproducible]),
    line(cardWords.workaround, report.workaround),
  ];
  return { title: report.title, lines: lines.flat() };
}

/** What an event brought that somebody typed, under its time and name. */
function additionOf(
  event: TicketEvent,
  events: readonly TicketEvent[],
  { view, place, readable = new Set() }: ContentView,
): readonly Section[] {
  if (!isShownAt(event, place) || !isForReaderOf(event, readable)) return [];
  const lines = typedInEvent(event, !readsInternal(place));
  const word =
    event.onBehalf === undefined || !namesOperators(place)
      ? []
      : line(cardWords.saidBy, onBehalfText(event.onBehalf, view));
  const all = [...lines, ...word];
  if (all.length === 0) return [];
  return [{ title: `${view.time(event.at)} – ${eventText(event, view, events)}`, lines: all }];
}

function line(label: string, text: string | undefined): readonly LabelledText[] {
  return text === undefined ? [] : [{ label, text }];
}
