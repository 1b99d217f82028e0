import type { Activity } from 'botbuilder';
import { PrivateAnswers } from '../../../../../src/adapters/teams/sender/private-answers';
import { TeamsMessenger } from '../../../../../src/adapters/teams/sender/teams-messenger';
import type { Reminder } from '../../../../../src/app/ports/messenger';
import { problemText } from '../../../../../src/texts/problems.de';
import { BotDesk } from '../inbound/bot-desk';
import { createInMemoryStores } from '../../../../support/in-memory-stores/create-in-memory-stores';
import { installation } from '../../../../support/installation';
import { sampleTicket } from '../../../../support/tickets';
import { viewAt } from '../../../../support/view';

const dispatch = { kind: 'channel', address: installation.dispatchChannel } as const;
const person = installation.people.find(({ id }) => id === 'dispatcher-1');
const [identity] = person?.identities ?? [];

/** A messenger to a channel with one member; Teams answers its first posts with these statuses. */
function messenger(...refusals: readonly number[]) {
  const posts: Partial<Activity>[] = [];
  const post = (activity: Partial<Activity>) => {
    posts.push(activity);
    const statusCode = refusals[posts.length - 1];
    return statusCode === undefined
      ? Promise.resolve({ id: '1', activityId: '1' })
      : Promise.reject(Object.assign(new Error('refused'), { statusCode }));
  };
  const members = [{ id: '29:d', name: 'D', objectId: identity?.objectId, tenantId: identity?.tenant }];
  const client = {
    conversations: {
      getConversationPagedMembers: () => Promise.resolve({ members }),
      sendToConversation: (_id: string, activity: Partial<Activity>) => post(activity),
      createConversation: ({ activity }: { activity: Partial<Activity> }) => post(activity),
    },
  };
  const sender = new TeamsMessenger({
    connectors: { create: () => Promise.resolve(client as never) },
    conversations: createInMemoryStores().conversations,
    directory: { installation: () => installation },
    clock: { now: () => 0 },
    botId: '28:bot',
    privateAnswers: new PrivateAnswers({ clock: { now: () => 0 } }),
    mode: 'dialog',
  });
  return { sender, posts };
}

describe('what is posted', () => {
  it('when Teams refuses the mention of a member, then nobody says that there was no roster', async () => {
    const { sender, posts } = messenger(400);
    const { notMentioned = [] } = await sender.postMention(dispatch, undefined, {
      ticket: sampleTicket(),
      place: { kind: 'dispatch' },
      people: ['dispatcher-1'],
      reason: 'supplemented',
    });
    expect(posts).toHaveLength(2);
    expect(notMentioned).toEqual(['dispatcher-1']);
    const problem = { kind: 'notMentioned', people: notMentioned, place: { kind: 'dispatch' } } as const;
    expect(problemText(problem, viewAt(0, installation))).toContain(
      'wurde nur genannt, nicht erwähnt: Teams nahm die Erwähnung nicht an oder gab keine',
    );
  });

  it('when more reminders follow than fit, then the summary says so as the card does', async () => {
    const desk = new BotDesk();
    const record = await desk.stores.tickets.find(await desk.reported());
    if (record === undefined) throw new Error('no ticket');
    const effect = {
      kind: 'remind',
      place: { kind: 'dispatch' },
      timer: 'reaction',
      step: 50,
      since: desk.now,
      dueAt: desk.now,
    } as const;
    const reminder: Reminder = { record, effect };
    const { sender, posts } = messenger();
    await sender.postReminders(dispatch, [reminder, reminder], [], true);
    expect(posts[0]?.summary).toMatch(/^2 Warnungen, weitere folgen: /);
  });
});
