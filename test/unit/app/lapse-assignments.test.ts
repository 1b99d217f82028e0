import { lapseAssignments, type LapseAssignmentsDeps } from '../../../src/app/lapse-assignments';
import type { TicketNumber } from '../../../src/domain/ticket/ticket';
import { reportByNord } from '../../support/given';
import { leaves, moduleMoves } from '../../support/reorganised';
import { accept, assign, dispatch, journal, sendingWorld, StoreAway } from '../../support/sending-world';

const always = () => Promise.resolve(true);

async function worldWith(count: number) {
  const at = sendingWorld();
  const numbers: TicketNumber[] = [];
  for (let each = 0; each < count; each += 1) {
    const number = await at.does('nord-1', 'operator', reportByNord);
    await at.does('dispatcher-1', 'dispatcher', accept, number);
    await at.does('dispatcher-1', 'dispatcher', assign, number);
    numbers.push(number);
  }
  await at.deliver();
  at.messenger.sent.length = 0;
  const leftOut: TicketNumber[] = [];
  const runs = (changed: Partial<LapseAssignmentsDeps> = {}, mayGoOn = always) =>
    lapseAssignments(
      {
        ...at.deps,
        refreshDirectory: () => Promise.resolve(),
        leftOut: ({ ticket }) => leftOut.push(ticket),
        ...changed,
      },
      mayGoOn,
    );
  return {
    ...at,
    leftOut,
    runs,
    numbers,
    async first() {
      const record = await at.stores.tickets.find(numbers[0] ?? '');
      if (record === undefined) throw new Error('it was reported');
      return record;
    },
  };
}

describe('given assigned tickets whose maintainer leaves', () => {
  it('when it is looked for, then each is the dispatchers’ again, once, and they are mentioned', async () => {
    const at = await worldWith(25);
    at.edits(leaves('maintainer-a1'));
    expect(await at.runs()).toBe(true);
    await at.runs();
    await at.deliver();
    const { ticket, events } = await at.first();
    expect(events.map(({ type }) => type).slice(-2)).toEqual(['ticketAssigned', 'assignmentLapsed']);
    expect(ticket.assignment).toBeUndefined();
    const said = at.messenger.sent.filter(({ what }) => what === 'mention');
    expect(said).toHaveLength(25);
    expect(new Set(said.map(({ lane, says }) => `${lane} ${says}`))).toEqual(
      new Set([`${dispatch} assignmentLapsed dispatcher-1`]),
    );
    expect(at.messenger.sent.filter(({ lane }) => lane === journal).map(({ says }) => says)).toEqual(
      Array.from({ length: 25 }, () => 'abgegeben'),
    );
  });

  it('when it is assigned anew before that is told, then nobody is called', async () => {
    const at = await worldWith(1);
    at.edits(leaves('maintainer-a1'));
    await at.runs();
    await at.does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a2' }, at.numbers[0]);
    await at.deliver();
    expect(at.messenger.sent.filter(({ what }) => what === 'mention').map(({ says }) => says)).toEqual([
      'assigned maintainer-a2',
    ]);
  });

  it('when one ticket cannot be read, then it is reported and holds up no other', async () => {
    const at = await worldWith(3);
    at.edits(leaves('maintainer-a1'));
    const [damaged = ''] = at.numbers;
    const { tickets } = at.stores;
    await at.runs({
      tickets: {
        find: (number) => tickets.find(number),
        append: (...change) => tickets.append(...change),
        watched: async (...page) =>
          (await tickets.watched(...page)).map((found) =>
            'ticket' in found && found.ticket.number === damaged
              ? { number: damaged, unreadable: new TypeError('damaged') }
              : found,
          ),
      },
    });
    expect(at.leftOut).toEqual([damaged]);
    const others = await Promise.all(at.numbers.slice(1).map((number) => tickets.find(number)));
    expect(others.map((each) => each?.ticket.assignment)).toEqual([undefined, undefined]);
    expect((await at.first()).ticket.assignment).toBeDefined();
  });

  it('when somebody changes the ticket meanwhile, then it is decided anew on what stands', async () => {
    const at = await worldWith(1);
    at.edits(leaves('maintainer-a1'));
    const { tickets } = at.stores;
    let isFirst = true;
    await at.runs({
      tickets: {
        find: (number) => tickets.find(number),
        watched: (...page) => tickets.watched(...page),
        async append(...change) {
          const handBack = { type: 'handBack', reason: 'x' } as const;
          if (isFirst) await at.does('dispatcher-1', 'dispatcher', handBack, at.numbers[0]);
          isFirst = false;
          return tickets.append(...change);
        },
      },
    });
    expect((await at.first()).events.at(-1)?.type).toBe('ticketHandedBack');
  });

  it('when a ticket is assigned meanwhile to somebody who was added meanwhile, then it stays theirs', async () => {
    const at = await worldWith(1);
    const added = at.installation;
    at.edits(leaves('maintainer-a1'));
    await at.runs({
      refreshDirectory: () => {
        at.edits(() => added);
        return Promise.resolve();
      },
    });
    expect((await at.first()).ticket.assignment?.person).toBe('maintainer-a1');
  });

  it('when two do it at once, then it is recorded once', async () => {
    const at = await worldWith(5);
    at.edits(moduleMoves('journal', 'contractor-b', 'maintainer-b1'));
    await Promise.all([at.runs(), at.runs()]);
    const { events } = await at.first();
    expect(events.filter(({ type }) => type === 'assignmentLapsed')).toHaveLength(1);
  });

  it('when the store fails, then that is thrown; when the process ends, then it says so', async () => {
    const at = await worldWith(1);
    at.edits(leaves('maintainer-a1'));
    const { tickets } = at.stores;
    const away = {
      find: (number: TicketNumber) => tickets.find(number),
      watched: tickets.watched.bind(tickets),
      append: () => Promise.reject(new StoreAway()),
    };
    await expect(at.runs({ tickets: away })).rejects.toThrow(StoreAway);
    expect(await at.runs({}, () => Promise.resolve(false))).toBe(false);
    expect((await at.first()).ticket.assignment).toBeDefined();
  });
});
