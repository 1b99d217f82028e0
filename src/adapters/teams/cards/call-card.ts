import { defined } from '../../../defined';
import { notHereText, notMentionedText } from '../../../texts/reminders.de';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { type Mentioned, mentionsOf } from './card-mentions';
import { expandCard } from './expand';
import { shortened } from './typed-text';

/** More would not be read in a post; a list has all of them. */
const maxRows = 10;
/** As much of a name as tells what it is; UTF-16 units. */
const longestName = 80;

/** Who is named in a post. */
export interface CalledPeople {
  readonly mentioned: readonly Mentioned[];
  /** Names of those who are not in the roster. */
  readonly notHere: readonly string[];
  /** Names of those who cannot be mentioned, because Teams gave no roster. */
  readonly notMentioned: readonly string[];
}

export interface CallCardInput {
  readonly called: CalledPeople;
  /** Texts of ours. */
  readonly heading: string;
  readonly intro?: string;
  /** What it is about, each by its names; those that do not fit are counted. */
  readonly rows: readonly { readonly names: readonly string[]; readonly details: readonly string[] }[];
  /** How those that are left out are counted. */
  readonly further: (count: number) => readonly string[];
  /** Leads to the list of all. */
  readonly button: CardPart;
}

/** A post that calls people to several things at once. */
export function renderCallCard({
  called: { mentioned, notHere, notMentioned },
  heading,
  intro,
  rows,
  further: furtherOf,
  button,
}: CallCardInput): AdaptiveCardJson {
  const mentions = mentionsOf(mentioned);
  const [further] = furtherOf(rows.length - maxRows);
  return expandCard('call.card', {
    heading,
    ...(mentions.length === 0 ? {} : { mentions: mentions.map(({ text }) => text).join(', ') }),
    ...(notMentioned.length === 0 ? {} : { notMentioned: notMentionedText(notMentioned) }),
    entities: mentions,
    ...defined({ intro, further }),
    rows: rows.slice(0, maxRows).map(({ names, details }) => ({
      subject: names.map((name) => shortened(name, longestName)).join(' – '),
      details: details.map((detail) => ({ detail })),
    })),
    ...(notHere.length === 0 ? {} : { notHere: notHereText(notHere) }),
    buttons: [button],
  });
}
