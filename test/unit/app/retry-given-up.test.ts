import { createGivenUpRetry } from '../../../src/app/retry-given-up';
import { DeliveryFailure } from '../../../src/app/ports/messenger';
import { berlin, reportByNord } from '../../support/given';
import { accept, dispatch, nord, sendingWorld } from '../../support/sending-world';

/** The sender with the look for what was given up, as the bot joins them. */
function worldThatLooks(...refusing: readonly string[]) {
  const at = sendingWorld();
  let closed = new Set(refusing);
  at.messenger.before = ({ lane }) => {
    if (closed.has(lane)) throw new DeliveryFailure(false, 403, undefined);
  };
  const retry = createGivenUpRetry({
    deliveries: at.stores.deliveries,
    directory: { installation: () => at.installation },
    effectsWaiting: () => undefined,
  });
  return {
    ...at,
    opens: () => (closed = new Set()),
    closes: (lane: string) => (closed = new Set([lane])),
    async looks() {
      await retry.run(at.clock.time);
      await at.deliver();
    },
    said: (lane: string) =>
      at.messenger.sent.filter((each) => each.lane === lane).map(({ what, says }) => `${what} ${says}`),
  };
}

describe('what was given up', () => {
  it.each([dispatch, nord])(
    'given %s refuses and later takes it, then all of it arrives by itself',
    async (lane) => {
      const at = worldThatLooks(lane);
      await at.does('nord-1', 'operator', reportByNord);
      await at.does('nord-1', 'operator', reportByNord);
      await at.looks();
      expect(at.said(lane)).toEqual([]);
      at.opens();
      at.clock.time += 59 * 60_000;
      await at.looks();
      expect(at.said(lane)).toEqual([]);
      at.clock.time += 60_000;
      await at.looks();
      const cards = at.said(lane).filter((says) => says.startsWith('post'));
      expect(cards.map((says) => says.slice(0, 'post requested v1'.length))).toEqual([
        'post requested v1',
        'post requested v1',
      ]);
      expect(await at.stores.deliveries.unsent.givenUp()).toMatchObject({ refused: 0 });
      for (const { ticket = '' } of at.stores.deliveries.all())
        expect(await at.stores.deliveries.problemsOf(ticket)).toEqual([]);
      // The sentence that the place was not reached is gone from the dispatchers' cards.
      expect(
        at
          .said(dispatch)
          .filter((says) => /^(post|edit)/.test(says))
          .slice(-2),
      ).toEqual(
        lane === nord
          ? ['edit requested v1', 'edit requested v1']
          : [expect.any(String), 'edit requested v1'],
      );
    },
  );

  it('given it is still refused, then one request an hour asks, and nobody is told again', async () => {
    const at = worldThatLooks(nord);
    for (let count = 0; count < 5; count += 1) await at.does('nord-1', 'operator', reportByNord);
    await at.looks();
    const before = at.messenger.sent.length;
    const given = () => at.reports.filter(({ kind }) => kind === 'undeliverable').length;
    const tried = given();
    at.clock.time += 60 * 60_000;
    await at.looks();
    expect(given()).toBe(tried + 1);
    at.clock.time += 60 * 60_000;
    await at.looks();
    expect(given()).toBe(tried + 2);
    // The trouble of the first hour is told once more when that is over, with all that came in it.
    expect(at.said(dispatch).slice(before)).toEqual(['trouble organisation:nord 5 | owner']);
  });

  it('given service time begins, then that is looked for without waiting for the hour', async () => {
    const at = worldThatLooks(nord);
    at.clock.time = berlin('2026-06-11T08:29');
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    await at.looks();
    at.opens();
    at.clock.time = berlin('2026-06-11T08:30');
    await at.looks();
    expect(at.said(nord)).toEqual(['post requested v1']);
  });
});

/** What the dispatchers' cards say in the end. */
const dispatchCards = (at: ReturnType<typeof worldThatLooks>) =>
  [...at.messenger.standing].filter(([where]) => where.startsWith(`${dispatch} `)).map(([, says]) => says);

describe('what a place refused', () => {
  it('given it takes something of another ticket, then all of it arrives, and no dispatchers’ card says that nobody was reached', async () => {
    const at = worldThatLooks(nord);
    for (let count = 0; count < 3; count += 1) await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(dispatchCards(at)).toEqual(Array(3).fill('requested v1 refused'));
    at.opens();
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(at.said(nord)).toEqual(Array(4).fill('post requested v1'));
    expect(dispatchCards(at)).toEqual(Array(4).fill('requested v1'));
  });

  it('given it refuses one thing for good and takes all else, then each arrival does not ask again', async () => {
    const at = worldThatLooks();
    const refused = await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    at.messenger.before = ({ lane, says }) => {
      if (lane === nord && says.startsWith('accepted')) throw new DeliveryFailure(false, 403, undefined);
    };
    await at.does('dispatcher-1', 'dispatcher', accept, refused);
    for (let count = 0; count < 4; count += 1) {
      await at.does('nord-1', 'operator', reportByNord);
      await at.deliver();
    }
    expect(at.reports.filter(({ kind }) => kind === 'undeliverable').length).toBeLessThanOrEqual(2 * 2);
  });

  it('given one post tells of several tickets then, then the dispatchers’ card of each of them is drawn anew', async () => {
    const at = worldThatLooks();
    for (let count = 0; count < 3; count += 1) {
      const number = await at.does('nord-1', 'operator', reportByNord);
      await at.does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'Version?' }, number);
    }
    await at.deliver();
    await at.becomes('2026-06-24T10:00');
    at.closes(nord);
    at.messenger.sent.length = 0;
    await at.deliver();
    expect(at.said(nord)).toEqual([]);
    expect(dispatchCards(at)).toEqual(Array(3).fill(expect.stringContaining('refused')));
    at.opens();
    await at.does('nord-1', 'operator', reportByNord);
    await at.deliver();
    expect(at.said(nord).filter((says) => says.startsWith('reminder'))).toEqual([
      expect.stringMatching(/SP-2026-0001.*SP-2026-0002.*SP-2026-0003/),
    ]);
    expect(dispatchCards(at).filter((says) => says.includes('refused'))).toEqual([]);
  });
});
