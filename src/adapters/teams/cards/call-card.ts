import { defined } from '../../../defined';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { type CalledPeople, namingData } from './card-mentions';
import { expandCard } from './expand';
import { shortened } from './typed-text';

/** More would not be read in a post; a list has all of them. */
const maxRows = 10;
/** As much of a name as tells what it is; UTF-16 units. */
const longestName = 80;

export interface CallCardInput {
  readonly called: CalledPeople;
  /** Texts of ours. */
  readonly heading: string;
  readonly intro?: string;
  /** What it is about, each by its names; those that do not fit are counted. */
  readonly rows: readonly { readonly names: readonly string[]; readonly details: readonly string[] }[];
  /** How those that are left out are counted. */
  readonly further: (count: number) => readonly string[];
  /** Leads to the list of all, where there is one. */
  readonly button: CardPart;
}

/** A post that calls people to several things at once. */
export function renderCallCard({
  called,
  heading,
  intro,
  rows,
  further: furtherOf,
  button,
}: CallCardInput): AdaptiveCardJson {
  const [further] = furtherOf(rows.length - maxRows);
  return expandCard('call.card', {
    heading,
    ...defined({ intro, further }),
    rows: rows.slice(0, maxRows).map(({ names, details }) => ({
      subject: names.map((name) => shortened(name, longestName)).join(' – '),
      details: details.map((detail) => ({ detail })),
    })),
    ...namingData(called),
    buttons: [button],
  });
}
