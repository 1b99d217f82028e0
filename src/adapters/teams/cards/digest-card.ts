import { cardWords } from '../../../texts/card-words.de';
import { classCountText, classText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { defined } from '../../../defined';
import type { ClassFigures, Digest } from '../../../app/messages/digest';
import type { FaultClass } from '../../../domain/reaction/fault-class';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import {
  asOfText,
  deliveryText,
  type FigureName,
  figureNames,
  findingsText,
  reactionsText,
  restText,
} from '../../../texts/digest.de';
import type { AdaptiveCardJson } from './card-json';
import { fits } from './card-room';
import { expandCard } from './expand';
import { summaryText, ticketRow } from './ticket-list-card';

export interface DigestCardInput {
  /** "Tagesübersicht", asked for "Übersicht". */
  readonly heading: string;
  readonly digest: Digest;
  readonly view: View;
  /** The link to the ticket's tracked card, where the reader's conversation has one. */
  readonly link: (number: TicketNumber) => string | undefined;
}

const names = Object.keys(figureNames) as readonly FigureName[];

/** Of Teams' palette for categories: told apart by most people, and named in the legend. */
const colours: Readonly<Record<FaultClass, string>> = {
  1: 'categoricalRed',
  2: 'categoricalMarigold',
  3: 'categoricalBlue',
  4: 'categoricalTeal',
};

/**
 * The digest of a place or a person: the figures as a chart, which clients without charts show as a table, and in words for
 * everybody; below them the tickets, as many as fit.
 */
export function renderDigestCard(input: DigestCardInput): AdaptiveCardJson {
  for (let rows = input.digest.list.tickets.length; ; rows -= 1) {
    const card = cardWith(rows, input);
    if (rows === 0 || fits(card)) return card;
  }
}

function cardWith(maxRows: number, { heading, digest, view, link }: DigestCardInput): AdaptiveCardJson {
  const { asOf: now, figures, list, reactions, delivery, findings } = digest;
  const { zone } = view.calendar(now);
  const shown = list.tickets.slice(0, maxRows);
  const hidden = list.total - shown.length;
  return expandCard('digest.card', {
    heading,
    asOf: asOfText(now, zone),
    summary: summaryText(list),
    ...(figures.length === 0 ? {} : figuresView(figures)),
    ...defined({ reactions: reactions && reactionsText(reactions) }),
    delivery: [
      deliveryText(delivery, view),
      ...(findings === undefined ? [] : [findingsText(findings)]),
    ].join(' '),
    rows: shown.map((ticket, index) => ticketRow(ticket, index < list.waiting, { view, link })),
    ...(hidden > 0 ? { rest: restText(hidden) } : {}),
  });
}

function figuresView(figures: readonly ClassFigures[]) {
  const said = names
    .filter((name) => name !== 'open')
    .map((name) => `${figureNames[name]}: ${total(figures, name)}`);
  return {
    standing: said.join(' · '),
    classes: figures.map(({ faultClass, open }) => classCountText(faultClass, open)).join(' · '),
    chart: names.filter((name) => total(figures, name) > 0).map((name) => barOf(name, figures)),
    table: [
      { name: cardWords.tickets, figures: cardWords.countByClass },
      ...names.map((name) => ({ name: figureNames[name], figures: cellOf(name, figures) })),
    ],
  };
}

function barOf(name: FigureName, figures: readonly ClassFigures[]) {
  return {
    title: figureNames[name],
    data: counted(name, figures).map(({ faultClass, count }) => ({
      legend: classText(faultClass),
      value: count,
      color: colours[faultClass],
    })),
  };
}

/** '3 (Klasse 1: 1, Klasse 2: 2)' */
function cellOf(name: FigureName, figures: readonly ClassFigures[]): string {
  const parts = counted(name, figures).map(({ faultClass, count }) => classCountText(faultClass, count));
  return parts.length === 0 ? '0' : `${total(figures, name)} (${parts.join(', ')})`;
}

function counted(name: FigureName, figures: readonly ClassFigures[]) {
  return figures
    .map((each) => ({ faultClass: each.faultClass, count: each[name] }))
    .filter(({ count }) => count > 0);
}

function total(figures: readonly ClassFigures[], name: FigureName): number {
  return figures.reduce((sum, each) => sum + each[name], 0);
}
