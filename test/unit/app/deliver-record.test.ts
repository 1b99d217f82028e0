import { createRecordCardsFollowing } from '../../../src/app/follow-record-cards';
import type { OrganisationEvent } from '../../../src/domain/organisation/changes';
import type { AccessTask } from '../../../src/domain/organisation/installation';
import { recordsOf } from '../../../src/domain/organisation/records';
import { berlin } from '../../support/given';
import { dispatch, nord, sendingWorld } from '../../support/sending-world';
import { StoreAway } from '../../support/store-away';

const platform = 'channel:19:platform@thread.tacv2';
const at = berlin('2026-06-10T10:00');
const grant: AccessTask = {
  id: 'grant.nord.journal.1',
  kind: 'grant',
  operator: 'nord',
  module: 'journal',
  since: at,
  reminders: 0,
};
const done: AccessTask = {
  ...grant,
  outcome: { kind: 'done', at, by: 'platform', reference: 'nord-lesend' },
};
const recorded = (task: AccessTask): OrganisationEvent => ({ type: 'accessTaskRecorded', task });
const ends = (contract: string, to: string, daysBefore: number): OrganisationEvent => ({
  type: 'contractEndReminded',
  reminder: { contract, to, daysBefore },
});

const moved = '19:platform-2@thread.tacv2';

describe('what follows from contracts, told in Teams (process 8)', () => {
  let world: ReturnType<typeof sendingWorld>;
  beforeEach(() => {
    world = sendingWorld();
  });
  afterEach(() => world.stop());

  const told = () => world.messenger.sent.map(({ what, lane, says }) => `${what} ${lane} ${says}`);
  async function records(...events: readonly OrganisationEvent[]) {
    await world.records(...events);
    await world.deliver();
  }

  it('given a task that arises, then its card stands in the platform’s place and the platform maintainers are called in its thread', async () => {
    await records(recorded(grant));
    expect(told()).toEqual([
      `post ${platform} ${grant.id} open`,
      `access ${platform} ${grant.id} 0 at 1 platform`,
    ]);
  });

  it('given several tasks of one day, then each has its card and one call tells of all', async () => {
    const revoke = { ...grant, id: 'revoke.nord.outage.2', kind: 'revoke', module: 'outage' } as const;
    await records(recorded(grant), recorded(revoke));
    expect(told()).toEqual([
      `post ${platform} ${grant.id} open`,
      `post ${platform} ${revoke.id} open`,
      `access ${platform} ${grant.id} 0,${revoke.id} 0 platform`,
    ]);
  });

  it('given a task that is done, then its card is edited and nobody is called', async () => {
    await records(recorded(grant));
    await records(recorded(done));
    expect(told().slice(2)).toEqual([`edit ${platform} ${grant.id} done`]);
  });

  it('given a task that is done before it was told, then nothing is told', async () => {
    await world.records(recorded(grant));
    await records(recorded(done));
    expect(told()).toEqual([]);
  });

  it('given access that was taken over, then there is no card', async () => {
    await records(recorded({ ...grant, outcome: { kind: 'takenOver', at } }));
    expect(told()).toEqual([]);
  });

  it('given a task that is reminded of, then the platform maintainers are called again in the thread of its card', async () => {
    await records(recorded(grant));
    await records(recorded({ ...grant, reminders: 1 }));
    expect(told().at(-1)).toBe(`access ${platform} ${grant.id} 1 at 1 platform`);
  });

  it('given a reminder that another one has followed while nothing was sent, then the later one is told alone', async () => {
    await records(recorded(grant));
    await world.records(recorded({ ...grant, reminders: 1 }));
    await records(recorded({ ...grant, reminders: 3 }));
    expect(
      told()
        .filter((each) => each.startsWith('access'))
        .slice(1),
    ).toEqual([`access ${platform} ${grant.id} 3 at 1 platform`]);
  });

  it('given a card that somebody deleted, then it is posted anew with the next change', async () => {
    await records(recorded(grant));
    world.messenger.gone.add('1');
    await records(recorded(done));
    expect(told().at(-1)).toBe(`post ${platform} ${grant.id} done`);
  });

  it('given a kill after anything was sent, then nothing is told again', async () => {
    await records(recorded(grant));
    const before = told();
    world.restart();
    await world.deliver();
    expect(told()).toEqual(before);
  });

  it('given a store that does not take the card that was posted, then it is not posted twice', async () => {
    const { recordCards } = world.stores;
    const save = recordCards.save.bind(recordCards);
    let fails = true;
    recordCards.save = (card) => {
      if (!fails) return save(card);
      fails = false;
      return Promise.reject(new StoreAway());
    };
    await records(recorded(grant));
    await world.deliver();
    expect(told().filter((each) => each.startsWith('post'))).toEqual([`post ${platform} ${grant.id} open`]);
    expect(await recordCards.find({ kind: 'accessTask', id: grant.id }, platform)).toMatchObject({
      activityId: '1',
    });
  });

  describe('given a card that stands', () => {
    let follow: () => Promise<void>;
    beforeEach(async () => {
      await records(recorded(grant));
      const { deps, stores } = world;
      follow = createRecordCardsFollowing({
        ...stores,
        ...deps,
        recorded: { ...deps.recorded, version: () => deps.recorded.changes().length },
        effectsWaiting: () => undefined,
      });
    });
    const platformIsIn = (conversation: string) =>
      world.edits((before) => ({
        ...before,
        platformChannel: { ...before.platformChannel, conversation },
      }));
    async function follows() {
      const before = told().length;
      await follow();
      await world.deliver();
      // Each conversation at its own pace.
      return told().slice(before).sort();
    }

    it('when the platform’s place is reached elsewhere, then the task stands there, and the former card says so', async () => {
      platformIsIn(moved);
      expect(await follows()).toEqual([
        `edit ${platform} abgegeben`,
        `post channel:${moved} ${grant.id} open`,
      ]);
      expect(await follows()).toEqual([]);
    });

    it('when the place comes back, then its card there is the task’s again', async () => {
      platformIsIn(moved);
      await follows();
      platformIsIn('19:platform@thread.tacv2');
      expect(await follows()).toEqual([
        `edit channel:${moved} abgegeben`,
        `edit ${platform} ${grant.id} open`,
      ]);
    });

    it('when nothing has changed, then nothing is sent, by whichever process', async () => {
      expect(await follows()).toEqual([]);
      await world.becomes('2026-06-11T10:00');
      expect(await follows()).toEqual([]);
    });

    it('when the operator is called otherwise, then its card says so', async () => {
      const nordToday = recordsOf(world.installation).organisations.filter(({ id }) => id === 'nord');
      await records(
        ...nordToday.map(
          (each) =>
            ({ type: 'organisationRecorded', organisation: { ...each, name: `${each.name} AG` } }) as const,
        ),
      );
      expect(await follows()).toEqual([`edit ${platform} ${grant.id} open`]);
      expect(await follows()).toEqual([]);
    });

    it('when something else has changed, then nothing is sent', async () => {
      await records({ type: 'dutyRecorded', duty: { day: '2026-06-11', dispatchers: ['dispatcher-1'] } });
      expect(await follows()).toEqual([]);
    });

    it('when the task was done since, then it does not go along', async () => {
      await records(recorded(done));
      platformIsIn(moved);
      expect(await follows()).toEqual([`edit ${platform} abgegeben`]);
    });
  });

  it('given a contract that ends, then the process owners and its operator are told, with those responsible for its packages first', async () => {
    world.edits((before) => ({
      ...before,
      contracts: before.contracts.map((contract) =>
        contract.id === 'nord-journal'
          ? { ...contract, to: '2026-09-08', packageContact: 'nord-2' }
          : contract,
      ),
    }));
    await records(ends('nord-journal', '2026-09-08', 90));
    expect(told()).toEqual([
      `ends ${dispatch} nord-journal 90 owner`,
      `ends ${nord} nord-journal 90 nord-2,nord-1`,
    ]);
  });

  it('given contracts of two operators, then each is told of its own alone', async () => {
    world.edits((before) => ({
      ...before,
      contracts: before.contracts.map((contract) =>
        contract.module === 'journal' ? { ...contract, to: '2026-09-08' } : contract,
      ),
    }));
    await records(ends('nord-journal', '2026-09-08', 90), ends('sued-journal', '2026-09-08', 90));
    const byLane = world.messenger.sent.map(({ lane, says }) => `${lane} ${says.split(' ')[0] ?? ''}`);
    expect(new Set(byLane)).toEqual(
      new Set([
        `${dispatch} nord-journal`,
        `${nord} nord-journal`,
        'person:sued-1 sued-journal',
        'person:sued-2 sued-journal',
      ]),
    );
    expect(world.messenger.sent[0]?.says).toBe('nord-journal 90,sued-journal 90 owner');
  });

  it('given a contract whose end has moved before it was told, then nothing is told', async () => {
    await records(ends('nord-journal', '2026-09-08', 90));
    expect(told()).toEqual([]);
  });
});
