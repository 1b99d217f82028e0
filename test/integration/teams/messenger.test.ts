import { TeamsAuthentication } from '../../../src/adapters/teams/sdk/authentication';
import { PrivateAnswers } from '../../../src/adapters/teams/sender/private-answers';
import { TeamsMessenger } from '../../../src/adapters/teams/sender/teams-messenger';
import { type Lane, laneKey } from '../../../src/app/messages/lane';
import type { TrackedCard } from '../../../src/app/ports/card-store';
import { type CardContent, DeliveryFailure } from '../../../src/app/ports/messenger';
import type { Installation } from '../../../src/domain/organisation/installation';
import { type Connector, startConnector } from '../../../src/simulator/connector/connector';
import { person } from '../../../src/simulator/people/person';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { sampleInstallation, teamsOf } from '../../support/sample-teams';
import { everyField, sampleFaultReported, sampleTicket, sampleTime } from '../../support/tickets';

const dispatchPlace = { kind: 'dispatch' } as const;

describe('the messenger', () => {
  let connector: Connector;
  let installation: Installation;
  let messenger: TeamsMessenger;
  let dispatch: Lane;
  let stores: ReturnType<typeof createInMemoryStores>;

  beforeEach(async () => {
    connector = await startConnector({
      world: teamsOf(sampleInstallation('http://127.0.0.1:1')),
      now: () => sampleTime,
    });
    installation = sampleInstallation(connector.serviceUrl);
    dispatch = { kind: 'channel', address: installation.dispatchChannel };
    stores = createInMemoryStores();
    messenger = messengerWith({});
  });
  afterEach(() => connector.close());

  function messengerWith(waits: { requestTimeout?: number }): TeamsMessenger {
    return new TeamsMessenger({
      connectors: new TeamsAuthentication({ ...waits, limited: false }).createConnectorFactory(),
      conversations: stores.conversations,
      directory: { installation: () => installation },
      clock: { now: () => sampleTime },
      botId: '28:local',
      privateAnswers: new PrivateAnswers({ clock: { now: () => sampleTime } }),
      mode: 'dialog',
    });
  }

  const ticket = sampleTicket({
    operator: 'netz-nord',
    module: 'betriebstagebuch',
    reporter: 'leitwarte-nord-a',
  });
  const record = {
    ticket,
    events: [
      sampleFaultReported({ operator: 'netz-nord', module: 'betriebstagebuch', by: 'leitwarte-nord-a' }),
    ],
    effectsPlanned: 0,
    historyHash: '',
  };
  const content: CardContent = {
    kind: 'ticket',
    record,
    place: dispatchPlace,
    problems: [],
    readable: new Set(),
  };
  const seen = () => person(connector, 'dispatcher-1').in('Dispatch');
  const post = () => messenger.postCard(dispatch, content);
  const tracked = (posted: { conversation: string; activityId: string }): TrackedCard => ({
    ...posted,
    ticket: ticket.number,
    subject: 'ticket',
    laneKey: laneKey(dispatch),
    place: dispatchPlace,
    shownVersion: 1,
    withdrawn: false,
  });
  const mention = (...people: string[]) =>
    ({ ticket, place: dispatchPlace, people, reason: 'handedBack' }) as const;
  const failing = (sending: Promise<unknown>) =>
    sending.then(
      () => undefined,
      (error: unknown) => error,
    );

  it('starts a thread with the card and edits it in place', async () => {
    const posted = await post();
    expect(seen().card(ticket.number).buttons).toContain('Analyse starten');
    const withdrawn: CardContent = { kind: 'withdrawn', number: ticket.number };
    expect(await messenger.editCard(dispatch, tracked(posted), withdrawn)).toBe('edited');
    expect(seen().shows()).toHaveLength(1);
    expect(seen().text()).toContain('abgegeben');
  });

  it('shows the release information, and of its ticket nothing but the release', async () => {
    const release = { ...everyField.release, notices: [{ operator: 'netz-sued' }] };
    const closed = { ...everyField, module: 'betriebstagebuch', securityRelevant: false, release };
    const notice: CardContent = {
      kind: 'notice',
      record: { ...record, ticket: closed },
      operator: 'netz-sued',
    };
    await messenger.postCard(dispatch, notice);
    expect(seen().text()).toContain(release.text);
    expect(seen().text()).toContain(release.packageReference);
    expect(seen().text()).not.toContain(closed.report.title);
    expect(seen().text()).not.toContain(closed.number);
  });

  it('says that a card is gone', async () => {
    const card = { ...tracked(await post()), activityId: '17' };
    expect(await messenger.editCard(dispatch, card, content)).toBe('gone');
    expect(await messenger.markReported(dispatch, `${card.conversation}|17`, record, undefined)).toBe('gone');
    expect(await messenger.markReported(dispatch, 'nonsense', record, undefined)).toBe('gone');
  });

  it("mentions by the roster's id in the card's thread", async () => {
    const posted = await post();
    const { notInRoster } = await messenger.postMention(dispatch, tracked(posted), mention('dispatcher-1'));
    expect(notInRoster).toEqual([]);
    const [, reply] = seen().thread(seen().card(ticket.number));
    expect(reply?.mentions).toEqual(['dispatcher-1']);
  });

  it('names somebody plainly who is not in the roster, and says so', async () => {
    const { notInRoster } = await messenger.postMention(
      dispatch,
      tracked(await post()),
      mention('dispatcher-1', 'maintainer-west'),
    );
    expect(notInRoster).toEqual(['maintainer-west']);
    const reply = seen().message('zurückgegeben');
    expect(reply.mentions).toEqual(['dispatcher-1']);
    expect(reply.text).toContain('Maintainer West');
  });

  it('lets no name become markup', async () => {
    installation = {
      ...installation,
      people: installation.people.map((each) =>
        each.id === 'maintainer-west' ? { ...each, name: '<at>Dispatcher Eins</at> <b>&' } : each,
      ),
    };
    await messenger.postMention(dispatch, undefined, mention('maintainer-west'));
    const reply = seen().message('zurückgegeben');
    expect(reply.mentions).toEqual([]);
    expect(reply.text).toContain('<at>Dispatcher Eins</at> <b>&');
  });

  it('writes into the private chat of somebody of the hosting tenant, and keeps the chat', async () => {
    const lane: Lane = { kind: 'person', person: 'dispatcher-2' };
    await messenger.postCard(lane, { kind: 'withdrawn', number: ticket.number });
    expect(person(connector, 'dispatcher-2').chat().text()).toContain(ticket.number);
    expect(await stores.conversations.find(laneKey(lane))).toBeDefined();
  });

  it('leaves what was wrongly taken for a private chat, and shows nothing more there', async () => {
    const members = ['dispatcher-1', 'dispatcher-2'];
    const group = {
      id: 'a:group',
      name: 'Runde',
      tenantId: installation.hostingTenant,
      members,
      installed: true,
    };
    connector.world.groupChats.push(group);
    const lane: Lane = { kind: 'person', person: 'dispatcher-2' };
    const { serviceUrl } = connector;
    const wrong = {
      laneKey: laneKey(lane),
      conversation: group.id,
      serviceUrl,
      tenant: group.tenantId,
      seenAt: 0,
    };
    await stores.conversations.save(wrong);
    const card = { ...tracked(await messenger.postCard(lane, content)), laneKey: laneKey(lane) };
    await stores.conversations.forgetPrivateChats(group.id);

    expect(await messenger.editCard(lane, card, content)).toBe('gone');
    await messenger.postMention(lane, card, mention('dispatcher-2'));
    const shown = person(connector, 'dispatcher-1').in(group.id).shows();
    expect(shown.map(({ text }) => text)).toEqual([`${ticket.number} | abgegeben`]);
    expect(person(connector, 'dispatcher-2').chat().text()).toContain('zurückgegeben');
  });

  it('fails for good with somebody of another tenant, and where nothing leads to', async () => {
    const other = await failing(messenger.postCard({ kind: 'person', person: 'leitwarte-nord-a' }, content));
    expect(other).toMatchObject({ transient: false, status: 403 });
    expect(await failing(messenger.postCard({ kind: 'none' }, content))).toMatchObject({ transient: false });
    const gone = await failing(messenger.postCard({ kind: 'person', person: 'left-the-file' }, content));
    expect(gone).toMatchObject({ transient: false });
  });

  it.each([
    { fault: { kind: 'status', status: 429, retryAfterSeconds: 3 }, status: 429, retryAfter: 3_000 },
    { fault: { kind: 'status', status: 412 }, status: 412, retryAfter: undefined },
    { fault: { kind: 'status', status: 503 }, status: 503, retryAfter: undefined },
    { fault: { kind: 'reset' }, status: undefined, retryAfter: undefined },
    { fault: { kind: 'lost-answer' }, status: undefined, retryAfter: undefined },
    { fault: { kind: 'silence' }, status: undefined, retryAfter: undefined },
  ] as const)('sends once and may be repeated after $fault', async ({ fault, status, retryAfter }) => {
    if (fault.kind === 'silence') messenger = messengerWith({ requestTimeout: 500 });
    const hit = connector.misbehave({ fault });
    const failure = await failing(post());
    expect(failure).toBeInstanceOf(DeliveryFailure);
    expect(failure).toMatchObject({ transient: true, status, retryAfter });
    expect(hit.hits).toBe(1);
  });

  it.each([
    { header: new Date(sampleTime + 7_000).toUTCString(), retryAfter: 7_000 - (sampleTime % 1_000) },
    { header: new Date(sampleTime - 60_000).toUTCString(), retryAfter: 0 },
    { header: new Date(sampleTime + 400 * 86_400_000).toUTCString(), retryAfter: 3_600_000 },
    { header: '5', retryAfter: 5_000 },
    { header: '0', retryAfter: 0 },
    { header: '999999999999', retryAfter: 3_600_000 },
    { header: 'bald', retryAfter: undefined },
    { header: '-5', retryAfter: undefined },
    { header: '', retryAfter: undefined },
  ])('waits as long as Retry-After says in either form: "$header"', async ({ header, retryAfter }) => {
    connector.misbehave({ fault: { kind: 'status', status: 429, retryAfterHeader: header } });
    expect(await failing(post())).toMatchObject({ transient: true, status: 429, retryAfter });
  });

  it('follows the service URL that the channel was seen at last', async () => {
    installation = sampleInstallation('http://127.0.0.1:1');
    dispatch = { kind: 'channel', address: installation.dispatchChannel };
    const { tenant, conversation } = installation.dispatchChannel;
    const { serviceUrl } = connector;
    await stores.conversations.save({
      laneKey: laneKey(dispatch),
      conversation,
      serviceUrl,
      tenant,
      seenAt: 0,
    });
    await post();
    expect(seen().shows()).toHaveLength(1);
  });
});
