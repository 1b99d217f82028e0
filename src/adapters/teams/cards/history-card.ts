import { cardWords } from '../../../texts/card-words.de';
import { entriesText, historyOfText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { HistoryChange, HistoryEntry } from '../../../app/queries/history';
import { defined } from '../../../defined';
import type { Place } from '../../../domain/organisation/place';
import { isFollowUp, type TicketEvent } from '../../../domain/ticket/event-rules';
import type { Ticket } from '../../../domain/ticket/ticket';
import { eventText } from '../../../texts/actions.de';
import { eventActor } from '../../../texts/event-actor.de';
import { changeTexts, historyFieldNames, typedHistoryFields } from '../../../texts/history.de';
import { roleNames } from '../../../texts/labels.de';
import type { DialogMode } from './dialog-mode';
import type { LabelledText } from './labelled-text';
import { backButtons } from './back-button';
import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines, type Section } from './labelled-lines';
import { pageText, readOn, readPager } from './pager';
import { intoPages } from './section-pages';
import { isShownAt, namesOperators, readsInternal } from './shown-at';
import { typedInEvent } from './typed-in-event';
import { shortened, typedLine } from './typed-text';

/** A page that people read; fewer where texts are long. */
const maxOnPage = 10;
/** Of a value before or after, and of a reason: all of it is behind "Inhalt anzeigen". */
const maxTextLength = 150;

export interface HistoryCardInput {
  /** As `historyOf` answers them to this reader. */
  readonly entries: readonly HistoryEntry[];
  readonly record: TicketRecord;
  readonly view: View;
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
  const sections = entries.map((entry) => sectionOf(entry, input)).reverse();
  const pages = intoPages(sections, maxOnPage);
  const page = Math.min(Math.max(1, input.page ?? 1), pages.length);
  const shown = { page, pages: pages.length };
  const note = pageText(shown);
  return renderLabelledLines(
    {
      heading: historyOfText(ticket.number),
      intro: entriesText(sections.length),
      sections: pages[page - 1] ?? [],
      ...defined({ note }),
    },
    [
      ...readPager('history', ticket, shown, mode),
      // A card with six buttons has no room for it.
      readOn(cardWords.deadlineReading, { what: 'deadline', ticket }, mode),
      ...backButtons(cardWords.backToTicket, ticket, mode),
    ],
  );
}

function sectionOf(entry: HistoryEntry, { record, view, place }: HistoryCardInput): Section {
  const { event, changes } = entry;
  const { ticket } = record;
  const actor = eventActor(event, view, { nameOperators: namesOperators(place) });
  return {
    title: `${view.time(event.at)} – ${eventText(event, view, record.events)}`,
    lines: [
      ...actorLine(event, actor),
      ...changes.map((change) => changeLine(change, ticket, view)),
      ...reasonLines(entry, ticket, place),
    ],
  };
}

/** What merely followed from something else, or was recorded by the bot, names no person. */
function actorLine(event: TicketEvent, actor: string | undefined): readonly LabelledText[] {
  if (event.role === 'scheduler' || isFollowUp(event)) return [];
  const role = roleNames[event.role];
  return [{ label: cardWords.by, text: actor === undefined ? role : `${actor}, ${role}` }];
}

function changeLine(change: HistoryChange, ticket: Ticket, view: View): LabelledText {
  const label = historyFieldNames[change.field];
  // Process 10: what was typed into such a ticket is behind "Inhalt anzeigen" only.
  if (ticket.securityRelevant && typedHistoryFields.includes(change.field))
    return { label, text: cardWords.changed };
  const { before, after } = changeTexts(change, view);
  return { label, text: `${shortened(before, maxTextLength)} → ${shortened(after, maxTextLength)}` };
}

/** What was said with it; a plan's texts stand among the changes already. */
function reasonLines(
  { event }: HistoryEntry,
  { securityRelevant }: Ticket,
  place: Place | undefined,
): readonly LabelledText[] {
  if (securityRelevant || event.type === 'fixPlanProposed') return [];
  return typedInEvent(event, !readsInternal(place)).flatMap(({ label, text }) =>
    typedLine(label, text, maxTextLength),
  );
}
