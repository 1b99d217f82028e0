import type { ConnectorClient } from 'botframework-connector';
import { ChannelRosters } from '../../../../../src/adapters/teams/sender/channel-roster';
import { installation } from '../../../../support/installation';

const person = installation.people[0];

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
  const rosters = new ChannelRosters({
    clock: { now: () => 0 },
    unavailable: (error) => {
      throw error;
    },
    patience: 60_000,
  });
  return {
    lookUp: () => rosters.memberFor(client, '19:x@thread.tacv2', person as never),
    asked: () => asked,
  };
}

describe('a roster whose tokens never end', () => {
  it('is read to a bound of pages, though they are empty', async () => {
    const { lookUp, asked } = endless(() => []);
    expect(await lookUp()).toBe('absent');
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
    expect(await lookUp()).toBe('absent');
    expect(asked()).toBe(50);
  });
});
