import { createLogger } from '../../../src/adapters/logging';
import { TeamsAuthentication } from '../../../src/adapters/teams/sdk/authentication';
import { PrivateAnswers } from '../../../src/adapters/teams/sender/private-answers';
import { TeamsMessenger } from '../../../src/adapters/teams/sender/teams-messenger';
import type { Lane } from '../../../src/app/messages/lane';
import type { Reminder, Unmentioned } from '../../../src/app/ports/messenger';
import type { Installation } from '../../../src/domain/organisation/installation';
import { type Connector, startConnector } from '../../../src/simulator/connector/connector';
import type { Fault } from '../../../src/simulator/connector/faults';
import { person } from '../../../src/simulator/people/person';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { sampleInstallation, teamsOf } from '../../support/sample-teams';
import { sampleTicket, sampleTime } from '../../support/tickets';

const rosters = /pagedmembers$/;
const minute = 60_000;

describe('posts that mention people, where Teams gives no proper roster', () => {
  let connector: Connector;
  let installation: Installation;
  let messenger: TeamsMessenger;
  let dispatch: Lane;
  let now = sampleTime;
  let logged: string[];

  beforeEach(async () => {
    now = sampleTime;
    logged = [];
    connector = await startConnector({
      world: teamsOf(sampleInstallation('http://127.0.0.1:1')),
      now: () => sampleTime,
    });
    installation = sampleInstallation(connector.serviceUrl);
    dispatch = { kind: 'channel', address: installation.dispatchChannel };
    messenger = messengerWith({ rosterPatience: 60_000 });
  });
  afterEach(() => connector.close());

  function messengerWith(waits: { rosterPatience: number; requestTimeout?: number }): TeamsMessenger {
    const { rosterPatience, ...ofRequests } = waits;
    return new TeamsMessenger({
      connectors: new TeamsAuthentication({ ...ofRequests, limited: false }).createConnectorFactory(),
      conversations: createInMemoryStores().conversations,
      directory: { installation: () => installation },
      clock: { now: () => now },
      botId: '28:local',
      privateAnswers: new PrivateAnswers({ clock: { now: () => now } }),
      mode: 'dialog',
      logger: createLogger({ stream: { write: (line) => void logged.push(line) } }),
      rosterPatience,
    });
  }

  const ticket = sampleTicket({
    operator: 'netz-nord',
    module: 'betriebstagebuch',
    reporter: 'leitwarte-nord-a',
  });
  const reminder: Reminder = {
    record: { ticket, events: [], effectsPlanned: 0, historyHash: '' },
    effect: {
      kind: 'remind',
      place: { kind: 'dispatch' },
      timer: 'reaction',
      step: 100,
      since: now,
      dueAt: now,
    },
  };
  const called = ['dispatcher-1', 'dispatcher-2'];
  /** Who was not called; that something was posted is another matter. */
  const whom = async (telling: Promise<Unmentioned>): Promise<object> =>
    Object.fromEntries(Object.entries(await telling).filter(([key]) => key !== 'post'));
  const mention = (people: string[] = called) =>
    whom(
      messenger.postMention(dispatch, undefined, {
        ticket,
        place: { kind: 'dispatch' },
        people,
        reason: 'handedBack',
      }),
    );
  const seen = () => person(connector, 'dispatcher-1').in('Dispatch').shows();
  const asked = () => connector.record.requests.filter(({ path }) => rosters.test(path)).length;
  const rosterIs = (fault: Fault) => connector.misbehave({ fault, path: rosters });
  const answering = (alter: (body: Record<string, unknown>) => unknown) =>
    rosterIs({ kind: 'other-answer', alter: (body) => alter(body as Record<string, unknown>) });
  const names = ['Dispatcher Eins', 'Dispatcher Zwei'];

  it.each<[Fault, number]>([
    [{ kind: 'status', status: 400 }, 1],
    [{ kind: 'status', status: 403 }, 1],
    [{ kind: 'status', status: 404 }, 1],
    [{ kind: 'status', status: 500 }, 3],
    [{ kind: 'status', status: 429, retryAfterSeconds: 3_600 }, 1],
    [{ kind: 'reset' }, 3],
    [{ kind: 'silence' }, 3],
    [{ kind: 'other-answer', alter: () => 'no page at all' }, 1],
    [{ kind: 'other-answer', alter: () => ({ members: null }) }, 1],
    [{ kind: 'other-answer', alter: () => ({}) }, 1],
  ])('name them in plain words after %j, having asked %d times', async (fault, times) => {
    if (fault.kind === 'silence') messenger = messengerWith({ rosterPatience: 60_000, requestTimeout: 500 });
    const failing = rosterIs(fault);
    expect(await mention()).toEqual({ notInRoster: [], notMentioned: called });
    expect(asked()).toBe(times);
    const [told] = seen();
    expect(told?.mentions).toEqual([]);
    expect(told?.text).toContain(`${names.join(', ')}: `);
    expect(logged.join('')).toContain('roster unavailable');

    expect(await whom(messenger.postReminder(dispatch, reminder, called))).toMatchObject({
      notMentioned: called,
    });
    expect(await whom(messenger.postReminders(dispatch, [reminder, reminder], called, false))).toEqual({
      notInRoster: [],
      notMentioned: called,
    });
    for (const post of seen().slice(1)) {
      expect(post.mentions).toEqual([]);
      expect(post.text).toContain(`Für: ${names.join(', ')}`);
      expect(post.text).not.toContain('Nicht in diesem Kanal');
    }

    failing.stop();
    expect(await mention()).toEqual({ notInRoster: [] });
    expect(seen().at(-1)?.mentions).toEqual(called);
  });

  it.each<[string, (members: readonly Record<string, unknown>[]) => unknown]>([
    ['is empty', () => []],
    [
      'has nobody of their tenant',
      (members) =>
        members.slice(0, 1).map((member) => ({
          ...member,
          tenantId: 'host',
          objectId: 'other',
          aadObjectId: 'other',
          email: null,
          userPrincipalName: null,
        })),
    ],
    [
      'has them under another identity with their mail',
      (members) =>
        members.map((member, index) => ({
          ...member,
          objectId: `guest-${index}`,
          aadObjectId: `guest-${index}`,
        })),
    ],
  ])('are not said to be absent where the roster %s', async (_name, alter) => {
    answering((body) => ({ ...body, members: alter(body['members'] as Record<string, unknown>[]) }));
    expect(await mention()).toEqual({ notInRoster: [], notMentioned: called });
    expect(seen()[0]?.text).not.toContain('Nicht in diesem Kanal');
  });

  it('mention after all, where a second try is answered', async () => {
    connector.misbehave({ fault: { kind: 'status', status: 502 }, path: rosters, times: 1 });
    expect(await mention()).toEqual({ notInRoster: [] });
    expect(seen().at(-1)?.mentions).toEqual(called);
  });

  it('go on mentioning by the roster known last, however old', async () => {
    await mention(['dispatcher-1']);
    rosterIs({ kind: 'status', status: 404 });
    now += 24 * 60 * minute;
    expect(await mention()).toEqual({ notInRoster: [] });
    expect(seen().at(-1)?.mentions).toEqual(called);
    // Nothing is known of somebody who is not in it.
    expect(await mention(['maintainer-west'])).toEqual({
      notInRoster: [],
      notMentioned: ['maintainer-west'],
    });
  });

  it('tell people apart whom the roster gives the same name', async () => {
    answering((body) => ({
      ...body,
      members: (body['members'] as object[]).map((each) => ({ ...each, name: 'Dienst' })),
    }));
    expect(await mention()).toEqual({ notInRoster: [] });
    expect(seen().at(-1)?.mentions).toEqual(called);
    expect(seen().at(-1)?.text).toContain('@Dispatcher Eins, @Dispatcher Zwei: ');
  });

  it('are sent without mentions where somebody of the roster known last has left', async () => {
    await mention();
    connector.world.removeMember(installation.dispatchChannel.conversation, 'dispatcher-2');
    expect(await mention()).toEqual({ notInRoster: [], notMentioned: called });
    expect(seen().at(-1)?.text).toContain(names.join(', '));
    expect(await whom(messenger.postReminder(dispatch, reminder, called))).toEqual({
      notInRoster: ['dispatcher-2'],
    });
    expect(seen().at(-1)?.mentions).toEqual(['dispatcher-1']);
  });

  it('wait once for a roster that does not come, and not again while it does not', async () => {
    messenger = messengerWith({ rosterPatience: 1 });
    const held = rosterIs({ kind: 'hold' });
    expect(await mention()).toMatchObject({ notMentioned: called });
    expect(await mention()).toMatchObject({ notMentioned: called });
    expect(seen()).toHaveLength(2);
    held.stop();
  });

  it.each<[string, unknown]>([
    ['missing', undefined],
    ['null', null],
    ['empty', ''],
    ['blank', ' \u00a0 '],
    ['unseen', '\u200b\u202e'],
    ['no text', 7],
    ['markup', '<at>Dispatcher Zwei</at>'],
    ['half a tag', 'Leitstelle <'],
    ['an ampersand', 'Dienst & Partner'],
    ['quotes', 'Max "Mäx"'],
  ])('mention by another name whose name in the roster is: %s', async (_what, name) => {
    answering((body) => ({
      ...body,
      members: (body['members'] as object[]).map((each) => ({ ...each, name, displayName: name })),
    }));
    expect(await mention()).toEqual({ notInRoster: [] });
    expect(await whom(messenger.postReminder(dispatch, reminder, called))).toEqual({ notInRoster: [] });
    const [told, warning] = seen();
    expect(told?.mentions).toEqual(called);
    expect(told?.text).toContain('@Dispatcher Eins, @Dispatcher Zwei: ');
    expect(warning?.mentions).toEqual(called);
    expect(warning?.text).toContain('@Dispatcher Eins, @Dispatcher Zwei');
  });

  it.each([
    { file: ' ', mail: 'eins@genossenschaft.example', called: 'eins@genossenschaft.example' },
    { file: '<b>', mail: undefined, called: 'Wartungs-Dispatcher' },
  ])(
    'mention by $called whom neither roster nor organisation file name',
    async ({ file, mail, called: by }) => {
      const [eins] = called;
      installation = {
        ...installation,
        people: installation.people.map((each) => (each.id === eins ? { ...each, name: file } : each)),
      };
      answering((body) => ({
        ...body,
        members: (body['members'] as object[]).map((each) => ({
          ...each,
          name: null,
          email: mail,
          userPrincipalName: mail,
        })),
      }));
      expect(await mention(['dispatcher-1'])).toEqual({ notInRoster: [] });
      expect(seen().at(-1)?.mentions).toEqual(['dispatcher-1']);
      expect(seen().at(-1)?.text).toContain(`@${by}: `);
    },
  );

  it.each([
    { what: 'null', tokens: [null], pages: 1 },
    { what: 'empty', tokens: [''], pages: 1 },
    { what: 'a number', tokens: [1], pages: 1 },
    { what: 'always the same', tokens: ['50'], pages: 2 },
    { what: 'a cycle', tokens: ['50', '100', '150'], pages: 4 },
    { what: 'null after another', tokens: ['50', null], pages: 2 },
  ])('end with the pages of a roster whose tokens are $what', async ({ tokens, pages }) => {
    let answered = 0;
    answering((body) => ({ ...body, continuationToken: tokens[answered++ % tokens.length] }));
    expect(await mention()).toEqual({ notInRoster: [] });
    expect(asked()).toBe(pages);
    expect(seen().at(-1)?.mentions).toEqual(called);
  });

  it('mention whom the pages named that did come', async () => {
    let pages = 0;
    answering((body) => {
      pages += 1;
      return pages === 1 ? { ...body, continuationToken: 'more' } : 'no page at all';
    });
    expect(await mention([...called, 'maintainer-west'])).toEqual({
      notInRoster: [],
      notMentioned: ['maintainer-west'],
    });
    expect(seen().at(-1)?.mentions).toEqual(called);
  });
});
