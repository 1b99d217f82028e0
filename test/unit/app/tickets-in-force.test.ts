import { handleTicketCommand } from '../../../src/app/handle-ticket-command';
import { readableTicket } from '../../../src/app/queries/ticket-lists';
import { ticketsInForce } from '../../../src/app/tickets-in-force';
import type { Role } from '../../../src/domain/organisation/installation';
import { placeMayReadIn } from '../../../src/domain/ticket/access';
import { accepted, type CommandText, released, reportByNord } from '../../support/given';
import { type Edit, leaves, moduleMoves } from '../../support/reorganised';
import { accept, assign, sendingWorld } from '../../support/sending-world';

const toB = moduleMoves('journal', 'contractor-b', 'maintainer-b1');
const same: Edit = (before) => before;

async function worldWith(commands: readonly CommandText[]) {
  const at = sendingWorld();
  const number = await at.does('nord-1', 'operator', reportByNord);
  for (const command of commands) await at.does('dispatcher-1', 'dispatcher', command, number);
  let recorded = same;
  let woken = 0;
  const tickets = ticketsInForce({
    ...at.deps,
    effectsWaiting: () => (woken += 1),
    refreshDirectory() {
      at.edits(recorded);
      recorded = same;
      return Promise.resolve();
    },
  });
  const deps = {
    ...at.deps,
    tickets,
    audit: at.stores.audit,
    proofs: { make: (ticket: string) => ticket },
    effectsWaiting: () => undefined,
    oneAtATime: <T>(work: () => Promise<T>) => work(),
  };
  return {
    ...at,
    number,
    tickets,
    woken: () => woken,
    /** Recorded, and not read by this process before it looks. */
    records: (edit: Edit) => (recorded = edit),
    does: (person: string, role: Role, command: CommandText) =>
      handleTicketCommand(deps, {
        ticket: number,
        person,
        role,
        reader: { person },
        command: { commandId: `now-${command.type}`, ...command },
      }),
    async types() {
      return (await at.stores.tickets.find(number))?.events.map(({ type }) => type);
    },
  };
}

describe('given a ticket assigned to the company before, and nobody who has walked over the tickets yet', () => {
  it('when it is looked at, then the assignment has ended, once, and that is told', async () => {
    const at = await worldWith([accept, assign]);
    at.edits(toB);
    const reader = { places: [{ kind: 'module', module: 'journal' }] } as const;
    expect(await readableTicket({ ...at.deps, tickets: at.tickets }, reader, at.number)).toBeUndefined();
    await at.tickets.find(at.number);
    expect((await at.types())?.slice(-2)).toEqual(['ticketAssigned', 'assignmentLapsed']);
    expect(at.woken()).toBe(1);
  });

  it('when one of the new company hands it back, then that is refused, and not recorded', async () => {
    const at = await worldWith([accept, assign]);
    at.edits(toB);
    const outcome = await at.does('maintainer-b1', 'maintainer', { type: 'handBack', reason: 'x' });
    expect(outcome.kind).toBe('refused');
    expect((await at.types())?.at(-1)).toBe('assignmentLapsed');
  });

  it('when the organisation has changed back unnoticed, then the assignment stays', async () => {
    const at = await worldWith([accept, assign]);
    at.edits(leaves('maintainer-a1'));
    at.records(() => at.installation);
    expect((await at.tickets.find(at.number))?.ticket.assignment?.person).toBe('maintainer-a1');
    expect(at.woken()).toBe(0);
  });
});

describe('given an organisation that this process has not read yet', () => {
  it('when a ticket is assigned to somebody who has left, then the assignment ends again', async () => {
    const at = await worldWith([accept]);
    at.records(leaves('maintainer-a1'));
    const outcome = await at.does('dispatcher-1', 'dispatcher', assign);
    expect(outcome).toMatchObject({ kind: 'done', record: { ticket: { state: 'accepted' } } });
    expect((await at.types())?.slice(-2)).toEqual(['ticketAssigned', 'assignmentLapsed']);
  });
});

describe('given a closed ticket of a module that has moved since', () => {
  it('then the new company does not read what the former one did', () => {
    const { stands } = released();
    const place = { kind: 'module', module: 'journal' } as const;
    const { installation } = sendingWorld();
    expect(placeMayReadIn(installation, place, stands)).toBe(true);
    expect(placeMayReadIn(toB(installation), place, stands)).toBe(false);
    expect(placeMayReadIn(installation, place, accepted().stands)).toBe(false);
  });
});
