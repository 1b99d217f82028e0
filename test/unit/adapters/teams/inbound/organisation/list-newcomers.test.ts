import { payloadSchema } from '../../../../../../src/adapters/teams/cards/payload';
import { listNewcomers } from '../../../../../../src/adapters/teams/inbound/handlers/organisation/list-newcomers';
import { memberNamed } from '../../../../../../src/adapters/teams/inbound/handlers/organisation/member-named';
import type { ConversationToAsk } from '../../../../../../src/app/ports/rosters';
import type { Member } from '../../../../../../src/domain/organisation/newcomers';
import { createInMemoryStores } from '../../../../../support/in-memory-stores/create-in-memory-stores';
import { installation } from '../../../../../support/installation';

const dispatch = installation.dispatchChannel.conversation;
const nord = '19:nord@thread.tacv2';

function newcomer(name: string, mail?: string): Member {
  const id = name.toLowerCase().replace(/\W+/g, '-');
  return {
    teamsId: `29:${id}`,
    name,
    identity: { tenant: 'elsewhere', objectId: id },
    ...(mail !== undefined && { mail }),
  };
}

const known = installation.people.flatMap(({ id, name, identities }) =>
  identities.map((identity) => ({ teamsId: `29:${id}`, name, identity })),
);

/** The handler's parts with a Teams that has these members, and what it was asked for. */
function partsWith(members: Readonly<Record<string, readonly Member[]>>) {
  const asked: ConversationToAsk[] = [];
  const membersOf = (conversation: ConversationToAsk) => {
    asked.push(conversation);
    return Promise.resolve(members[conversation.conversation]);
  };
  const deps = {
    directory: { installation: () => installation },
    clock: { now: () => 0 },
    conversations: createInMemoryStores().conversations,
    mode: 'dialog' as const,
    rosters: {
      membersOf,
      memberOf: async (conversation: ConversationToAsk, teamsId: string) =>
        (await membersOf(conversation))?.find((member) => member.teamsId === teamsId),
    },
  };
  return { deps, asked };
}

describe('given members of a channel who are nobody yet', () => {
  const bereitschaft = newcomer('Bereitschaft Neu', 'bereitschaft@example.org');
  const guest = newcomer('Gast', 'nord-1@example.org');
  const { deps, asked } = partsWith({ [dispatch]: [], [nord]: [...known, guest, bereitschaft] });

  it('when no channel is chosen, then the channels that the bot knows are offered, the first of them shown', async () => {
    const { filter, rows, note } = await listNewcomers(deps, { page: 1 });
    expect(filter.choices.map(({ title }) => title)).toEqual([
      'Dispatcher-Kanal',
      'Plattform-Kanal',
      'Kanal von Betriebstagebuch',
      'Kanal von Störungsinformationstool',
      'Netz Nord',
    ]);
    expect([filter.value, rows, note]).toEqual([dispatch, [], undefined]);
  });

  it('when a channel is chosen, then they are listed with whom they may be, and no known person', async () => {
    const { rows, kept } = await listNewcomers(deps, { page: 1, channel: nord });
    expect(rows.map(({ text, details }) => [text, ...details])).toEqual([
      ['Bereitschaft Neu', 'bereitschaft@example.org'],
      ['Gast', 'nord-1@example.org', 'Vielleicht schon eingetragen: Person nord-1 (Netz Nord)'],
    ]);
    expect(kept).toEqual({ channel: nord });
  });

  it('when a button is pressed, then it names the member, and Teams says who that is', async () => {
    const [row] = (await listNewcomers(deps, { page: 1, channel: nord })).rows;
    const payload = payloadSchema.parse(row?.buttons[0]?.['data']);
    expect(payload).toMatchObject({ do: 'openRecord', form: 'person' });
    expect(await memberNamed(deps, payload.do === 'openRecord' ? (payload.of ?? '') : '')).toEqual(
      bereitschaft,
    );
  });

  it.each([
    ['bereitschaft', ['Bereitschaft Neu']],
    ['  NEU bereitschaft ', ['Bereitschaft Neu']],
    ['example.org', ['Bereitschaft Neu', 'Gast']],
    ['niemand', []],
  ])('when "%s" is searched, then %j are found', async (search, names) => {
    const { rows, kept } = await listNewcomers(deps, { page: 1, channel: nord, search });
    expect(rows.map(({ text }) => text)).toEqual(names);
    expect(kept).toEqual({ channel: nord, search: search.trim() });
  });

  it('when a page of what is shown is turned, then what stands in the fields counts for nothing', async () => {
    const kept = { channel: nord, search: 'gast' };
    const { rows } = await listNewcomers(deps, { page: 1, channel: dispatch, search: 'x', kept });
    expect(rows.map(({ text }) => text)).toEqual(['Gast']);
  });

  it('when another conversation is named than those of places, then Teams is not asked for it', async () => {
    asked.length = 0;
    const { filter } = await listNewcomers(deps, { page: 1, channel: '19:foreign@thread.tacv2' });
    expect(filter.value).toBe(dispatch);
    expect(await memberNamed(deps, 'member 19:foreign@thread.tacv2 29:bereitschaft-neu')).toBeUndefined();
    expect(await memberNamed(deps, 'nord-1')).toBeUndefined();
    expect(asked.map(({ conversation }) => conversation)).toEqual([dispatch]);
  });

  it('when Teams does not tell the members, then the list says so', async () => {
    const { rows, note } = await listNewcomers(partsWith({}).deps, { page: 1, channel: nord });
    expect(rows).toEqual([]);
    expect(note).toContain('Teams nennt die Mitglieder dieses Kanals zurzeit nicht.');
  });
});

describe('given more of them than a page has room for', () => {
  const many = Array.from({ length: 23 }, (_, index) => newcomer(`Person ${String(index).padStart(2, '0')}`));
  const { deps } = partsWith({ [dispatch]: many });

  it.each([
    [1, 1, 10, 'Person 00'],
    [3, 3, 3, 'Person 20'],
    [9, 3, 3, 'Person 20'],
  ])('when page %d is asked for, then page %d of 3 has %d, from "%s"', async (asked, page, count, name) => {
    const list = await listNewcomers(deps, { page: asked });
    expect([list.page, list.pages, list.rows.length, list.rows[0]?.text]).toEqual([page, 3, count, name]);
  });
});
