import {
  handleOrganisationCommand,
  previewOrganisationCommand,
} from '../../../src/app/handle-organisation-command';
import { openDirectory } from '../../../src/app/recorded-directory';
import type { OrganisationCommand } from '../../../src/domain/organisation/actions/registry';
import { personById } from '../../../src/domain/organisation/find';
import type { Person, PersonId } from '../../../src/domain/organisation/installation';
import { createInMemoryStores } from '../../support/in-memory-stores/create-in-memory-stores';
import { installation } from '../../support/installation';
import { sampleTime } from '../../support/tickets';

const clock = { now: () => sampleTime };

async function process(of: ReturnType<typeof createInMemoryStores>) {
  const recorded = await openDirectory({
    organisation: of.organisation,
    file: installation,
    clock,
    newCommandId: () => 'first import',
  });
  let woken = 0;
  const effectsWaiting = () => (woken += 1);
  return { ...of, recorded, clock, effectsWaiting, woken: () => woken };
}

function renamed(id: PersonId, name: string): OrganisationCommand {
  const person = personById(installation, id) as Person;
  return { type: 'recordPerson', person: { ...person, name } };
}

describe('a command on the records', () => {
  it('given the process owner, when it is carried out, then it is recorded with who decided, and in force at once', async () => {
    const own = await process(createInMemoryStores());
    const command = renamed('nord-1', 'Leitstelle Nord');
    const outcome = await handleOrganisationCommand(own, { person: 'owner', command, commandId: 'a' });
    expect(outcome).toMatchObject({
      kind: 'done',
      change: { version: 2, action: 'recordPerson', by: { person: 'owner', role: 'processOwner' } },
    });
    expect(personById(own.recorded.installation(), 'nord-1')?.name).toBe('Leitstelle Nord');
    expect(own.woken()).toBe(1);
  });

  it('given the same submission delivered twice, then it takes effect once', async () => {
    const own = await process(createInMemoryStores());
    const input = { person: 'owner', command: renamed('nord-1', 'Leitstelle Nord'), commandId: 'a' };
    const first = await handleOrganisationCommand(own, input);
    expect(await handleOrganisationCommand(own, input)).toEqual({ ...first, kind: 'repeated' });
    expect(own.recorded.version()).toBe(2);
  });

  it('given two processes that decide at once on different people, then both are recorded', async () => {
    const shared = createInMemoryStores();
    const [one, other] = [await process(shared), await process(shared)];
    const outcomes = await Promise.all([
      handleOrganisationCommand(one, { person: 'owner', command: renamed('nord-1', 'A'), commandId: 'a' }),
      handleOrganisationCommand(other, { person: 'owner', command: renamed('nord-2', 'B'), commandId: 'b' }),
    ]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    await one.recorded.refresh();
    const names = one.recorded.installation().people.map(({ name }) => name);
    expect(names).toEqual(expect.arrayContaining(['A', 'B']));
  });

  it('given two process owners who change the same person at once, then the later one is told who was first, and nothing is lost', async () => {
    const shared = createInMemoryStores();
    const [one, other] = [await process(shared), await process(shared)];
    const seenVersion = one.recorded.version();
    await handleOrganisationCommand(one, {
      person: 'owner',
      command: renamed('nord-1', 'A'),
      commandId: 'a',
      seenVersion,
    });
    const late = { person: 'owner', command: renamed('nord-1', 'B'), commandId: 'b', seenVersion };
    expect(await handleOrganisationCommand(other, late)).toMatchObject({
      kind: 'refused',
      refusal: { code: 'overtaken', by: 'owner' },
    });
    expect(personById(other.recorded.installation(), 'nord-1')?.name).toBe('A');
    const again = { ...late, seenVersion: other.recorded.version() };
    expect(await handleOrganisationCommand(other, again)).toMatchObject({ kind: 'done' });
  });

  it('given anybody else, then nothing is recorded, and the attempt is in the audit log', async () => {
    const own = createInMemoryStores();
    const deps = await process(own);
    for (const person of ['dispatcher-1', 'nord-1', 'maintainer-a1', 'platform', 'nobody']) {
      const command = renamed('nord-1', 'X');
      expect(await handleOrganisationCommand(deps, { person, command, commandId: person })).toEqual({
        kind: 'refused',
        refusal: { code: 'notPermitted', permitted: ['processOwner'] },
      });
    }
    expect(deps.recorded.version()).toBe(1);
    expect(own.audit.attempts.map(({ action, code }) => `${action} ${code}`)).toEqual(
      Array.from({ length: 5 }, () => 'recordPerson notPermitted'),
    );
  });

  it('given a preview, then nothing is written, and it names what the change would be', async () => {
    const own = await process(createInMemoryStores());
    const preview = await previewOrganisationCommand(own, {
      person: 'owner',
      command: renamed('nord-1', 'A'),
    });
    expect(preview).toMatchObject({
      kind: 'follows',
      follows: {
        events: [{ type: 'personRecorded', person: { id: 'nord-1', name: 'A' } }],
        days: [],
        doubts: [],
      },
    });
    expect(own.recorded.version()).toBe(1);
  });
});
