import { echoEvents } from '../../../src/app/echo-events';
import { defaultThresholdPercents } from '../../../src/domain/reaction/thresholds';
import { accepted, type Story } from '../../support/given';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { installation } from '../../support/installation';

const other = 'SP-2026-0007';

async function world() {
  const { tickets } = createInMemoryStores();
  const create = async (story: Story, number: string) => {
    const events = story.events.map((event) => ({ ...event, commandId: `${number} ${event.commandId}` }));
    const record = await tickets.create({ ...story.stands, number }, events);
    if (record === 'duplicate') throw new Error('it is new');
    return record;
  };
  const story = accepted();
  const beside = await create(story, other);
  story.others.set(other, beside.ticket);
  story.does('dispatcher-1', 'dispatcher', { type: 'linkTicket', other, kind: 'followUpOf' });
  const record = await create(story, 'SP-2026-0001');
  const deps = {
    tickets,
    directory: { installation: () => installation },
    warningPercents: defaultThresholdPercents,
  };
  return { deps, record, beside };
}

describe('what an event means for another ticket', () => {
  it('given a link, when it is told again after a crash, then the other ticket has it once', async () => {
    const { deps, record, beside } = await world();
    expect(await echoEvents(deps, record)).toBe(true);
    expect(await echoEvents(deps, record)).toBe(true);
    const after = await deps.tickets.find(other);
    expect(after?.events).toHaveLength(beside.events.length + 1);
    expect(after?.ticket.links).toMatchObject([{ number: 'SP-2026-0001', kind: 'followedUpBy' }]);
    expect(after?.effectsPlanned).toBe(beside.effectsPlanned);
  });

  it('given events whose effects are planned, when they are looked at, then nothing is told', async () => {
    const { deps, record, beside } = await world();
    expect(await echoEvents(deps, { ...record, effectsPlanned: record.events.length })).toBe(false);
    expect(await deps.tickets.find(other)).toEqual(beside);
  });

  it('given somebody who writes at the same time, when it is told, then both are there', async () => {
    const { deps, record, beside } = await world();
    let raced = false;
    const tickets = new Proxy(deps.tickets, {
      get(target, name, receiver) {
        if (name !== 'append' || raced) return Reflect.get(target, name, receiver) as unknown;
        raced = true;
        return () => Promise.resolve(undefined);
      },
    });
    expect(await echoEvents({ ...deps, tickets }, record)).toBe(true);
    expect(raced).toBe(true);
    expect((await deps.tickets.find(other))?.events).toHaveLength(beside.events.length + 1);
  });
});
