import { defined } from '../../../../../src/defined';
import type { ConnectorFactory } from 'botframework-connector';
import { createLogger } from '../../../../../src/adapters/logging';
import type { Conversation } from '../../../../../src/adapters/teams/inbound/conversation';
import { Identities } from '../../../../../src/adapters/teams/inbound/identity';

const channel: Conversation = {
  kind: 'channel',
  id: '19:x@thread.tacv2',
  tenant: 'host',
  serviceUrl: 'http://127.0.0.1:1',
  team: undefined,
};

/** A member endpoint that answers as told, and what it was asked. */
function rosterOf(answer: (id: string) => unknown, patience?: number) {
  const asked: string[] = [];
  const connectors = {
    create: () =>
      Promise.resolve({
        conversations: {
          getConversationMember: (conversation: string, id: string) => {
            asked.push(`${conversation} ${id}`);
            return Promise.resolve().then(() => answer(id));
          },
        },
      }),
  } as unknown as ConnectorFactory;
  const logged: string[] = [];
  const logger = createLogger({ stream: { write: (line) => void logged.push(line) } });
  return {
    identities: new Identities(connectors, logger, { now: () => 0 }, defined({ patience })),
    asked,
    logged,
  };
}

describe('who wrote or pressed', () => {
  it('takes tenant and object id from the roster', async () => {
    const { identities } = rosterOf(() => ({ id: '29:a', aadObjectId: 'object', tenantId: 'own' }));
    expect(await identities.of(channel, '29:a')).toEqual({ tenant: 'own', objectId: 'object' });
  });

  it('knows somebody whose ids come in capitals', async () => {
    const { identities } = rosterOf(() => ({ id: '29:a', aadObjectId: 'OBJECT-A', tenantId: 'Own' }));
    expect(await identities.of(channel, '29:a')).toEqual({ tenant: 'own', objectId: 'object-a' });
  });

  it('asks once for each person and hosting tenant, also when asked at once', async () => {
    const { identities, asked } = rosterOf((id) => ({ objectId: `o-${id}`, tenantId: 'own' }));
    await Promise.all([identities.of(channel, '29:a'), identities.of(channel, '29:a')]);
    await identities.of({ ...channel, id: '19:other@thread.tacv2' }, '29:a');
    expect(asked).toHaveLength(1);
    await identities.of({ ...channel, tenant: 'another' }, '29:a');
    expect(asked).toHaveLength(2);
  });

  it('gives nobody an identity without an answer, and asks again the next time', async () => {
    let down = true;
    const { identities, asked, logged } = rosterOf(() => {
      if (down) throw new Error('403 for 29:a');
      return { objectId: 'object', tenantId: 'own' };
    });
    expect(await identities.of(channel, '29:a')).toBeUndefined();
    down = false;
    expect(await identities.of(channel, '29:a')).toEqual({ tenant: 'own', objectId: 'object' });
    expect(asked).toHaveLength(2);
    expect(logged.join('')).not.toContain('29:a');
  });

  it('does not wait for ever for an answer, and takes one that comes late for the next time', async () => {
    let answer: (member: object) => void = () => undefined;
    const late = new Promise((resolve) => (answer = resolve));
    const { identities, asked } = rosterOf(() => late, 1);
    expect(await identities.of(channel, '29:a')).toBeUndefined();
    expect(await identities.of(channel, '29:a')).toBeUndefined();
    answer({ objectId: 'object', tenantId: 'own' });
    await late;
    expect(await identities.of(channel, '29:a')).toEqual({ tenant: 'own', objectId: 'object' });
    expect(asked).toHaveLength(1);
  });

  it.each([
    { aadObjectId: 'object', objectId: null, tenantId: 'own' },
    { aadObjectId: 'object', objectId: '', tenantId: 'own' },
    { aadObjectId: null, objectId: 'object', tenantId: 'own', name: null },
  ])('knows somebody of whom the roster leaves something else out: %j', async (member) => {
    const { identities } = rosterOf(() => member);
    expect(await identities.of(channel, '29:a')).toEqual({ tenant: 'own', objectId: 'object' });
  });

  it.each([
    { what: 'the tenant', member: { aadObjectId: 'object' } },
    { what: 'the object id', member: { tenantId: 'own' } },
    { what: 'everything', member: undefined },
  ])('gives nobody an identity where the roster leaves out $what', async ({ member }) => {
    const { identities } = rosterOf(() => member);
    expect(await identities.of(channel, '29:a')).toBeUndefined();
  });
});
