import type { AdaptiveCardJson } from '../../src/simulator/page-api';
import { historyCards, openTicketsCards, releaseCards } from '../cards/told-cards';
import { onboardingCards } from '../cards/onboarding-cards';
import { recordsCards } from '../cards/record-cards';
import { commandCards, formCards, readingCards, type SampleCard, ticketCards } from '../cards/sample-cards';
import { ordinary } from '../cards/typing';

/** What makes two cards look different besides their words. */
const looks = new Set(
  'type style color weight size isSubtle isRequired isMultiline body items columns inlines actions facts'.split(
    ' ',
  ),
);

/** Of all the bot's sample cards and forms one of each kind of make-up. */
export function cardsOfEachShape(): AdaptiveCardJson[] {
  const all: SampleCard[] = [
    ...ticketCards(ordinary),
    ...formCards(ordinary),
    ...readingCards(ordinary),
    ...commandCards(),
    ...historyCards(ordinary),
    ...openTicketsCards(ordinary),
    ...releaseCards(ordinary),
    ...recordsCards(ordinary),
    ...onboardingCards(ordinary),
  ];
  const byShape = new Map(all.map(({ card }) => [JSON.stringify(shapeOf(card)), card]));
  return [...byShape.values()];
}

function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return [...new Set(value.map((item) => JSON.stringify(shapeOf(item))))].sort();
  if (typeof value !== 'object' || value === null) return 0;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => looks.has(key))
      .map(([key, item]) => [key, typeof item === 'object' ? shapeOf(item) : item]),
  );
}
