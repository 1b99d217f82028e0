import { requested } from '../../../../support/given';
import { BotDesk, dispatch, nord } from './bot-desk';

const link = '„Ticket verknüpfen“';
const lasting = 'Das kann nicht rückgängig gemacht werden.';

describe('the summary of a form that cannot be taken back', () => {
  it('given an operator withdraws, then it names no button that their card does not have', async () => {
    expect(await summary('nord-1', nord, {})).not.toContain(link);
  });

  it('given a dispatcher does it on their word, then it names the button of the dispatcher', async () => {
    const word = {
      reportingWay: 'phone',
      saidBy: 'Leitwarte',
      receivedDate: '2026-06-10',
      receivedTime: '10:00',
    };
    expect(await summary('dispatcher-1', dispatch, word)).toContain(link);
  });
});

async function summary(person: string, place: string, sent: Readonly<Record<string, string>>) {
  const desk = new BotDesk();
  const story = requested();
  const { number: ticket, version } = await desk.keeps(story);
  desk.now = story.now + 60_000;
  const nonce = '00000000-0000-4000-8000-0000000000aa';
  const form = { do: 'submit', form: 'withdraw', page: 'fill', nonce, ticket, version };
  const answer = await desk.presses(person, place, { ...form, ...sent }, { name: 'task/submit' });
  expect(answer).toContain(lasting);
  return answer;
}
