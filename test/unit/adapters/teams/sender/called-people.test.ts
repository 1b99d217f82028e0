import {
  type Called,
  maxMentions,
  namedAt,
  unmentioned,
} from '../../../../../src/adapters/teams/sender/called-people';
import { mentionOutcome } from '../../../../../src/app/mentions';
import { installation } from '../../../../support/installation';

const here = (id: string): Called => ({ id, name: id, named: { member: { id: `29:${id}`, name: id } } });
const absent = (id: string): Called => ({ id, name: id, named: { name: id, because: 'absent' } });
const nord = [{ kind: 'organisation', organisation: 'nord' }] as const;
const dispatch = [{ kind: 'dispatch' }] as const;
const lane = { kind: 'channel', address: installation.dispatchChannel } as const;
const ids = (called: readonly Called[]) => called.map(({ id }) => id);

describe('who is named in a post', () => {
  test('given an operator’s people of whom some are in the channel, then these are, and nobody is missed', () => {
    const called = [absent('a'), here('b'), absent('c')];
    const named = namedAt(nord, called);
    expect(ids(named)).toEqual(['b']);
    const outcome = mentionOutcome(lane, ids(called), unmentioned(ids(called), named));
    expect(outcome).toEqual({ mentioned: ['b'] });
  });

  test('given none of them is, then all are named, and the dispatcher hears of it', () => {
    const called = [absent('a'), absent('b')];
    const named = namedAt(nord, called);
    expect(ids(named)).toEqual(['a', 'b']);
    expect(mentionOutcome(lane, ['a', 'b'], unmentioned(['a', 'b'], named))).toEqual({
      problem: { kind: 'notInRoster', people: ['a', 'b'] },
    });
  });

  test('given dispatchers of whom one is not in the channel, then that one is named too', () => {
    expect(ids(namedAt(dispatch, [absent('a'), here('b')]))).toEqual(['a', 'b']);
  });

  test('given more than one message mentions, then the first are, and no others are taken for mentioned', () => {
    const called = Array.from({ length: maxMentions + 5 }, (_, index) => here(`p${index}`));
    const named = namedAt(nord, called);
    expect(ids(named)).toEqual(ids(called).slice(0, maxMentions));
    const outcome = mentionOutcome(lane, ids(called), unmentioned(ids(called), named));
    expect(outcome).toEqual({ mentioned: ids(named) });
  });
});
