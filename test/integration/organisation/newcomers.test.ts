import { channels, Desk } from '../../support/desk';
import { stranger } from '../../support/sample-teams';

const informed = 'Die Prozessverantwortlichen sind informiert.';
const ids = /29:|c0000000-|19:|thread/;

describe('given somebody who is nobody yet', () => {
  let desk: Desk;
  beforeEach(async () => {
    desk = await Desk.open();
  });
  afterEach(() => desk.close());

  const asksIn = async (channel: string, who = stranger) => {
    const view = desk.as(who).in(channel);
    await view.writes('@Software-Pflege Kennungen');
    await desk.delivered();
    return view.shows().at(-1)?.text ?? '';
  };
  const name = () => desk.as(stranger).account.name;
  const told = () =>
    desk
      .as('dispatcher-1')
      .in(channels.dispatch)
      .shows()
      .filter(({ text }) => text.includes('möchte aufgenommen werden'));

  it.each([
    [channels.nord, 'Netz Nord GmbH'],
    [channels.journal, 'Kanal von Betriebstagebuch'],
  ])(
    'when they write "Kennungen" in %s, then the process owners are told once, and they read that it is so',
    async (channel, place) => {
      expect(await asksIn(channel)).toContain(informed);
      expect(await asksIn(channel)).toContain(informed);
      const [post, ...others] = told();
      expect(others).toEqual([]);
      expect(post?.text).toContain(`${name()} möchte aufgenommen werden. Geschrieben in: ${place}.`);
      expect(post?.text).not.toMatch(ids);
      expect(post?.mentions).toEqual(['prozess']);
      expect(post?.card?.buttons).toEqual(['Aufnehmen']);
    },
  );

  it('when they write it in their private chat, then it is told so, and nothing of it in another place', async () => {
    const chat = desk.as(stranger).chat();
    await chat.writes('Kennungen');
    await desk.delivered();
    expect(chat.shows().at(-1)?.text).toContain(informed);
    expect(told().map(({ text }) => text)).toEqual([
      expect.stringContaining(`${name()} möchte aufgenommen werden. Geschrieben im privaten Chat.`),
    ]);
    for (const place of [channels.nord, channels.journal]) {
      expect(desk.as(stranger).in(place).text()).not.toContain('aufgenommen');
    }
  });

  it('when Teams does not say their name any more, then it is told without', async () => {
    await desk.as(stranger).in(channels.nord).writes('@Software-Pflege Hilfe');
    desk.connector.misbehave({ fault: { kind: 'status', status: 403 }, path: /\/members\// });
    expect(await asksIn(channels.nord)).toContain(informed);
    expect(told().map(({ text }) => text)).toEqual([
      expect.stringContaining('Jemand möchte aufgenommen werden; den Namen nennt Teams zurzeit nicht.'),
    ]);
  });

  it('when Teams does not say who they are, then nobody is told, as they may be known', async () => {
    desk.connector.misbehave({ fault: { kind: 'status', status: 403 }, path: /\/members\// });
    expect(await asksIn(channels.nord)).not.toContain(informed);
    expect(told()).toEqual([]);
  });

  it('when somebody known writes it, then nobody is told', async () => {
    expect(await asksIn(channels.dispatch, 'dispatcher-1')).not.toContain(informed);
    expect(told()).toEqual([]);
  });

  it('when it is no place where they write it, then nobody is told', async () => {
    desk.connector.world.groupChats.push({
      id: '19:runde@thread.v2',
      name: 'Runde',
      tenantId: desk.connector.world.bot.tenantId,
      members: ['dispatcher-1', stranger],
      installed: true,
    });
    expect(await asksIn('Runde')).not.toContain(informed);
    expect(told()).toEqual([]);
  });
});
