import { defined } from '../../../../../defined';
import type { Payload } from '../../../cards/payload';
import { pageOf } from '../../../cards/pager';
import { maxRecordsListed } from '../../../cards/records-card';

interface SearchedRow {
  readonly text: string;
  readonly details: readonly string[];
}

export type Asked = Pick<Extract<Payload, { readonly do: 'list' }>, 'page' | 'search' | 'channel' | 'kept'>;

/** A page of those rows that have each searched word in what is shown of them, as a list's card takes it. */
export function foundRows<Row extends SearchedRow>(
  all: readonly Row[],
  { page, search, kept }: Omit<Asked, 'channel'>,
) {
  const searched = (kept === undefined ? search : kept.search)?.trim() ?? '';
  const found = all.filter(({ text, details }) => hasAll([text, ...details].join(' '), searched));
  const shown = pageOf(page, found.length, maxRecordsListed);
  const first = (shown.page - 1) * maxRecordsListed;
  return {
    ...shown,
    search: { value: searched },
    kept: defined({ search: searched === '' ? undefined : searched }),
    rows: found.slice(first, first + maxRecordsListed),
  };
}

/** Whether every searched word is somewhere in the text, in capitals or not. */
function hasAll(text: string, searched: string): boolean {
  const lower = text.toLowerCase();
  return searched
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
