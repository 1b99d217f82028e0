import { defined } from '../../../defined';
import { rowButtonText } from '../../../texts/card-sentences.de';
import { cardWords } from '../../../texts/card-words.de';
import { pressButton, titled, withoutFields } from './buttons';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { fits } from './card-room';
import { expandCard } from './expand';
import { listPager, type Page, pageText } from './pager';
import { longestSearch, type RecordList } from './payload';
import { shortened } from './typed-text';

/** More would neither be read nor fit into a card. */
export const maxRecordsListed = 10;

export interface RecordRow {
  /** What the record is called. */
  readonly text: string;
  /** A line each. */
  readonly details: readonly string[];
  /** What can be done with it; the card adds to their titles what they are about. */
  readonly buttons: readonly CardPart[];
}

/** A choice that narrows the list; `id` is that of a filter of lists (`payload`). */
export interface RecordFilter {
  readonly id: string;
  readonly label: string;
  readonly choices: readonly { readonly title: string; readonly value: string }[];
  readonly value: string;
}

export interface RecordsInput extends Page {
  readonly heading: string;
  readonly list: RecordList;
  readonly note?: string | undefined;
  /** Where the list can be searched: what it is searched for. */
  readonly search?: { readonly value: string } | undefined;
  readonly filter?: RecordFilter | undefined;
  /** Those of this page, at most `maxRecordsListed`. */
  readonly rows: readonly RecordRow[];
  /** What the shown list is narrowed by: the fields of the card that are applied, and what stands in no field of it. */
  readonly kept: Readonly<Record<string, string>>;
  /** At the end: at most four, beside those that turn the page. */
  readonly buttons: readonly CardPart[];
}

/** UTF-16 units of a line, of what a row's button says that it is about, and of a choice. */
interface Room {
  readonly line: number;
  readonly title: number;
  readonly choice: number;
}

/** The first that fits is taken. */
const rooms: readonly Room[] = [
  { line: 400, title: 60, choice: 200 },
  { line: 150, title: 40, choice: 60 },
  { line: 60, title: 30, choice: 30 },
];
const leastRoom: Room = { line: 30, title: 16, choice: 16 };

/** A list of the organisation's records (process 1, 8): searched and narrowed by its fields, in pages, with what can be done with each. */
export function renderRecordsCard(input: RecordsInput): AdaptiveCardJson {
  const room = rooms.find((each) => fits(cardIn(input, each))) ?? leastRoom;
  return cardIn(input, room);
}

function cardIn(input: RecordsInput, room: Room): AdaptiveCardJson {
  const { heading, list, note, search, filter, rows, kept } = input;
  return expandCard('records.card', {
    heading,
    ...defined({ note, rest: pageText(input) }),
    ...defined({ empty: rows.length === 0 ? emptyText(kept) : undefined }),
    ...(search && { search: { ...search, maxLength: longestSearch } }),
    ...(filter && { filter: { ...filter, choices: choicesIn(filter, room) } }),
    apply: applyButtons(input),
    rows: rowsIn(rows, room),
    buttons: [...listPager(list, input, kept), ...input.buttons.map(withoutFields)],
  });
}

function emptyText(kept: RecordsInput['kept']): string {
  return Object.keys(kept).length === 0 ? cardWords.noRecords : cardWords.noRecordsInSelection;
}

/** What the fields do not say is said by the button: a search narrows the list further that it stands on. */
function applyButtons({ list, search, filter, kept }: RecordsInput): readonly CardPart[] {
  if (search === undefined && filter === undefined) return [];
  const fields = [...(search === undefined ? [] : ['search']), filter?.id];
  const unsaid = Object.entries(kept).filter(([id]) => !fields.includes(id));
  const data = { do: 'list', list, page: 1, ...Object.fromEntries(unsaid) };
  return [pressButton(search === undefined ? cardWords.filter : cardWords.search, 'list', data)];
}

function choicesIn({ choices }: RecordFilter, { choice }: Room): RecordFilter['choices'] {
  return choices.map(({ title, value }) => ({ title: shortened(title, choice), value }));
}

function rowsIn(rows: readonly RecordRow[], room: Room) {
  const titles = titlesOf(rows, room);
  return rows.map(({ text, details, buttons }, index) => ({
    text: shortened(text, room.line),
    details: details.map((detail) => ({ detail: shortened(detail, room.line) })),
    buttons: buttons.map((button) => {
      const own = titled(button, titles[index]?.(String(button['title'])) ?? '');
      // A link sends nothing.
      return button['type'] === 'Action.OpenUrl' ? own : withoutFields(own);
    }),
  }));
}

/** A button says what it is about: read aloud, or pressed by its name, it has to be another than that of the next row. */
function titlesOf(rows: readonly RecordRow[], { title }: Room): readonly ((name: string) => string)[] {
  const about = rows.map(({ text }) => shortened(text, title));
  const isAlike = new Set(about).size < about.length;
  return rows.map(
    (_row, index) => (name: string) =>
      rowButtonText(name, about[index] ?? '', isAlike ? index + 1 : undefined),
  );
}
