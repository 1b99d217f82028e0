import { DeliveryFailure } from '../../../src/app/ports/messenger';
import { failingStores, type FailingWhen } from '../../support/failing-stores';
import { type CommandText, reportByNord } from '../../support/given';
import { installation } from '../../support/installation';
import { accept, assign, nord, sendingWorld } from '../../support/sending-world';
import { sampleCompletion } from '../../support/tickets';

type World = ReturnType<typeof sendingWorld>;

const place = { kind: 'organisation', organisation: 'nord' } as const;
const address = installation.organisations.find(({ id }) => id === 'nord')?.channel;
if (address === undefined) throw new Error('the sample has it');
const lane = { kind: 'channel', address } as const;

const report = (at: World) => at.does('nord-1', 'operator', reportByNord);
async function enqueue(at: World, id: string, effect: object): Promise<void> {
  const answer = { id, effect: { place, ...effect }, lane, order: '1', status: 'due' } as never;
  await at.stores.deliveries.enqueue([answer]);
}

/** What is due when the store begins to fail; each leads to something else that is posted. */
const due: Readonly<Record<string, (at: World) => Promise<unknown>>> = {
  'new cards': report,
  async 'edits and mentions'(at) {
    const number = await report(at);
    await at.deliver();
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
  },
  async 'a notice of a release'(at) {
    const number = await report(at);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    const steps: readonly (readonly ['dispatcher' | 'maintainer', CommandText])[] = [
      ['maintainer', { type: 'beginWork', immediateStartReason: 'x' }],
      ['maintainer', { type: 'completeWork', completion: sampleCompletion }],
      ['dispatcher', { type: 'beginTest' }],
    ];
    for (const [role, command] of steps)
      await at.does(role === 'dispatcher' ? 'dispatcher-1' : 'maintainer-a1', role, command, number);
    await at.deliver();
    const record = { environment: 'QS', steps: 'x', result: 'y' };
    const close: CommandText = { type: 'releaseAndClose', record, noticeText: 'Behoben.' };
    await at.does('dispatcher-1', 'dispatcher', close, number);
  },
  async 'a card that is withdrawn'(at) {
    const number = await report(at);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    await at.deliver();
    const module = installation.modules.find(({ id }) => id !== 'journal')?.id ?? '';
    await at.does('dispatcher-1', 'dispatcher', { type: 'changeModule', module }, number);
  },
  async 'a reminder'(at) {
    await report(at);
    await at.deliver();
    await at.becomes('2026-06-10T15:00');
  },
  async 'reminders of several tickets'(at) {
    for (let count = 0; count < 3; count += 1) await report(at);
    await at.deliver();
    await at.becomes('2026-06-10T15:00');
  },
  async 'an answer that shows a ticket'(at) {
    const number = await report(at);
    await at.deliver();
    at.messenger.answersShow = [number];
    await enqueue(at, 'a', { kind: 'answer', person: 'nord-1', conversation: 'c', asked: '{}' });
  },
  async 'a digest'(at) {
    await report(at);
    await at.deliver();
    await at.stores.subscriptions.subscribe('nord', at.clock.time);
    await enqueue(at, 'd', { kind: 'showDigest', day: '2026-06-10' });
  },
  async 'what is refused for good'(at) {
    at.messenger.before = (what) => {
      if (what.lane === nord) throw new DeliveryFailure(false, 403, undefined);
    };
    await report(at);
    await report(at);
  },
  async 'what a place takes again'(at) {
    at.messenger.before = (what) => {
      if (what.lane === nord) throw new DeliveryFailure(false, 403, undefined);
    };
    await report(at);
    await report(at);
    await at.deliver();
    at.messenger.before = () => undefined;
    await at.stores.deliveries.unsent.retryOldestRefused(at.clock.time);
  },
};

/** What people read in the end: how often something was posted there, and what each card says. */
function readIn({ messenger: { sent, standing } }: World) {
  // A card is compared as it stands in the end, and trouble is told before or after more of it.
  const said = ({ what, says }: (typeof sent)[number]) =>
    what === 'post' ? '' : what === 'trouble' ? says.replaceAll(/ \d+/g, '') : says;
  const posts = sent
    .filter(({ what }) => !['edit', 'replaced'].includes(what))
    .map((each) => `${each.lane} ${each.what} ${said(each)}`);
  const cards = [...standing].map(([at, says]) => `${at.replace(/ \d+$/, '')}: ${says}`);
  return { posts: posts.sort(), cards: cards.sort() };
}

/** Sends what is due with a store whose n-th call fails, and all that is left afterwards. */
async function sentWith(kind: string, call: number, when: FailingWhen) {
  const failing = failingStores();
  const at = sendingWorld(failing.stores);
  await due[kind]?.(at);
  at.messenger.sent.length = 0;
  failing.fails(call, when);
  await at.deliver();
  const calls = failing.calls();
  for (let pass = 0; pass < 3; pass += 1) await at.deliver();
  const numbers = new Set(failing.real.deliveries.all().map(({ ticket }) => ticket));
  const problems = await Promise.all(
    [...numbers].map((each) => failing.real.deliveries.problemsOf(each ?? '')),
  );
  return {
    calls,
    read: { ...readIn(at), problems: problems.flat(), backlog: await failing.real.deliveries.backlog() },
  };
}

describe.each(Object.keys(due))('given due: %s', (kind) => {
  it.each<FailingWhen>(['before', 'after'])(
    'when any one call of the store fails, %s it was carried out, then each post stands there once and each card is right',
    async (when) => {
      const { calls, read } = await sentWith(kind, Infinity, when);
      expect(read.cards.length).toBeGreaterThan(0);
      for (let call = 1; call <= calls; call += 1) {
        const { read: found } = await sentWith(kind, call, when);
        expect({ call, ...found }).toEqual({ call, ...read });
      }
    },
  );
});
