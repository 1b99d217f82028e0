import fc from 'fast-check';
import { pressButton, recordButton } from '../../../../../src/adapters/teams/cards/buttons';
import { payloadSchema } from '../../../../../src/adapters/teams/cards/payload';
import { type RecordsInput, renderRecordsCard } from '../../../../../src/adapters/teams/cards/records-card';
import { maxCardBytes } from '../../../../../src/adapters/teams/cards/teams-limits';
import { asOfVersion12 } from '../../../../../src/simulator/connector/card-walk';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { lintCard } from '../../../../cards/card-linter';
import { bytesOf, partsOf } from '../../../../cards/card-parts';
import { moduleFilter, recordRows } from '../../../../cards/record-cards';

const organisation = pressButton('Organisation', 'say', { do: 'say', command: 'Organisation' });
const people: RecordsInput = {
  heading: 'Personen',
  list: 'people',
  rows: recordRows((index) => `Person ${index + 1}`, 3),
  page: 1,
  pages: 1,
  kept: {},
  buttons: [recordButton('Neu', 'person', 'dialog'), organisation],
};
const screenOf = (more: Partial<RecordsInput> = {}) =>
  new CardScreen(renderRecordsCard({ ...people, ...more }));
/** What the bot reads of a press. */
const readOf = (screen: CardScreen, title: string) => {
  const button = screen.button(title);
  return payloadSchema.parse({ ...(button['data'] as object), ...screen.inputsFor(button) });
};

describe('a list of records', () => {
  test('given records, then each stands there with its details, and its button says whose it is', () => {
    const screen = screenOf({ note: 'Nur heutige.' });
    expect(screen.text.split('\n').slice(0, 7)).toEqual([
      'Personen',
      'Nur heutige.',
      'Person 1',
      'Person 1',
      'Dispatcher, seit Mo 01.06.2026, Person 1',
      'abwesend bis Fr 12.06.2026',
      '[Ändern: Person 1] [Abwesenheit: Person 1]',
    ]);
    expect(screen.buttons).toEqual([
      'Ändern: Person 1',
      'Abwesenheit: Person 1',
      'Ändern: Person 2',
      'Abwesenheit: Person 2',
      'Ändern: Person 3',
      'Abwesenheit: Person 3',
      'Neu',
      'Organisation',
    ]);
    expect(readOf(screen, 'Ändern: Person 2')).toMatchObject({ do: 'openRecord', form: 'person' });
    expect(screen.labels).toEqual([]);
  });

  test('given a client of Adaptive Cards 1.2, then it has the same buttons by the same names', () => {
    const rows = recordRows((index) => `Person ${index + 1}`, 3, 'inline');
    const card = renderRecordsCard({ ...people, rows });
    expect(new CardScreen(asOfVersion12(card)).buttons).toEqual(new CardScreen(card).buttons);
  });

  test('given records of one name, then their buttons are told apart by their rows', () => {
    const rows = recordRows(() => 'Netz Nord GmbH', 2);
    expect(screenOf({ rows }).buttons.slice(0, 3)).toEqual([
      'Ändern 1: Netz Nord GmbH',
      'Abwesenheit 1: Netz Nord GmbH',
      'Ändern 2: Netz Nord GmbH',
    ]);
  });

  test('given a record without a button, then there is none', () => {
    expect(screenOf({ rows: [{ text: 'Person 1', details: [], buttons: [] }] }).buttons).toEqual([
      'Neu',
      'Organisation',
    ]);
  });

  test('given nothing to list, then it says so, and whether anything was left out', () => {
    expect(screenOf({ rows: [] }).text).toContain('Es gibt noch keine Einträge.');
    const searched = screenOf({ rows: [], search: { value: 'zzz' }, kept: { search: 'zzz' } });
    expect(searched.text).toContain('Keine Einträge in dieser Auswahl.');
    expect(searched.value('Suchen')).toBe('zzz');
  });
});

describe('a list of records that is searched and narrowed', () => {
  const filter = moduleFilter((index) => `Modul ${index + 1}`);
  const narrowed = {
    ...{ search: { value: 'nord' }, filter, page: 2, pages: 3 },
    kept: { search: 'nord', module: 'module-0', channel: '19:x@thread.tacv2' },
  };

  test('when it is searched, then the first page of what the fields say is asked for, and what no field says stays', () => {
    const screen = screenOf(narrowed);
    expect(screen.labels).toEqual(['Suchen', 'Modul']);
    screen.fill({ Suchen: 'süd', Modul: 'Modul 3' });
    expect(readOf(screen, 'Suchen')).toEqual({
      ...{ do: 'list', list: 'people', page: 1 },
      ...{ search: 'süd', module: 'module-2', channel: '19:x@thread.tacv2' },
    });
  });

  test('when the field is emptied, then nothing of the former search is sent', () => {
    const screen = screenOf(narrowed);
    screen.fill({ Suchen: null });
    expect(readOf(screen, 'Suchen')).not.toHaveProperty('search');
  });

  test('when the page is turned, then it stays searched and narrowed as it is shown, whatever the fields say by now', () => {
    const screen = screenOf(narrowed);
    expect(screen.text).toContain('Seite 2 von 3');
    screen.fill({ Suchen: 'süd' });
    const applied = { search: 'nord', module: 'module-0', channel: '19:x@thread.tacv2' };
    for (const [title, page] of [
      ['Vorige Seite', 1],
      ['Nächste Seite', 3],
    ] as const)
      expect(readOf(screen, title)).toEqual({ do: 'list', list: 'people', page, ...applied });
  });

  test('when another button is pressed, then no field goes with it', () => {
    const screen = screenOf(narrowed);
    for (const title of ['Ändern: Person 1', 'Neu', 'Organisation'])
      expect(screen.inputsFor(screen.button(title))).toEqual({});
  });

  test('when it can only be narrowed, then the button is called so', () => {
    expect(screenOf({ filter }).buttons).toContain('Filtern');
    expect(screenOf({ filter }).labels).toEqual(['Modul']);
  });
});

/** Names that differ at their ends only, or not at all, of signs that take one byte to six in a card. */
const name = fc
  .tuple(fc.constantFrom('M', '"', 'ß', '語', '🙂', '{{DATE('), fc.integer({ min: 0, max: 200 }))
  .map(([sign, length]) => `Netz ${sign.repeat(length)}`.slice(0, 200));

describe('given any names', () => {
  test('then the card is one that Teams takes, each of its buttons has a name of its own, and every row is there', () => {
    fc.assert(
      fc.property(
        fc.array(name, { minLength: 1, maxLength: 10 }),
        fc.integer({ min: 1, max: 60 }),
        fc.constantFrom('dialog', 'inline'),
        (names, choices, mode) => {
          const nameAt = (index: number) => names[index % names.length] ?? '';
          const search = { value: nameAt(0).slice(0, 100) };
          const card = renderRecordsCard({
            ...people,
            ...{ search, filter: moduleFilter(nameAt, choices), page: 2, pages: 3 },
            kept: { search: search.value, module: 'module-0' },
            rows: recordRows(nameAt, names.length, mode),
          });
          expect(bytesOf(card)).toBeLessThanOrEqual(maxCardBytes);
          expect(lintCard(card, 'message')).toEqual([]);
          const { buttons } = new CardScreen(card);
          expect(new Set(buttons).size).toBe(buttons.length);
          expect(buttons.filter((title) => title.startsWith('Ändern'))).toHaveLength(names.length);
          expect(partsOf(card).some(({ type }) => type === 'Table')).toBe(false);
        },
      ),
    );
  });

  test('then usual ones are shown whole', () => {
    const long =
      'Genossenschaft für den Betrieb und die Pflege von Netzsoftware eG, Abteilung Leitwarten Nord';
    expect(
      screenOf({ rows: recordRows(() => long, 10) }).text.match(new RegExp(`^${long}$`, 'gm')),
    ).toHaveLength(20);
  });
});
