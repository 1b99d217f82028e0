import { DeliveryFailure } from '../../../src/app/ports/messenger';
import { createLease } from '../../../src/app/lease';
import type { Installation } from '../../../src/domain/organisation/installation';
import { releasedFor } from '../../../src/app/queries/released-for';
import { sampleCompletion } from '../../support/tickets';
import { type CommandText, reportByNord } from '../../support/given';
import { installation } from '../../support/installation';
import { accept, assign, dispatch, journal, nord, sendingWorld } from '../../support/sending-world';

describe('sending what follows from a write', () => {
  it('posts one card per conversation and then edits it', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.deliver();
    expect(at.messenger.sent.filter((each) => each.lane === nord)).toEqual([
      { what: 'post', lane: nord, says: 'requested v1' },
      { what: 'edit', lane: nord, says: 'accepted v3' },
    ]);
  });

  it('asks once for each delivery that arrives whether its ticket had problems, and once to draw the dispatchers’ card', async () => {
    const at = sendingWorld();
    const asking = jest.spyOn(at.stores.deliveries, 'problemsOf');
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    const sent = at.stores.deliveries.all().filter(({ status }) => status === 'sent');
    expect(sent.length).toBeGreaterThan(1);
    expect(asking).toHaveBeenCalledTimes(sent.length + 1);
  });

  it('shows only the last state where several changes came before the sending', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    await at.deliver();
    expect(at.messenger.sent.filter((each) => each.lane === dispatch)).toEqual([
      { what: 'post', lane: dispatch, says: 'accepted v4' },
    ]);
    expect(at.messenger.sent.filter((each) => each.lane === journal)).toEqual([
      { what: 'post', lane: journal, says: 'accepted v4' },
      { what: 'mention', lane: journal, says: 'assigned maintainer-a1' },
    ]);
  });

  it('reaches an organisation without a channel in the private chats of its contact people', async () => {
    const at = sendingWorld();
    await at.does('sued-1', 'operator', { ...reportByNord, operator: 'sued' } as CommandText);
    await at.deliver();
    expect(at.messenger.sent.map((each) => each.lane).sort()).toEqual([
      dispatch,
      'person:sued-1',
      'person:sued-2',
    ]);
  });

  it('edits the card of a place that lost the ticket, and says nothing more there', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    await at.deliver();
    await at.does('maintainer-a1', 'maintainer', { type: 'handBack', reason: 'x' }, number);
    await at.does('dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high' }, number);
    await at.deliver();
    expect(at.messenger.sent.filter((each) => each.lane === journal).slice(2)).toEqual([
      { what: 'edit', lane: journal, says: 'abgegeben' },
    ]);
  });

  it('posts a replacement where the card is gone', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    at.messenger.gone = new Set(['1', '2']);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.deliver();
    expect(at.messenger.sent.filter((each) => each.lane === nord).map((each) => each.what)).toEqual([
      'post',
      'post',
    ]);
  });
});

describe('the release information (process 6)', () => {
  const test = { environment: 'QS', steps: 'x', result: 'y' };
  async function releasedWorld() {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    const start: CommandText = { type: 'beginWork', immediateStartReason: 'x' };
    await at.does('maintainer-a1', 'maintainer', start, number);
    const complete: CommandText = { type: 'completeWork', completion: sampleCompletion };
    await at.does('maintainer-a1', 'maintainer', complete, number);
    await at.does('dispatcher-1', 'dispatcher', { type: 'beginTest' }, number);
    await at.deliver();
    const close: CommandText = { type: 'releaseAndClose', record: test, noticeText: 'Behoben.' };
    await at.does('dispatcher-1', 'dispatcher', close, number);
    at.messenger.sent.length = 0;
    return { at, number };
  }
  const sentTo = (at: ReturnType<typeof sendingWorld>, lane: string) =>
    at.messenger.sent.filter((each) => each.lane === lane).map(({ what, says }) => `${what} ${says}`);

  it('is a card of its own beside the ticket’s, in every lane of each affected operator', async () => {
    const { at } = await releasedWorld();
    await at.deliver();
    expect(sentTo(at, nord)).toEqual(['edit closed v8', 'post notice nord', 'mention closed nord-1,nord-2']);
    expect(sentTo(at, 'person:sued-1')).toEqual(['post notice sued', 'mention closed sued-1,sued-2']);
    expect(sentTo(at, 'person:sued-2')).toEqual(['post notice sued', 'mention closed sued-1,sued-2']);
    expect(sentTo(at, journal)).toEqual(['edit closed v8']);
  });

  it('is edited in all lanes of the operator that confirmed it, and on the dispatcher’s card', async () => {
    const { at, number } = await releasedWorld();
    await at.deliver();
    at.messenger.sent.length = 0;
    await at.does('sued-1', 'operator', { type: 'confirmNotice' }, number);
    await at.deliver();
    expect(at.messenger.sent.map(({ what, lane, says }) => `${lane} ${what} ${says}`).sort()).toEqual([
      `${dispatch} edit closed v9`,
      'person:sued-1 edit notice sued confirmed',
      'person:sued-2 edit notice sued confirmed',
    ]);
  });

  it('is told on the dispatcher’s card where an operator cannot be reached', async () => {
    const { at, number } = await releasedWorld();
    at.restart({
      directory: {
        installation: () => ({
          ...installation,
          organisations: installation.organisations.map((each) => ({ ...each, contactPeople: [] })),
        }),
      },
    });
    await at.deliver();
    expect(await at.stores.deliveries.problemsOf(number)).toEqual([
      { kind: 'unreachable', place: { kind: 'organisation', organisation: 'sued' } },
    ]);
  });

  it('is listed for the operators it went to, newest first and once', async () => {
    const { at, number } = await releasedWorld();
    at.restart({
      tickets: Object.assign(Object.create(at.stores.tickets) as typeof at.stores.tickets, {
        effectsPlanned: () => {
          throw new Error('killed');
        },
      }),
    });
    await at.deliver();
    at.restart();
    await at.deliver();
    const list = await releasedFor(at.stores, 'sued', { limit: 10 });
    expect(list).toMatchObject({
      total: 1,
      notices: [
        { ticket: number, module: 'journal', fixVersion: '2.3.1', packageReference: 'journal-2.3.1' },
      ],
    });
    expect(JSON.stringify(list)).not.toContain('nord');
    expect((await releasedFor(at.stores, 'elsewhere', { limit: 10 })).total).toBe(0);
    await at.stores.notices.publish([{ ...list.notices[0]!, id: 'later', releasedAt: at.clock.time + 1 }]);
    const page = await releasedFor(at.stores, 'sued', { limit: 1, skip: 1 });
    expect(page).toMatchObject({ total: 2, notices: [{ ticket: number, id: `${number}:sued` }] });
  });
});

describe('when Teams fails', () => {
  it('repeats a passing failure in order and delivers once', async () => {
    const at = sendingWorld();
    let failures = 2;
    at.messenger.before = ({ lane }) => {
      if (lane === dispatch && failures-- > 0) throw new DeliveryFailure(true, 502, undefined);
    };
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(at.messenger.sent.filter((each) => each.lane === dispatch)).toHaveLength(1);
  });

  it('waits as long as Retry-After asks for', async () => {
    const at = sendingWorld();
    let failures = 1;
    at.messenger.before = ({ lane }) => {
      if (lane === dispatch && failures-- > 0) throw new DeliveryFailure(true, 429, 7_000);
    };
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(at.waits).toEqual([7_000]);
  });

  it('pauses the lane after the last attempt, leaves the others alone, and goes on later with nothing lost', async () => {
    const at = sendingWorld();
    let down = true;
    at.messenger.before = ({ lane }) => {
      if (lane === dispatch && down) throw new DeliveryFailure(true, undefined, undefined);
    };
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(at.messenger.sent.map((each) => each.lane)).toEqual([nord]);
    expect(at.reports.some((report) => report.kind === 'paused')).toBe(true);
    down = false;
    await at.deliver();
    expect(at.messenger.sent).toHaveLength(1);
    at.clock.time += 60_001;
    await at.deliver();
    expect(at.messenger.sent.map((each) => each.lane)).toEqual([nord, dispatch]);
  });

  it('gives up what is refused for good, and the dispatcher’s card says so', async () => {
    const at = sendingWorld();
    at.messenger.before = ({ lane }) => {
      if (lane === nord) throw new DeliveryFailure(false, 403, undefined);
    };
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(at.messenger.sent.slice(-2)).toEqual([
      { what: 'edit', lane: dispatch, says: 'requested v1 refused' },
      { what: 'trouble', lane: dispatch, says: 'organisation:nord 1 | owner' },
    ]);
  });

  it('says on the card of the ticket itself that a place has no channel, not on those that are linked to it', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    const linked = await at.does('nord-1', 'operator', reportByNord);
    await at.does(
      'dispatcher-1',
      'dispatcher',
      { type: 'linkTicket', other: linked, kind: 'related' },
      number,
    );
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.deliver();
    const modules = installation.modules.map(({ id, name }) => ({ id, name }));
    at.restart({ directory: { installation: () => ({ ...installation, modules }) } });
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    await at.deliver();
    expect(await at.stores.deliveries.problemsOf(number)).toEqual([
      { kind: 'unreachable', place: { kind: 'module', module: 'journal' } },
    ]);
    expect(await at.stores.deliveries.problemsOf(linked)).toEqual([]);
  });

  it('says on the dispatcher’s card who is not in the roster', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    at.messenger.gone.add('maintainer-a1');
    await at.deliver();
    expect(at.messenger.sent.filter((each) => each.lane === dispatch).at(-1)?.says).toBe(
      'accepted v4 notInRoster',
    );
  });

  it('reports a fault of its own, and keeps what is due', async () => {
    const at = sendingWorld();
    at.messenger.before = ({ lane }) => {
      if (lane === dispatch) throw new Error('a bug');
    };
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(at.reports.some((report) => report.kind === 'failed')).toBe(true);
    expect(await at.stores.deliveries.backlog()).toEqual({ due: 1, retried: 1 });
  });
});

describe('killed in the middle, nothing is lost', () => {
  class Killed extends Error {}
  const kill = (): never => {
    throw new Killed();
  };
  /** What must be seen in the end, however often the process died on the way. */
  async function expectDelivered(at: ReturnType<typeof sendingWorld>) {
    at.restart();
    // Nothing that was due when the process died waits for more than the pause of its lane.
    at.clock.time += 60_001;
    await at.deliver();
    for (const lane of [nord, dispatch]) {
      const shown = at.messenger.sent.filter((each) => each.lane === lane);
      expect(shown.map((each) => each.says)).toContain('requested v1');
      expect(shown.length).toBeLessThanOrEqual(2);
    }
    expect(await at.stores.deliveries.backlog()).toEqual({ due: 0, retried: 0 });
  }

  it('after the write, which is also the mark', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    await expectDelivered(at);
  });

  it('while the effects are being put into the deliveries', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    const { deliveries } = at.stores;
    at.restart({
      deliveries: Object.assign(Object.create(deliveries) as typeof deliveries, { enqueue: kill }),
    });
    await at.deliver();
    expect(at.messenger.sent).toEqual([]);
    await expectDelivered(at);
  });

  it('after the upsert, before the mark is taken away', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    const { tickets } = at.stores;
    at.restart({
      tickets: Object.assign(Object.create(tickets) as typeof tickets, { effectsPlanned: kill }),
    });
    await at.deliver();
    await expectDelivered(at);
    expect(at.messenger.sent).toHaveLength(2);
  });

  it('before the send', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    at.messenger.before = kill;
    await at.deliver();
    at.messenger.before = () => undefined;
    await expectDelivered(at);
    expect(at.messenger.sent).toHaveLength(2);
  });

  it('after the send, before it is recorded: said twice at the most', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    const { cards } = at.stores;
    at.restart({ cards: Object.assign(Object.create(cards) as typeof cards, { save: kill }) });
    await at.deliver();
    await expectDelivered(at);
  });

  it('after the card was recorded, before the delivery was: not said again', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    const { deliveries } = at.stores;
    at.restart({ deliveries: Object.assign(Object.create(deliveries) as typeof deliveries, { sent: kill }) });
    await at.deliver();
    await expectDelivered(at);
    expect(at.messenger.sent).toHaveLength(2);
  });
});

describe('several processes on one store', () => {
  it('send only from the one that holds the lease; the other takes over when it ends', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    await at.stores.leases.replace('sending', undefined, 'elsewhere');
    await at.deliver();
    expect(at.messenger.sent).toEqual([]);
    at.clock.time += 15_001;
    await at.deliver();
    expect(at.messenger.sent).toHaveLength(2);
  });

  it('send each card once although the clock of one is 20 s ahead (leases know no clock)', async () => {
    const at = sendingWorld();
    const ahead = at.beside('ahead', 20_000);
    const number = await at.does('nord-1', 'operator', reportByNord);
    const commands: readonly CommandText[] = [accept, assign, { type: 'changePriority', priority: 'high' }];
    for (const command of commands) {
      await Promise.all([at.deliver(), ahead.deliver()]);
      await at.does('dispatcher-1', 'dispatcher', command, number);
      at.clock.time += 4_000;
    }
    await Promise.all([at.deliver(), ahead.deliver()]);
    expect(ahead.messenger.sent).toEqual([]);
    const posts = at.messenger.sent.filter(({ what }) => what === 'post');
    expect(new Set(posts.map(({ lane }) => lane)).size).toBe(posts.length);
  });

  it('do not send any more where the lease ran out while waiting', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    at.messenger.before = () => {
      throw new DeliveryFailure(true, 429, 5_000);
    };
    at.restart({
      wait: () => {
        at.clock.time += 15_001;
        return Promise.resolve();
      },
      leases: Object.assign(Object.create(at.stores.leases) as typeof at.stores.leases, {
        replace: (() => {
          let first = true;
          return () => {
            const record = first ? { holder: 'here', term: 'first' } : undefined;
            first = false;
            return Promise.resolve(record);
          };
        })(),
      }),
    });
    await at.deliver();
    expect(await at.stores.deliveries.backlog()).toEqual({ due: 3, retried: 0 });
  });

  it('pause a lane for a long Retry-After instead of waiting for it', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    at.messenger.before = ({ lane }) => {
      if (lane === dispatch) throw new DeliveryFailure(true, 429, 120_000);
    };
    await at.deliver();
    expect(at.waits).toEqual([]);
    expect(await at.stores.deliveries.lanesDue(at.clock.time + 119_999)).not.toContain(dispatch);
    expect(await at.stores.deliveries.lanesDue(at.clock.time + 120_000)).toContain(dispatch);
  });

  it('stop after what is under way, and release the lease', async () => {
    const at = sendingWorld();
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    await at.stop();
    expect(await at.stores.leases.find('sending')).toBeUndefined();
  });
});

describe('a place that is reached elsewhere by the time of sending (process 1)', () => {
  const swapped: Installation = {
    ...installation,
    organisations: installation.organisations.map((each) => {
      if (each.id === 'nord' && each.channel !== undefined)
        return { ...each, channel: { ...each.channel, conversation: '19:nord-neu@thread.tacv2' } };
      const former = installation.organisations.find(({ id }) => id === 'nord')?.channel;
      return each.id === 'sued' && former !== undefined ? { ...each, channel: former } : each;
    }),
  };

  it('given its channel is another one’s now, then nothing of the ticket goes there, but to where it reads now', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    at.messenger.before = () => {
      throw new DeliveryFailure(true, 502, undefined);
    };
    await at.does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'x' }, number);
    await at.deliver();
    at.messenger.before = () => undefined;
    at.clock.time += 60_001;
    at.restart({ directory: { installation: () => swapped } });
    await at.deliver();
    await at.deliver();
    const lanes = at.messenger.sent.map(({ what, lane }) => `${what} ${lane}`);
    expect(lanes.filter((each) => each.endsWith(nord))).toEqual([]);
    expect(lanes).toContain('post channel:19:nord-neu@thread.tacv2');
    expect(lanes).toContain('mention channel:19:nord-neu@thread.tacv2');
  });

  it('given a contact person who has left, then nothing is sent to them', async () => {
    const at = sendingWorld();
    await at.does('sued-1', 'operator', { ...reportByNord, operator: 'sued' } as CommandText);
    const organisations = installation.organisations.map((each) =>
      each.id === 'sued' ? { ...each, contactPeople: ['sued-2'] } : each,
    );
    at.messenger.before = () => {
      throw new DeliveryFailure(true, 502, undefined);
    };
    await at.deliver();
    at.messenger.before = () => undefined;
    at.clock.time += 60_001;
    at.restart({ directory: { installation: () => ({ ...installation, organisations }) } });
    await at.deliver();
    expect(at.messenger.sent.map(({ lane }) => lane)).toEqual(
      expect.arrayContaining([dispatch, 'person:sued-2']),
    );
    expect(at.messenger.sent.filter(({ lane }) => lane === 'person:sued-1')).toEqual([]);
  });
});

describe('a ticket linked to another (process 3)', () => {
  it('given the other cannot be told of it, then its own cards do not name it yet, and all is made up for later', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    const other = await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    await at.does('dispatcher-1', 'dispatcher', { type: 'linkTicket', other, kind: 'related' }, number);
    const { tickets } = at.stores;
    const append = () => Promise.reject(new Error('the store is gone'));
    at.restart({ tickets: Object.assign(Object.create(tickets) as typeof tickets, { append }) });
    await at.deliver();
    expect(at.reports.filter(({ kind }) => kind === 'failed')).toHaveLength(1);
    expect(await at.stores.deliveries.backlog()).toEqual({ due: 0, retried: 0 });
    at.restart();
    at.messenger.sent.length = 0;
    at.clock.time += 10_001;
    await at.deliver();
    expect(at.messenger.sent.filter(({ lane }) => lane === dispatch)).toHaveLength(2);
    expect((await tickets.find(other))?.ticket.links).toMatchObject([{ number }]);
  });

  it('given an earlier delivery shows the link, when the place loses the other before both are relayed, then its card forgets it', async () => {
    const at = sendingWorld();
    const number = await at.does('nord-1', 'operator', reportByNord);
    const other = await at.does('nord-1', 'operator', reportByNord);
    for (const each of [number, other]) {
      await at.does('dispatcher-1', 'dispatcher', accept, each);
      await at.does('dispatcher-1', 'dispatcher', assign, each);
    }
    await at.deliver();
    const { deliveries } = at.stores;
    let linked = false;
    const nextIn: typeof deliveries.nextIn = async (key, now) => {
      if (key === journal && !linked) {
        linked = true;
        await at.does('dispatcher-1', 'dispatcher', { type: 'linkTicket', other, kind: 'related' }, number);
      }
      return deliveries.nextIn(key, now);
    };
    await at.does('dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high' }, number);
    at.restart({ deliveries: Object.assign(Object.create(deliveries) as typeof deliveries, { nextIn }) });
    await at.deliver();
    const inJournal = () => at.messenger.sent.filter(({ lane }) => lane === journal).map(({ says }) => says);
    expect(inJournal().at(-1)).toContain(`with ${other}`);
    await at.does('maintainer-a1', 'maintainer', { type: 'handBack', reason: 'Anderes Modul.' }, other);
    at.messenger.sent.length = 0;
    at.restart();
    await at.deliver();
    expect(inJournal()).toContain('accepted v6');
    expect(inJournal().join()).not.toContain(other);
  });
});

describe('more marks than are planned within one lease', () => {
  it('given each batch takes most of a lease, when they are planned, then nobody else comes to hold it meanwhile', async () => {
    const at = sendingWorld();
    for (let reported = 0; reported < 250; reported += 1) await at.does('nord-1', 'operator', reportByNord);
    const { tickets, leases } = at.stores;
    const there = createLease({
      leases,
      name: 'sending',
      holder: 'there',
      term: 15_000,
      elapsed: () => at.clock.time,
      clock: at.clock,
    });
    const taken: boolean[] = [];
    at.restart({
      tickets: Object.assign(Object.create(tickets) as typeof tickets, {
        async withEffectsDue(now: number, limit: number) {
          taken.push(await there.renew());
          at.clock.time += 14_000;
          return tickets.withEffectsDue(now, limit);
        },
      }),
    });
    await at.deliver();
    expect(taken.slice(0, 3)).toEqual([false, false, false]);
    expect(taken).not.toContain(true);
    expect(await tickets.withEffectsDue(at.clock.time, 1)).toEqual([]);
  });
});
