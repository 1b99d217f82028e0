import fc from 'fast-check';
import {
  ConversationPaused,
  type GatedAnswer,
  type GatedRequest,
  RequestGate,
  waitingAtMost,
} from '../../../../../src/adapters/teams/sdk/request-gate';
import { documentedRates } from '../../../../../src/simulator/connector/throttle';

const channel = '19:nord@thread.tacv2';
const reply: GatedRequest = {
  method: 'POST',
  url: `https://teams.example/v3/conversations/${encodeURIComponent(`${channel};messageid=1`)}/activities`,
};
const edit: GatedRequest = {
  method: 'PUT',
  url: `https://teams.example/v3/conversations/${encodeURIComponent(channel)}/activities/1`,
};
const thread: GatedRequest = {
  method: 'POST',
  url: 'https://teams.example/v3/conversations',
  body: JSON.stringify({ isGroup: true, channelData: { channel: { id: channel } } }),
};
const elsewhere: GatedRequest = {
  method: 'POST',
  url: 'https://teams.example/v3/conversations/a%3A1/activities',
};
const lookUp: GatedRequest = {
  method: 'GET',
  url: `https://teams.example/v3/conversations/${channel}/members/1`,
};

const answered = (status: number, retryAfter?: string): GatedAnswer => ({
  status,
  headers: { get: () => retryAfter },
});

/** Sends through the gate; says when each went out, in milliseconds from the beginning. */
function played(limited = true) {
  const gate = new RequestGate({ clock: { now: () => 0 }, limited });
  const began = performance.now();
  const out: { readonly at: number; readonly request: GatedRequest }[] = [];
  const send = (request: GatedRequest, answer = answered(201)) =>
    gate.pass(request, (sent) => {
      out.push({ at: performance.now() - began, request: sent });
      return Promise.resolve(answer);
    });
  return { send, out };
}

describe('the gate of all requests to Teams', () => {
  beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask'] }));
  afterEach(() => jest.useRealTimers());

  it('given any requests at any times into one conversation, then no documented limit is ever exceeded, and all go out', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.record({
            after: fc.integer({ min: 0, max: 3_000 }),
            which: fc.constantFrom(reply, edit, thread),
          }),
          {
            minLength: 1,
            maxLength: 90,
          },
        ),
        async (requests) => {
          const { send, out } = played();
          const sent: Promise<unknown>[] = [];
          for (const { after, which } of requests) {
            await jest.advanceTimersByTimeAsync(after);
            sent.push(waitingAtMost(3_600_000, () => send(which)));
          }
          await jest.advanceTimersByTimeAsync(200_000);
          await Promise.all(sent);
          expect(out).toHaveLength(requests.length);
          for (const { operations, milliseconds } of documentedRates) {
            for (const { at } of out) {
              const within = out.filter((each) => each.at >= at && each.at < at + milliseconds);
              expect(within.length).toBeLessThanOrEqual(operations);
            }
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it('given any reactions in any conversations, then at most 2 go out in any second, and messages do not wait for them', async () => {
    const { send, out } = played();
    const reaction = (index: number) => ({
      method: 'PUT',
      url: `${elsewhere.url.replace('a%3A1', `a${index}`)}/1/reactions/like`,
    });
    const sent = Array.from({ length: 9 }, (_, index) => send(reaction(index)));
    sent.push(send(elsewhere));
    await jest.advanceTimersByTimeAsync(10_000);
    await Promise.all(sent);
    const reactions = out.filter(({ request }) => request.url.includes('/reactions/'));
    expect(reactions).toHaveLength(9);
    expect(out.slice(0, 2).map(({ request }) => request)).toContain(elsewhere);
    for (const { at } of reactions) {
      const within = reactions.filter((each) => each.at >= at && each.at < at + 1_000);
      expect(within.length).toBeLessThanOrEqual(2);
    }
  });

  it('given a burst into many conversations, then the app sends at most 50 in any second', async () => {
    const { send, out } = played();
    const sent = Array.from({ length: 150 }, (_, index) =>
      send({ ...elsewhere, url: `${elsewhere.url}/${index}`.replace('a%3A1', `a${index}`) }),
    );
    await jest.advanceTimersByTimeAsync(20_000);
    await Promise.all(sent);
    for (const { at } of out) {
      expect(out.filter((each) => each.at >= at && each.at < at + 1_000).length).toBeLessThanOrEqual(50);
    }
  });

  it.each([412, 429, 503])(
    'given a %d with Retry-After to one request, then everything else of that conversation waits, and others go on',
    async (status) => {
      const { send, out } = played(false);
      await send(reply, answered(status, '3'));
      const sent = [send(edit), send(thread), send(reply), send(elsewhere), send(lookUp)];
      await jest.advanceTimersByTimeAsync(2_999);
      expect(out.slice(1).map(({ request }) => request)).toEqual([elsewhere, lookUp]);
      await jest.advanceTimersByTimeAsync(2);
      await Promise.all(sent);
      expect(out).toHaveLength(6);
      expect(Math.min(...out.slice(3).map(({ at }) => at))).toBeGreaterThanOrEqual(3_000);
    },
  );

  it('given a pause that is longer than somebody may wait, then they hear at once how long, and nothing is sent', async () => {
    const { send, out } = played();
    await send(reply, answered(429, '60'));
    const failure: unknown = await send(edit).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(ConversationPaused);
    expect((failure as ConversationPaused).retryAfter).toBeGreaterThan(59_000);
    expect(out).toHaveLength(1);
  });

  it('given a channel at its limit, when somebody may wait for a second, then they hear that it takes nothing, and nothing is sent later', async () => {
    const { send, out } = played();
    const before = Array.from({ length: 12 }, () => send(edit));
    const late = waitingAtMost(1_000, () => send(reply)).catch((error: unknown) => error);
    await jest.advanceTimersByTimeAsync(60_000);
    await Promise.all(before);
    expect(await late).toBeInstanceOf(ConversationPaused);
    expect(out).toHaveLength(12);
  });

  it('given questions about members, then they do not use up what may be sent', async () => {
    const { send, out } = played();
    const sent = [
      ...Array.from({ length: 8 }, () => send(lookUp)),
      ...Array.from({ length: 4 }, () => send(edit)),
    ];
    await jest.advanceTimersByTimeAsync(0);
    await Promise.all(sent);
    expect(out.every(({ at }) => at === 0)).toBe(true);
  });
});
