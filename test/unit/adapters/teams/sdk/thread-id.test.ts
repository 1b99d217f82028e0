import fc from 'fast-check';
import { threadId, threadIn, withoutThread } from '../../../../../src/adapters/teams/sdk/thread-id';

const channel = '19:nord@thread.tacv2';

describe('the id of a thread', () => {
  it('given a channel and a message, then it is as Teams writes it', () => {
    expect(threadId(channel, '1781078400000')).toBe(`${channel};messageid=1781078400000`);
  });

  it('given any channel and message, then both are found in it again', () => {
    const part = fc.stringMatching(/^[^;]+$/);
    fc.assert(
      fc.property(part, part, (place, message) => {
        const id = threadId(place, message);
        expect([withoutThread(id), threadIn(id)]).toEqual([place, message]);
      }),
    );
  });

  it.each([
    ['a channel', channel],
    ['a private chat', 'a:1nord'],
    ['nothing', ''],
  ])('given %s, then there is no thread to take away', (_, id) => {
    expect([withoutThread(id), threadIn(id)]).toEqual([id, undefined]);
  });

  it.each([
    ['something else before the thread', `${channel};from=1;messageid=7`, '7'],
    ['something else behind it', `${channel};messageid=7;from=1`, '7'],
    ['something else alone', `${channel};from=1`, undefined],
    ['a thread without a message', `${channel};messageid=`, undefined],
  ])('given %s, then it is the channel all the same', (_, id, thread) => {
    expect([withoutThread(id), threadIn(id)]).toEqual([channel, thread]);
  });
});
