import { forms } from '../../src/adapters/teams/forms/form-catalogue';
import { formIds } from '../../src/adapters/teams/cards/payload';
import { lintCard } from './card-linter';
import { formCards } from './sample-cards';
import { ordinary, typings } from './typing';

describe('the forms', () => {
  test.each(typings)(
    'given %s, when every page is drawn, then the linter has nothing against any',
    (_name, type) => {
      const cards = formCards(type);
      const complaints = cards.flatMap(({ name, card, surroundings }) =>
        lintCard(card, surroundings).map((complaint) => `${name} – ${complaint}`),
      );
      expect(complaints).toEqual([]);
      const checked = formIds.filter((id) => cards.some(({ name }) => isCheckPage(name, id)));
      expect(checked).toEqual(formIds.filter((id) => forms[id].check !== undefined));
    },
  );

  test('given security-relevant tickets, when every page is drawn, then the linter has nothing against any', () => {
    const cards = formCards(ordinary, { securityRelevant: true });
    expect(cards.flatMap(({ card, surroundings }) => lintCard(card, surroundings))).toEqual([]);
  });
});

function isCheckPage(name: string, id: string): boolean {
  return name.startsWith(`${id} of `) && name.includes('check page');
}
