import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { payloadSchema } from '../../src/adapters/teams/cards/payload';
import { isObject, partsOf } from './card-parts';
import { lintCard } from './card-linter';
import { digestCards } from './digest-cards';
import { onboardingCards } from './onboarding-cards';
import { recordsCards } from './record-cards';
import { historyCards, openTicketsCards, releaseCards, reminderCards } from './told-cards';
import { commandCards, readingCards, type SampleCard, ticketCards } from './sample-cards';
import { ordinary, type Typing, typings } from './typing';

function allCards(type: Typing, securityRelevant = false): readonly SampleCard[] {
  const options = { securityRelevant };
  return [
    ...ticketCards(type, options),
    ...readingCards(type, options),
    ...historyCards(type, options),
    ...openTicketsCards(type, options),
    ...digestCards(type, options),
    ...reminderCards(type, options),
    ...releaseCards(type, options),
    ...recordsCards(type),
    ...onboardingCards(type),
  ];
}

function complaints(cards: readonly SampleCard[]): readonly string[] {
  return cards.flatMap(({ name, card, surroundings }) =>
    lintCard(card, surroundings).map((complaint) => `${name} – ${complaint}`),
  );
}

/** What a press would carry that the bot could not read. */
function unread(cards: readonly SampleCard[]): readonly string[] {
  return cards.flatMap(({ name, card }) =>
    partsOf(card)
      .filter(({ type }) => type === 'Action.Execute' || type === 'Action.Submit')
      .flatMap(({ title, data }) =>
        payloadSchema.safeParse(data).success ? [] : [`${name}: ${String(title)} ${JSON.stringify(data)}`],
      ),
  );
}

describe('the cards', () => {
  test.each(typings)(
    'given %s, when every card is drawn, then the linter has nothing against any',
    (_name, type) => {
      expect(complaints(allCards(type))).toEqual([]);
    },
  );

  test('given security-relevant tickets, when every card is drawn, then the linter has nothing against any', () => {
    expect(complaints(allCards(ordinary, true))).toEqual([]);
  });

  test('given every card, when a button of it is pressed, then the bot reads what it carries', () => {
    expect(unread([...allCards(ordinary), ...allCards(ordinary, true), ...commandCards()])).toEqual([]);
  });

  test('given the commands, when their cards are drawn, then the linter has nothing against any', () => {
    expect(complaints(commandCards())).toEqual([]);
  });
});

describe('the templates', () => {
  const folder = join(__dirname, '../../cards');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.json'),
  );

  test.each(files)('given %s, when it is read, then it is layout without a word of its own', (name) => {
    const shown = ['text', 'title', 'label', 'placeholder', 'errorMessage', 'altText', 'fallbackText'];
    const texts = partsOf(JSON.parse(readFileSync(join(folder, name), 'utf8'))).flatMap((part) =>
      shown.flatMap((key) => (typeof part[key] === 'string' ? [part[key]] : [])),
    );
    expect(texts.filter((text) => /\p{L}/u.test(text.replace(/\$\{[^}]*\}/g, '')))).toEqual([]);
  });

  test.each(files)('given %s, when it is read, then no choice is fetched and nothing folds out', (name) => {
    const template: unknown = JSON.parse(readFileSync(join(folder, name), 'utf8'));
    const types = partsOf(template).map((part) => String(part['type']));
    expect(isObject(template) && template['version']).toBe('1.5');
    expect(types.filter((type) => /ShowCard|Data\.Query|FactSet/.test(type) && !factsAreOurs(name))).toEqual(
      [],
    );
  });
});

/** A FactSet reads Markdown: only where nothing typed and no name can come. */
function factsAreOurs(template: string): boolean {
  return ['help.card.json', 'service-hours.card.json'].includes(template);
}
