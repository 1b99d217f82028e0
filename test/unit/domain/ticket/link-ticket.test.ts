import fc from 'fast-check';
import { placesReading } from '../../../../src/domain/ticket/access';
import { audienceOf, echoOf, isForReaderOf, isOvertaken } from '../../../../src/domain/ticket/event-rules';
import { evolve } from '../../../../src/domain/ticket/evolve';
import { linksOf, type Ticket } from '../../../../src/domain/ticket/ticket';
import { accepted, assigned, type Story } from '../../../support/given';

const other = 'SP-2026-0007';

/** A story beside which there is another ticket. */
function beside(story: Story, change: Partial<Ticket> = {}): Story {
  story.others.set(other, { ...assigned().stands, number: other, ...change });
  return story;
}

const link = { type: 'linkTicket', other, kind: 'followUpOf' } as const;
const unlink = { type: 'unlinkTicket', other } as const;

describe('"Ticket verknüpfen" (process 3)', () => {
  it('given two tickets of one operator, when a dispatcher links them, then each has the link in its own direction', () => {
    const story = beside(accepted()).does('dispatcher-1', 'dispatcher', link);
    expect(story.stands.links).toMatchObject([{ number: other, kind: 'followUpOf', by: 'dispatcher-1' }]);
    const event = story.events.at(-1);
    const echo = event && echoOf(event, story.stands);
    expect(echo).toMatchObject({
      ticket: other,
      event: { type: 'ticketLinked', other: 'SP-2026-0001', kind: 'followedUpBy', echoed: true },
    });
    const before = story.others.get(other);
    if (echo === undefined || before === undefined) throw new Error('the other ticket hears of it');
    const after = evolve(before, echo.event);
    expect(after.links).toMatchObject([{ number: 'SP-2026-0001', kind: 'followedUpBy', by: 'dispatcher-1' }]);
    expect(echoOf(echo.event, after)).toBeUndefined();
    expect(audienceOf(echo.event)).toBe('everybody');
  });

  it('given a link, when another kind is chosen, then there is still one; the same again was done already', () => {
    const story = beside(accepted()).does('dispatcher-1', 'dispatcher', link);
    expect(story.refusal('dispatcher-2', 'dispatcher', link)).toMatchObject({
      code: 'alreadyDone',
      action: 'linkTicket',
      by: 'dispatcher-1',
    });
    story.does('dispatcher-2', 'dispatcher', { ...link, kind: 'related' });
    expect(story.stands.links).toMatchObject([{ number: other, kind: 'related', by: 'dispatcher-2' }]);
  });

  it('given a ticket that somebody may not read, when they link to it, then it is as if there were none', () => {
    const refusal = { code: 'unknownTicket' };
    const foreign = beside(assigned(), { module: 'outage' });
    expect(foreign.refusal('maintainer-a1', 'maintainer', link)).toEqual(refusal);
    expect(assigned().refusal('maintainer-a1', 'maintainer', link)).toEqual(refusal);
    expect(beside(assigned()).does('maintainer-a1', 'maintainer', link).stands.links).toHaveLength(1);
  });

  it('given a ticket, when it is linked to itself or by an operator, then nothing changes', () => {
    const story = beside(accepted());
    const itself = { ...link, other: 'SP-2026-0001' };
    expect(story.refusal('dispatcher-1', 'dispatcher', itself)).toEqual({ code: 'ofItself' });
    expect(story.refusal('nord-1', 'operator', link)).toMatchObject({ code: 'notPermitted' });
    expect(story.stands.links).toBeUndefined();
  });

  it('given tickets of two operators, when they are linked, then no operator hears of it', () => {
    const story = beside(accepted(), { operator: 'sued' }).does('dispatcher-1', 'dispatcher', link);
    const [event] = story.events.slice(-1);
    if (event === undefined) throw new Error('it was linked');
    expect(audienceOf(event)).toBe('internal');
    expect(isForReaderOf(event, new Set())).toBe(false);
    expect(isForReaderOf(event, new Set([other]))).toBe(true);
    expect(placesReading(story.stands).map(({ kind }) => kind)).toContain('organisation');
  });
});

describe('"Verknüpfung lösen" (process 3)', () => {
  it('given a link, when it is undone, then it is gone at both; once more it was done already', () => {
    const story = beside(accepted()).does('dispatcher-1', 'dispatcher', link);
    story.does('dispatcher-1', 'dispatcher', unlink);
    expect(linksOf(story.stands)).toEqual([]);
    const event = story.events.at(-1);
    expect(event && echoOf(event, story.stands)).toMatchObject({
      ticket: other,
      event: { type: 'ticketUnlinked', other: 'SP-2026-0001', echoed: true },
    });
    expect(story.refusal('dispatcher-2', 'dispatcher', unlink)).toMatchObject({
      code: 'alreadyDone',
      action: 'unlinkTicket',
      by: 'dispatcher-1',
    });
    story.does('dispatcher-2', 'dispatcher', link);
    expect(linksOf(story.stands)).toMatchObject([{ number: other, by: 'dispatcher-2' }]);
  });

  it('given a link undone, when one that never was is to be undone, then nobody has done it', () => {
    const story = beside(accepted()).does('dispatcher-1', 'dispatcher', link);
    story.does('dispatcher-1', 'dispatcher', unlink);
    const third = 'SP-2026-0008';
    story.others.set(third, { ...accepted().stands, number: third });
    expect(story.refusal('dispatcher-2', 'dispatcher', { ...unlink, other: third })).toEqual({
      code: 'unknownTicket',
    });
  });

  it('given no link, when one is to be undone, then there is nothing to undo', () => {
    expect(beside(accepted()).refusal('dispatcher-1', 'dispatcher', unlink)).toEqual({
      code: 'unknownTicket',
    });
  });
});

/** Two tickets, each with what its own people do and what it has yet to hear of the other. */
class Pair {
  private readonly stories = [accepted(), accepted()] as const;
  private readonly relayed: number[];

  constructor() {
    this.stories.forEach((story, side) => (story.ticket = { ...story.stands, number: numbers[side] ?? '' }));
    this.relayed = this.stories.map(({ events }) => events.length);
  }

  changes(side: 0 | 1, kind: 'related' | 'followUpOf' | 'none'): void {
    const story = this.stories[side];
    const about = this.stories[side === 0 ? 1 : 0].stands;
    story.others.set(about.number, about);
    const command =
      kind === 'none'
        ? ({ type: 'unlinkTicket', other: about.number } as const)
        : ({ type: 'linkTicket', other: about.number, kind } as const);
    if (story.try('dispatcher-1', 'dispatcher', command).kind === 'events') {
      story.does('dispatcher-1', 'dispatcher', command);
    }
  }

  /** The other ticket hears of what was done on this one. */
  relays(side: 0 | 1): void {
    const { events, stands } = this.stories[side];
    const to = this.stories[side === 0 ? 1 : 0];
    for (const event of events.slice(this.relayed[side])) {
      const echo = echoOf(event, stands);
      if (echo === undefined || isOvertaken(echo.event, to.stands)) continue;
      to.events.push(echo.event);
      to.ticket = evolve(to.stands, echo.event);
    }
    this.relayed[side] = events.length;
  }

  get links() {
    return this.stories.map(({ stands }) =>
      linksOf(stands).map(({ kind, by, revision }) => ({ kind, by, revision })),
    );
  }
}

const numbers = ['SP-2026-0001', other];
const reversed = { related: 'related', followUpOf: 'followedUpBy', followedUpBy: 'followUpOf' } as const;

describe('a link changed on both tickets (process 3)', () => {
  it('given changes on either before it hears of the other, when both have heard, then they say the same', () => {
    const step = fc.record({
      side: fc.constantFrom(0 as const, 1 as const),
      does: fc.constantFrom('related', 'followUpOf', 'none', 'relays'),
    });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const pair = new Pair();
        for (const { side, does } of steps) {
          if (does === 'relays') pair.relays(side);
          else pair.changes(side, does);
        }
        pair.relays(0);
        pair.relays(1);
        const [first = [], second = []] = pair.links;
        expect(second).toEqual(first.map((each) => ({ ...each, kind: reversed[each.kind] })));
      }),
      { numRuns: 500 },
    );
  });
});
