import { defined } from '../../../defined';
import { cardWords } from '../../../texts/card-words.de';
import { pageOfText } from '../../../texts/card-sentences.de';
import { inlineButton, named, pressButton, type ShownTicket, withoutFields } from './buttons';
import type { DialogMode } from './dialog-mode';
import type { ListKind } from './payload';
import type { CardPart } from './card-json';

/** A page of a list, counted from 1. */
export interface Page {
  readonly page: number;
  readonly pages: number;
}

export function pageOf(page: number, total: number, onPage: number): Page {
  const pages = Math.max(1, Math.ceil(total / onPage));
  return { page: Math.min(Math.max(1, page), pages), pages };
}

/** 'Seite 2 von 3', nothing where there is one page. */
export function pageText({ page, pages }: Page): string | undefined {
  return pages === 1 ? undefined : pageOfText(page, pages);
}

/** To the previous and the next page, keeping the applied filter; choices that were not applied are ignored. */
export function listPager(
  list: ListKind,
  shown: Page,
  filter?: Readonly<Record<string, string>>,
): readonly CardPart[] {
  return neighbours(shown).map(({ title, page }) => {
    const data = { do: 'list', list, page };
    // An older client sends the card's fields too.
    return withoutFields(
      pressButton(title, 'list', { ...data, ...filter }, { ...data, ...defined({ kept: filter }) }),
    );
  });
}

/** To the page before and the next of what is read: in a dialog a button sends, inline it asks for the card in its place. */
export function readPager(
  what: 'content' | 'history',
  ticket: Omit<ShownTicket, 'version'>,
  shown: Page,
  mode: DialogMode,
): readonly CardPart[] {
  return neighbours(shown).map(({ title, page }) => readOn(title, { what, ticket, page }, mode));
}

/** From one thing that is read to another. */
export function readOn(
  title: string,
  what: {
    readonly what: 'content' | 'deadline' | 'history';
    readonly ticket: Omit<ShownTicket, 'version'>;
    readonly page?: number;
  },
  mode: DialogMode,
): CardPart {
  const data = { do: 'read', ...what, ...named(what.ticket) };
  return mode === 'inline'
    ? withoutFields(inlineButton(title, 'read', data))
    : { type: 'Action.Submit', title, data };
}

function neighbours({ page, pages }: Page): readonly { readonly title: string; readonly page: number }[] {
  return [
    ...(page > 1 ? [{ title: cardWords.previousPage, page: page - 1 }] : []),
    ...(page < pages ? [{ title: cardWords.nextPage, page: page + 1 }] : []),
  ];
}
