import type { Activity, TurnContext } from 'botbuilder';
import { CardScreen } from '../../../../../src/simulator/people/card-screen';
import { BotDesk, dispatch, nord } from './bot-desk';

const added = { type: 'conversationUpdate', membersAdded: [{ id: '28:bot', name: '' }] };
const installed = { type: 'installationUpdate', action: 'add' };

function shown([answer]: readonly Partial<Activity>[]): CardScreen {
  return new CardScreen((answer?.attachments?.[0]?.content ?? {}) as Record<string, unknown>);
}

describe('given the bot that comes into a channel', () => {
  it('when it is an operator’s, then it says what it is and what can be done', async () => {
    const desk = new BotDesk();
    const card = shown(await desk.takes({ ...desk.envelope('nord-1', nord), ...added }));
    expect(card.text).toContain('Software-Pflege');
    expect(card.text).toContain('hier nehme ich Störungen an Modulen der Software-Pflege auf');
    expect(card.buttons).toEqual(['Störung melden', 'Offene Tickets', 'Hilfe']);
  });

  it.each([
    ['dispatch', dispatch, 'hier kommen neue Meldungen, Warnungen und die Tagesübersicht an'],
    ['a module', '19:journal@thread.tacv2', 'die diesem Modul zugewiesen sind'],
  ])('when it is the channel of %s, then it says a line', async (_, channel, line) => {
    const desk = new BotDesk();
    const card = shown(await desk.takes({ ...desk.envelope('dispatcher-1', channel), ...added }));
    expect(card.text).toContain(line);
    expect(card.buttons).toEqual([]);
  });

  it('when Teams tells it by several events and again, at once or later, then it greets once', async () => {
    const desk = new BotDesk();
    const envelope = desk.envelope('nord-1', nord);
    const tell = (event: object) => desk.takes({ ...envelope, ...event });
    expect((await Promise.all([added, installed, added, installed].map(tell))).flat()).toHaveLength(1);
    expect(await tell(added)).toHaveLength(0);
    await tell({ type: 'installationUpdate', action: 'remove' });
    expect(await tell(installed)).toHaveLength(0);
  });

  it('when the bot was started again, or there are two instances, then it does not greet again', async () => {
    const desk = new BotDesk();
    const other = new BotDesk({ stores: desk.stores, nonces: 100 });
    const envelope = desk.envelope('nord-1', nord);
    const sent = await Promise.all([desk, other].map((each) => each.takes({ ...envelope, ...added })));
    expect(sent.flat()).toHaveLength(1);
    const later = new BotDesk({ stores: desk.stores, nonces: 200 });
    expect(await later.takes({ ...envelope, ...added })).toHaveLength(0);
  });

  it('when Teams does not take the greeting, then it is said when Teams tells it again', async () => {
    const desk = new BotDesk();
    const activity = { ...desk.envelope('nord-1', nord), ...added };
    const refuses = { activity, sendActivity: () => Promise.reject(new Error('not taken')) };
    await expect(desk.runs(refuses as unknown as TurnContext)).rejects.toThrow('not taken');
    expect(await desk.takes(activity)).toHaveLength(1);
    expect(await desk.takes(activity)).toHaveLength(0);
  });
});
