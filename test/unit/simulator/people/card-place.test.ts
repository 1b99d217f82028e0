import { actionAt } from '../../../../src/simulator/people/card-place';

const inner = {
  type: 'Action.Execute',
  verb: 'a',
  title: 'Innen',
  data: { type: 'Action.Submit', title: 'Falle' },
};
const outer = { type: 'Action.Submit', id: 'senden', title: 'Senden' };
const card = {
  type: 'AdaptiveCard',
  body: [{ type: 'Container', items: [{ type: 'TextBlock', text: 'x', selectAction: inner }] }],
  actions: [outer, { type: 'Action.Submit', id: 'doppelt' }, { type: 'Action.Submit', id: 'doppelt' }],
};

describe('actionAt', () => {
  it.each([
    ['body/0/items/0/selectAction', inner],
    ['actions/0', outer],
    ['senden', outer],
  ])('given "%s", then the action there', (place, action) => {
    expect(actionAt(card, place)).toBe(action);
  });

  it.each([
    '',
    'actions',
    'actions/9',
    'actions/-1',
    'actions/00x',
    'body/0',
    'doppelt',
    'constructor',
    '__proto__',
  ])('given "%s", where no single action is, then nothing', (place) => {
    expect(actionAt(card, place)).toBeUndefined();
  });

  it('given a place in what a button carries, then nothing: an action there is no part of the card', () => {
    expect(actionAt(card, 'body/0/items/0/selectAction/data')).toBeUndefined();
  });
});
