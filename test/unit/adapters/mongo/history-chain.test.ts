import fc from 'fast-check';
import {
  chain,
  firstBrokenLink,
  type HistoryLink,
  lastHash,
  startOfHistory,
} from '../../../../src/adapters/mongo/history-chain';
import { everyEvent } from '../../../support/tickets';

const events = Object.values(everyEvent);
const links = chain(events);
const end = lastHash(links);

describe('the chain of the history (process 10)', () => {
  it('given an untouched history, then every link holds', () => {
    expect(firstBrokenLink(links, end)).toBeUndefined();
    expect(firstBrokenLink([], startOfHistory)).toBeUndefined();
  });

  it('given events written one after the other, then the chain is the one of all at once', () => {
    const step = chain(events.slice(0, 5));
    const rest = chain(events.slice(5), lastHash(step), 5);
    expect([...step, ...rest]).toEqual(links);
  });

  it('given the same event with its fields in another order, then it has the same hash', () => {
    const turned = events.map((event) => Object.fromEntries(Object.entries(event).reverse()) as typeof event);
    expect(lastHash(chain(turned))).toBe(end);
  });

  it('given a link, then it names its place and the link before', () => {
    expect(links.map(({ seq }) => seq)).toEqual(events.map((_, index) => index + 1));
    expect(links[0]?.previousHash).toBe(startOfHistory);
    expect(links[3]?.previousHash).toBe(links[2]?.hash);
  });

  it('given any change to any event, then the first broken link is that event', () => {
    fc.assert(
      fc.property(
        fc.nat(links.length - 1),
        fc.constantFrom('at', 'by', 'role', 'commandId'),
        (index, field) => {
          const tampered = links.map((link, at) => (at === index ? withChanged(link, field) : link));
          expect(firstBrokenLink(tampered, end)).toBe(index + 1);
        },
      ),
    );
  });

  it('given an event taken out, put in or moved, then the place shows', () => {
    const [first, second, third] = links;
    if (first === undefined || second === undefined || third === undefined) throw new Error('too few');
    const rest = links.slice(3);
    expect(firstBrokenLink([first, third, ...rest], end)).toBe(2);
    expect(firstBrokenLink([first, second, second, third, ...rest], end)).toBe(3);
    expect(firstBrokenLink([second, first, third, ...rest], end)).toBe(1);
  });

  it('given a cut end, then the link after it is missing', () => {
    expect(firstBrokenLink(links.slice(0, -1), end)).toBe(links.length);
    expect(firstBrokenLink([], end)).toBe(1);
  });

  it('given a changed event with its own hash made anew, then the next link breaks', () => {
    const third = links[2];
    if (third === undefined) throw new Error('too few');
    const [forged] = chain([{ ...third.event, by: 'somebody-else' }], third.previousHash, 2);
    const tampered = links.map((link, index) => (index === 2 && forged !== undefined ? forged : link));
    expect(firstBrokenLink(tampered, end)).toBe(4);
  });
});

function withChanged(link: HistoryLink, field: 'at' | 'by' | 'role' | 'commandId'): HistoryLink {
  const value = field === 'at' ? link.event.at + 1 : 'other';
  return { ...link, event: { ...link.event, [field]: value } };
}
