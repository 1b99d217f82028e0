import { cardWords } from '../../../texts/card-words.de';
import { asOfSentence, classText } from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import { defined } from '../../../defined';
import type { ClassFigures, Digest } from '../../../app/messages/digest';
import type { FaultClass } from '../../../domain/reaction/fault-class';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import {
  deliveryCountText,
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
import { summaryText } from './ticket-list-card';
import { ticketRows } from './ticket-row';

export interface DigestCardInput {
  /** "Tagesübersicht", asked for "Übersicht". */
  readonly heading: string;
  readonly digest: Digest;
  /** Names what does not reach its readers, which is counted otherwise. */
  readonly namesDelivery?: true;
  readonly view: View;
  /** The link to the ticket's tracked card, where the reader's conversation has one. */
  readonly link: (number: TicketNumber) => string | undefined;
}

const names = Object.keys(figureNames) as readonly FigureName[];

/** What a client without charts shows of each class; the sums of the others stand above it. */
const inTable = ['open', 'overdue', 'dueToday'] as const satisfies readonly FigureName[];

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

function cardWith(
  maxRows: number,
  { heading, digest, namesDelivery, view, link }: DigestCardInput,
): AdaptiveCardJson {
  const { asOf: now, figures, list, reactions, delivery, findings } = digest;
  const shown = list.tickets.slice(0, maxRows);
  const hidden = list.total - shown.length;
  return expandCard('digest.card', {
    heading,
    asOf: asOfSentence(view.time(now)),
    summary: summaryText(list),
    ...(figures.length === 0 ? {} : figuresView(figures)),
    ...defined({ reactions: reactions && reactionsText(reactions) }),
    delivery: [
      namesDelivery === true ? deliveryText(delivery, view) : deliveryCountText(delivery, view),
      ...(findings === undefined ? [] : [findingsText(findings)]),
    ].join(' '),
    rows: ticketRows({ ...list, tickets: shown }, { view, link }),
    ...(hidden > 0 ? { rest: restText(hidden) } : {}),
  });
}

function figuresView(figures: readonly ClassFigures[]) {
  const said = names
    .filter((name) => name !== 'open')
    .map((name) => `${figureNames[name]}: ${total(figures, name)}`);
  return {
    standing: said.join(' · '),
    chart: names.filter((name) => total(figures, name) > 0).map((name) => barOf(name, figures)),
    table: [
      { name: cardWords.faultClass, figures: cardWords.tickets },
      ...figures.map((each) => ({ name: classText(each.faultClass), figures: cellOf(each) })),
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

/** 'Offen: 3 · Überfällig: 1', one line on a phone; what counts nothing is left out. */
function cellOf(each: ClassFigures): string {
  return inTable
    .filter((name) => each[name] > 0)
    .map((name) => `${figureNames[name]}: ${each[name]}`)
    .join(' · ');
}

function counted(name: FigureName, figures: readonly ClassFigures[]) {
  return figures
    .map((each) => ({ faultClass: each.faultClass, count: each[name] }))
    .filter(({ count }) => count > 0);
}

function total(figures: readonly ClassFigures[], name: FigureName): number {
  return figures.reduce((sum, each) => sum + each[name], 0);
}
