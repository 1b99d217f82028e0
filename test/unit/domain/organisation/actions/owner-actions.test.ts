import {
  evolveRecords,
  type OrganisationChange,
  type OrganisationEvent,
} from '../../../../../src/domain/organisation/changes';
import { type ChangeContext, decideChange } from '../../../../../src/domain/organisation/decide-change';
import type { OrganisationCommand } from '../../../../../src/domain/organisation/actions/registry';
import { personById } from '../../../../../src/domain/organisation/find';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { berlin } from '../../../../support/given';
import { installationOf, recordsOf } from '../../../../../src/domain/organisation/records';
import { installation } from '../../../../support/installation';

const others = ['dispatcher-1', 'platform', 'nord-1', 'maintainer-a1'];

function contextOf(
  person: string,
  recorded: Installation = installation,
  since: readonly OrganisationChange[] = [],
): ChangeContext {
  const records = recordsOf(recorded);
  return {
    records,
    recorded,
    actor: personById(recorded, person) ?? { id: person, roles: [] },
    today: '2026-06-12',
    now: berlin('2026-06-12T10:00'),
    after: (events) => installationOf(recorded, events.reduce(evolveRecords, records)),
    since,
  };
}

/** What the process owner's command records, or the code of the refusal. */
function decided(command: OrganisationCommand, recorded?: Installation) {
  const decision = decideChange(command, contextOf('owner', recorded));
  return decision.kind === 'events' ? decision.events : decision.refusal.code;
}

function after(events: readonly OrganisationEvent[]): Installation {
  return contextOf('owner').after(events);
}

const journal = { id: 'journal', name: 'Betriebstagebuch', maintainer: 'contractor-a' };
const nord = { id: 'nord', name: 'Netz Nord', contactPeople: [] };
const contract = { operator: 'sued', module: 'outage', from: '2026-07-01' };

const commands = {
  recordOrganisation: {
    entered: { type: 'recordOrganisation', organisation: { name: 'Netz Süd', contactPeople: [] } },
    unchanged: { type: 'recordOrganisation', organisation: nord },
    changed: { type: 'recordOrganisation', organisation: { ...nord, name: 'Netz Nord AG' } },
  },
  recordModule: {
    entered: { type: 'recordModule', module: { name: 'Geplante Netzmaßnahmen' } },
    unchanged: { type: 'recordModule', module: journal },
    changed: { type: 'recordModule', module: { ...journal, retired: '2026-12-31' } },
  },
  recordContract: {
    entered: { type: 'recordContract', contract },
    unchanged: { type: 'recordContract', contract: installation.contracts[0] ?? { ...contract } },
    changed: {
      type: 'recordContract',
      contract: { ...(installation.contracts[0] ?? { ...contract }), to: '2026-12-31' },
    },
  },
} as const satisfies Readonly<
  Record<string, Readonly<Record<'entered' | 'unchanged' | 'changed', OrganisationCommand>>>
>;

describe.each(Object.entries(commands))('%s (process 1, 8)', (_action, { entered, unchanged, changed }) => {
  it('given the process owner, then it is recorded in that role', () => {
    expect(decideChange(entered, contextOf('owner'))).toMatchObject({ kind: 'events', role: 'processOwner' });
    expect(decideChange(changed, contextOf('owner'))).toMatchObject({ kind: 'events', role: 'processOwner' });
  });

  it.each(others)('given %s, then nothing is recorded, and it is said who may', (person) => {
    for (const command of [entered, changed])
      expect(decideChange(command, contextOf(person))).toEqual({
        kind: 'refusal',
        refusal: { code: 'notPermitted', permitted: ['processOwner'] },
      });
  });

  it('given that everything is as it was, then nothing changes', () => {
    expect(decided(unchanged)).toBe('nothingChanges');
  });

  it('given that somebody changed the same record since the form was opened, then it is said who; a change of another record is none', () => {
    const change = (command: OrganisationCommand): OrganisationChange => {
      const decision = decideChange(command, contextOf('owner'));
      const events = decision.kind === 'events' ? decision.events : [];
      const by = { person: 'owner', role: 'processOwner' } as const;
      return { version: 2, at: 7, action: command.type, commandId: 'a', by, events };
    };
    expect(decideChange(unchanged, contextOf('owner', installation, [change(changed)]))).toEqual({
      kind: 'refusal',
      refusal: { code: 'overtaken', by: 'owner', at: 7 },
    });
    expect(decideChange(changed, contextOf('owner', installation, [change(entered)])).kind).toBe('events');
  });
});

describe('what the process owner enters', () => {
  it('given a new organisation of a name that another has, then its id is its own', () => {
    expect(decided(commands.recordOrganisation.entered)).toEqual([
      {
        type: 'organisationRecorded',
        organisation: { id: 'netz-sued', name: 'Netz Süd', contactPeople: [] },
      },
    ]);
    const [first] = [decided(commands.recordOrganisation.entered)];
    const twice = decided(
      commands.recordOrganisation.entered,
      after(first === undefined || typeof first === 'string' ? [] : first),
    );
    expect(twice).toMatchObject([{ organisation: { id: 'netz-sued-2', name: 'Netz Süd' } }]);
  });

  it('given a new module, then it has an id made of its name', () => {
    expect(decided(commands.recordModule.entered)).toEqual([
      {
        type: 'moduleRecorded',
        module: { id: 'geplante-netzmassnahmen', name: 'Geplante Netzmaßnahmen' },
      },
    ]);
  });

  it('given a renamed organisation or module, then it keeps its id, which old tickets name', () => {
    expect(decided(commands.recordOrganisation.changed)).toMatchObject([{ organisation: { id: 'nord' } }]);
    expect(decided({ type: 'recordModule', module: { ...journal, name: 'Tagebuch' } })).toMatchObject([
      { module: { id: 'journal', name: 'Tagebuch' } },
    ]);
  });

  it('given a new contract, then its id tells operator, module and first day', () => {
    expect(decided(commands.recordContract.entered)).toEqual([
      { type: 'contractRecorded', contract: { id: 'sued-outage-2026-07-01', ...contract } },
    ]);
  });

  it('given a contract within the days of another, then it contradicts that; after its end it does not', () => {
    const next = { operator: 'sued', module: 'journal' };
    expect(decided({ type: 'recordContract', contract: { ...next, from: '2026-12-31' } })).toBe(
      'contradicts',
    );
    expect(decided({ type: 'recordContract', contract: { ...next, from: '2027-01-01' } })).toHaveLength(1);
  });

  it('given contact people of another organisation, then it contradicts', () => {
    const organisation = { ...nord, contactPeople: ['sued-1'] };
    expect(decided({ type: 'recordOrganisation', organisation })).toBe('contradicts');
  });

  it('given that the organisation of all dispatchers is retired, then nobody would be one, and it is not', () => {
    const organisation = {
      id: 'cooperative',
      name: 'Genossenschaft',
      contactPeople: [],
      retired: '2026-12-31',
    };
    expect(decideChange({ type: 'recordOrganisation', organisation }, contextOf('owner'))).toEqual({
      kind: 'refusal',
      refusal: { code: 'vacant', role: 'dispatcher', day: '2026-12-31' },
    });
  });
});
