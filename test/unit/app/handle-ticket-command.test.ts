import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { createOneAtATime } from '../../../src/app/one-at-a-time';
import { type CommandOutcome, handleTicketCommand } from '../../../src/app/handle-ticket-command';
import type { TicketRecord } from '../../../src/app/ports/ticket-store';
import { defined } from '../../../src/defined';
import type { Role } from '../../../src/domain/organisation/installation';
import { defaultThresholdPercents } from '../../../src/domain/reaction/thresholds';
import type { TicketCommand } from '../../../src/domain/ticket/actions/registry';
import { replay } from '../../../src/domain/ticket/evolve';
import { berlin, type CommandText, reportByNord } from '../../support/given';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { installation } from '../../support/installation';
import fc from 'fast-check';

function desk() {
  const stores = createInMemoryStores();
  const clock = { now: () => berlin('2026-06-10T10:00') };
  let woken = 0;
  let organisation = installation;
  const deps = {
    tickets: stores.tickets,
    audit: stores.audit,
    proofs: { make: (number: string) => `proof of ${number}` },
    clock,
    directory: { installation: () => organisation },
    warningPercents: defaultThresholdPercents,
    effectsWaiting: () => {
      woken += 1;
    },
    oneAtATime: createOneAtATime({
      leases: stores.leases,
      clock,
      elapsed: () => 0,
      wait: setImmediate,
      newHolder: randomUUID,
    }),
  };
  return {
    stores,
    woken: () => woken,
    dismiss(person: string) {
      organisation = { ...organisation, people: organisation.people.filter((each) => each.id !== person) };
    },
    async does(
      person: string,
      role: Role,
      commandId: string,
      command: CommandText,
      ticket?: string,
      lastRead?: TicketRecord,
    ): Promise<CommandOutcome> {
      const full = { ...command, commandId } as TicketCommand;
      return handleTicketCommand(deps, {
        person,
        role,
        reader: { person },
        command: full,
        ...defined({ ticket, lastRead }),
      });
    },
  };
}

async function reported() {
  const at = desk();
  const outcome = await at.does('nord-1', 'operator', 'report', reportByNord);
  if (outcome.kind !== 'done') throw new Error('the report was not taken');
  return { at, number: outcome.record.ticket.number };
}

describe('a command', () => {
  it('opens a ticket under the number of the year and wakes the sender', async () => {
    const { at, number } = await reported();
    expect(number).toBe('SP-2026-0001');
    expect(at.woken()).toBe(1);
  });

  it('delivered four times opens one ticket and gets the same answer', async () => {
    const at = desk();
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map(() => at.does('nord-1', 'operator', 'same', reportByNord)),
    );
    const numbers = outcomes.map((each) =>
      each.kind === 'refused' ? each.refusal.code : each.record.ticket.number,
    );
    expect(new Set(numbers).size).toBe(1);
    expect(outcomes.filter((each) => each.kind === 'done')).toHaveLength(1);
    expect(await at.stores.tickets.count({ scopes: [{}] })).toBe(1);
  });

  it('on a ticket that was just read is written without reading it again', async () => {
    const { at, number } = await reported();
    const lastRead = await at.stores.tickets.find(number);
    const find = jest.spyOn(at.stores.tickets, 'find');
    const command: CommandText = { type: 'changePriority', priority: 'high' };
    const outcome = await at.does('dispatcher-1', 'dispatcher', 'once', command, number, lastRead);

    expect(outcome).toMatchObject({ kind: 'done', record: { ticket: { priority: 'high', version: 2 } } });
    expect(find).not.toHaveBeenCalled();
  });

  it('on a ticket that changed after it was read is decided on the ticket as it is now', async () => {
    const { at, number } = await reported();
    const lastRead = await at.stores.tickets.find(number);
    await at.does(
      'dispatcher-1',
      'dispatcher',
      'first',
      { type: 'changePriority', priority: 'high' },
      number,
    );
    const dispatch = (commandId: string, priority: 'high' | 'low' | 'medium') =>
      at.does(
        'dispatcher-1',
        'dispatcher',
        commandId,
        { type: 'changePriority', priority },
        number,
        lastRead,
      );

    expect(await dispatch('first', 'high')).toMatchObject({
      kind: 'repeated',
      record: { ticket: { version: 2 } },
    });
    expect(await dispatch('second', 'high')).toMatchObject({
      kind: 'refused',
      refusal: { code: 'samePriority' },
    });
    expect(await dispatch('third', 'medium')).toMatchObject({
      kind: 'done',
      record: { ticket: { version: 3 } },
    });
  });

  it('repeated on a ticket has one effect', async () => {
    const { at, number } = await reported();
    const command: CommandText = { type: 'changePriority', priority: 'high' };
    await at.does('dispatcher-1', 'dispatcher', 'once', command, number);
    const again = await at.does('dispatcher-1', 'dispatcher', 'once', command, number);
    expect(again).toMatchObject({ kind: 'repeated', record: { ticket: { version: 2 } } });
  });

  it('that is refused takes no number, changes nothing and is in the audit log', async () => {
    const at = desk();
    const wrong = { ...reportByNord, operator: 'sued' } as CommandText;
    expect(await at.does('nord-1', 'operator', 'a', wrong)).toMatchObject({ kind: 'refused' });
    const right = await at.does('nord-1', 'operator', 'b', reportByNord);
    expect(right).toMatchObject({ record: { ticket: { number: 'SP-2026-0001' } } });
    expect(at.stores.audit.attempts).toMatchObject([
      { person: 'nord-1', role: 'operator', action: 'reportFault', code: 'notPermitted' },
    ]);
  });

  it('on an unknown ticket is refused', async () => {
    const outcome = await desk().does(
      'dispatcher-1',
      'dispatcher',
      'x',
      { type: 'startAnalysis' },
      'SP-2026-0042',
    );
    expect(outcome).toEqual({ kind: 'refused', refusal: { code: 'unknownTicket' } });
  });

  it('by somebody who has left the organisation file is refused', async () => {
    const { at, number } = await reported();
    at.dismiss('dispatcher-1');
    expect(await at.does('dispatcher-1', 'dispatcher', 'x', { type: 'startAnalysis' }, number)).toMatchObject(
      {
        kind: 'refused',
        refusal: { code: 'notPermitted' },
      },
    );
  });

  it('in a role the person does not hold is refused', async () => {
    const { at, number } = await reported();
    expect(await at.does('nord-1', 'dispatcher', 'x', { type: 'startAnalysis' }, number)).toMatchObject({
      refusal: { code: 'notPermitted', permitted: [{ role: 'dispatcher' }] },
    });
  });

  it('of 50 at once is done by one, and 49 are told by whom', async () => {
    const { at, number } = await reported();
    const outcomes = await Promise.all(
      Array.from({ length: 50 }, (_each, index) =>
        at.does(
          index % 2 === 0 ? 'dispatcher-1' : 'dispatcher-2',
          'dispatcher',
          `press-${index}`,
          { type: 'accept', faultClass: 2, priority: 'medium', seenVersion: 1 },
          number,
        ),
      ),
    );
    const [winner] = outcomes.filter((each) => each.kind === 'done');
    const told = outcomes.flatMap((each) => (each.kind === 'refused' ? [each.refusal] : []));
    expect(told).toHaveLength(49);
    const by = winner?.record?.ticket.done.accept?.by;
    expect(told.every((each) => each.code === 'alreadyDone' && each.by === by)).toBe(true);
  });

  it('finds the stored state to be the replay of the stored events, whoever comes when', async () => {
    const commands: readonly (readonly [string, Role, CommandText])[] = [
      ['dispatcher-1', 'dispatcher', { type: 'startAnalysis' }],
      ['dispatcher-2', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'low' }],
      ['dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' }],
      ['maintainer-a2', 'maintainer', { type: 'handBack', reason: 'x' }],
      ['dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high' }],
      ['nord-2', 'operator', { type: 'withdraw' }],
    ];
    await fc.assert(
      fc.asyncProperty(fc.scheduler(), fc.shuffledSubarray([...commands]), async (scheduler, some) => {
        const { at, number } = await reported();
        const { tickets } = at.stores;
        const slow = scheduler.scheduleFunction(tickets.find.bind(tickets));
        Object.assign(tickets, { find: slow });
        const all = some.map(([person, role, command], index) =>
          at.does(person, role, `c${index}`, command, number),
        );
        await scheduler.waitFor(Promise.all(all));
        const record = await scheduler.waitFor(tickets.find(number));
        expect(record?.ticket).toEqual(replay(record?.events ?? []));
      }),
      { numRuns: 100 },
    );
  });
});

describe('two commands about the same two tickets at once (process 3)', () => {
  it('given each is declined as the duplicate of the other, then one is, and the other one stays open', async () => {
    const { at, number } = await reported();
    const second = await at.does('nord-1', 'operator', 'second', reportByNord);
    if (second.kind !== 'done') throw new Error('the report was not taken');
    const other = second.record.ticket.number;
    const declines = (commandId: string, ticket: string, duplicateOf: string) =>
      at.does(
        'dispatcher-1',
        'dispatcher',
        commandId,
        { type: 'decline', reason: 'duplicate', text: 'x', duplicateOf },
        ticket,
      );
    const outcomes = await Promise.all([declines('a', number, other), declines('b', other, number)]);
    expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['done', 'refused']);
    const states = await Promise.all([number, other].map((each) => at.stores.tickets.find(each)));
    expect(states.map((each) => each?.ticket.state).sort()).toEqual(['declined', 'requested']);
    expect(await at.stores.leases.find('two tickets')).toBeUndefined();
  });
});
