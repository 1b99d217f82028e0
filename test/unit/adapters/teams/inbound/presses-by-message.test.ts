import { formIds } from '../../../../../src/adapters/teams/cards/payload';
import { ticketActions } from '../../../../../src/domain/ticket/actions/registry';
import { botAnswers } from '../../../../../src/texts/bot-answers.de';
import { planned, requested, sampleReport } from '../../../../support/given';
import { samplePlan } from '../../../../support/tickets';
import { BotDesk, dispatch, nord } from './bot-desk';

const { number, version } = planned().stands;
const nonce = '00000000-0000-4000-8000-0000000000aa';
const ticket = number;
/** What a client can send as the value of a message, and no button of ours does in a channel. */
const presses = [
  ...['content', 'deadline', 'history'].map((what) => ({ do: 'read', what, ticket })),
  ...formIds.map((form) => ({ do: 'open', form, ticket, version })),
  ...formIds.map((form) => ({ do: 'submit', form, page: 'fill', nonce, ticket, version })),
  { do: 'refresh', ticket },
];
const typed = [sampleReport.title, sampleReport.description, samplePlan.cause, samplePlan.testApproach];

describe('given a message whose value is what a card’s button would send', () => {
  it.each([
    ['nord-1', nord],
    ['sued-1', nord],
    ['dispatcher-1', dispatch],
  ])('when %s sends it to %s, then nothing is posted that is not everybody’s', async (person, channel) => {
    const desk = new BotDesk();
    await desk.keeps(planned());
    for (const value of presses) {
      for (const replyToId of [undefined, `card-${number}-dispatch`]) {
        const activity = { ...desk.envelope(person, channel), type: 'message', value };
        const posted = JSON.stringify(await desk.takes({ ...activity, ...(replyToId && { replyToId }) }));
        expect(posted).toContain(botAnswers.onlyOnTheCard);
        expect(typed.filter((text) => posted.includes(text))).toEqual([]);
        expect(posted).not.toMatch(/Action\.|Input\./);
      }
    }
    expect((await desk.stores.tickets.find(number))?.ticket.version).toBe(version);
  });

  it.each([
    ['nord-1', nord],
    ['sued-1', nord],
    ['dispatcher-1', dispatch],
  ])(
    'when %s acts by it in %s, then the answer is for them alone and a sentence without anything typed',
    async (person, channel) => {
      for (const action of ticketActions) {
        const desk = new BotDesk();
        await desk.keeps(planned());
        const value = { do: 'act', action, ticket, version };
        const activity = { ...desk.envelope(person, channel), type: 'message', value };
        const posted = await desk.takes({ ...activity, replyToId: `card-${number}-dispatch` });
        expect(posted).toHaveLength(1);
        expect(desk.privately).toHaveLength(1);
        const text = JSON.stringify(posted);
        expect(typed.filter((each) => text.includes(each))).toEqual([]);
        expect(text).not.toMatch(/Action\.|Input\./);
      }
    },
  );

  it('when it acts, then the ticket is changed as by a press on the card', async () => {
    const [byPress, byMessage] = [new BotDesk(), new BotDesk()];
    const story = requested();
    const { stands } = story;
    const value = { do: 'act', action: 'startAnalysis', ticket: stands.number, version: stands.version };
    const states = [];
    for (const desk of [byPress, byMessage]) {
      await desk.keeps(story);
      if (desk === byPress) await desk.presses('dispatcher-1', dispatch, value);
      else await desk.takes({ ...desk.envelope('dispatcher-1', dispatch), type: 'message', value });
      states.push(await desk.stores.tickets.find(stands.number));
    }
    expect(states[0]?.ticket.version).toBeGreaterThan(stands.version);
    expect(states[1]).toEqual(states[0]);
  });

  it('when it asks for a list, then the channel reads what a typed command shows', async () => {
    const desk = new BotDesk();
    await desk.keeps(planned());
    const value = { do: 'list', list: 'open', page: 1 };
    const activity = { ...desk.envelope('nord-1', nord), type: 'message' };
    const pressed = await desk.takes({ ...activity, value });
    expect(pressed).toEqual(await desk.takes({ ...activity, text: 'Offene Tickets' }));
  });

  it('when it is sent in a private chat, then nobody else reads the answer', async () => {
    const desk = new BotDesk();
    await desk.keeps(planned());
    const value = { do: 'read', what: 'content', ticket };
    const activity = { ...desk.envelope('nord-1', 'a:nord-1'), type: 'message', value };
    expect(JSON.stringify(await desk.takes(activity))).toContain(sampleReport.description);
  });
});
