import type { ConnectorClient } from 'botframework-connector';
import { ChannelRosters } from '../../../../../src/adapters/teams/sender/channel-roster';
import { installation } from '../../../../support/installation';

const person = installation.people[0];

/** Rosters that wait for every page; one that cannot be read fails the test. */
function patientRosters(): ChannelRosters {
  return new ChannelRosters({
    clock: { now: () => 0 },
    unavailable: (error) => {
      throw error;
    },
    patience: 60_000,
  });
}

/** What a roster of these pages says of the person, asked twice. */
async function lookUpIn(...pages: readonly object[]) {
  let asked = 0;
  const client = {
    conversations: {
      getConversationPagedMembers: () => Promise.resolve(pages[Math.min(asked++, pages.length - 1)]),
    },
  } as unknown as ConnectorClient;
  const rosters = patientRosters();
  const said = [];
  for (let time = 0; time < 2; time += 1)
    said.push(await rosters.memberFor(client, '19:x@thread.tacv2', person as never));
  expect(said[0]).toEqual(said[1]);
  return said[0];
}

const identity = person?.identities[0];
const me = { id: '29:me', objectId: identity?.objectId, tenantId: identity?.tenant };
const other = { id: '29:other', objectId: 'other', tenantId: identity?.tenant };
const ofElsewhere = { ...other, tenantId: 'other' };

describe('somebody who is not in what Teams gave of a roster', () => {
  it('is absent where that was all of it', async () => {
    expect(await lookUpIn({ members: [other], continuationToken: '1' }, { members: [] })).toBe('absent');
  });

  it.each([
    ['it is empty', [{ members: [] }]],
    ['it has nobody of their tenant', [{ members: [ofElsewhere] }]],
    ['it has their mail with other ids', [{ members: [other, { ...ofElsewhere, email: person?.mail }] }]],
    ['a token leads in a circle', [{ members: [other], continuationToken: '1' }]],
    [
      'it has more members than a team may have',
      [{ members: Array.from({ length: 25_001 }, (_, at) => ({ ...other, id: `29:${at}` })) }],
    ],
    [
      'a member comes with a mail address only',
      [{ members: [other, { id: '29:x', email: 'x@example.org' }] }],
    ],
    ['a member comes without anything', [{ members: [other, null] }]],
  ])('may be there where %s', async (_why, pages) => {
    expect(await lookUpIn(...pages)).toBe('unknown');
  });

  it.each([
    ['another member has no Entra id', [{ id: '29:x' }, me]],
    ['one of two ids is no text', [{ ...me, objectId: 7, aadObjectId: me.objectId }]],
    ['the tenant is no text', [{ ...me, tenantId: 7 }]],
  ])('is found where %s', async (_why, members) => {
    expect(await lookUpIn({ members })).toMatchObject({ id: '29:me' });
  });
});

/** A roster of pages that never end by themselves. */
function endless(membersOn: (page: number) => readonly object[]) {
  let asked = 0;
  const client = {
    conversations: {
      getConversationPagedMembers: () => {
        asked += 1;
        return Promise.resolve({ members: membersOn(asked), continuationToken: `token-${asked}` });
      },
    },
  } as unknown as ConnectorClient;
  const rosters = patientRosters();
  return {
    lookUp: () => rosters.memberFor(client, '19:x@thread.tacv2', person as never),
    asked: () => asked,
  };
}

describe('a roster whose tokens never end', () => {
  it('is read to a bound of pages, though they are empty', async () => {
    const { lookUp, asked } = endless(() => []);
    expect(await lookUp()).toBe('unknown');
    expect(asked()).toBe(500);
  });

  it('is read to a bound of members', async () => {
    const { lookUp, asked } = endless((page) =>
      Array.from({ length: 500 }, (_, index) => ({
        id: `29:${page}-${index}`,
        name: 'Jemand',
        objectId: `${page}-${index}`,
      })),
    );
    expect(await lookUp()).toBe('unknown');
    expect(asked()).toBe(50);
  });
});
