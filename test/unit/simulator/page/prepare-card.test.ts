import { pathProperty, preparedCard } from '../../../../src/simulator/page/cards/prepare-card';

describe('a card before it is drawn', () => {
  test('given actions anywhere, when it is prepared, then each knows its place, and what it carries is untouched', () => {
    const data = { text: '<at>A</at>', nested: { type: 'Action.Fake' } };
    const card = {
      type: 'AdaptiveCard',
      msteams: { entities: [{ type: 'mention', text: '<at>A</at>' }] },
      body: [
        { type: 'TextBlock', text: 'Hallo <at>A</at> und <at>B</at>' },
        { type: 'ActionSet', actions: [{ type: 'Action.Execute', title: 'X', data }] },
        { type: 'Container', selectAction: { type: 'Action.OpenUrl', url: 'https://a.example' } },
      ],
      actions: [{ type: 'Action.Submit' }, { type: 'Action.Submit', data }],
    };
    const before = structuredClone(card);
    const prepared = preparedCard(card);
    expect(prepared).toMatchObject({
      lang: 'de',
      body: [
        { text: 'Hallo \ue000A\ue001 und <at>B</at>' },
        { actions: [{ [pathProperty]: 'body/1/actions/0', data }] },
        { selectAction: { [pathProperty]: 'body/2/selectAction' } },
      ],
      actions: [{ [pathProperty]: 'actions/0' }, { [pathProperty]: 'actions/1', data }],
    });
    expect(card).toEqual(before);
  });

  test('given an input with a rule and no sentence, when it is prepared, then it has one; its own is kept', () => {
    const body = [
      { type: 'Input.Text', id: 'a', isRequired: true },
      { type: 'Input.Text', id: 'b', isRequired: true, errorMessage: 'Bitte ein Titel.' },
      { type: 'Input.Text', id: 'c' },
    ];
    expect(preparedCard({ type: 'AdaptiveCard', body })).toMatchObject({
      body: [
        { errorMessage: expect.stringMatching(/^Bitte .*\.$/) as string },
        { errorMessage: 'Bitte ein Titel.' },
        { id: 'c' },
      ],
    });
  });
});
