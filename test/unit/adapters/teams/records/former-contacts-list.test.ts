import { formerContactsList } from '../../../../../src/adapters/teams/records/former-contacts-list';
import { eventsTowards, type OrganisationChange } from '../../../../../src/domain/organisation/changes';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { noRecords, recordsOf } from '../../../../../src/domain/organisation/records';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { largeOrganisation } from '../../../../support/large-organisation';
import { rowsOf } from './record-support';

/** Imported, then left by everybody whom `leave` says. */
function changesOf(all: Installation, leave: (id: string) => boolean): readonly OrganisationChange[] {
  const leavers = all.people.filter(({ id }) => leave(id));
  return [
    changeAt('2026-06-01T08:00', eventsTowards(noRecords, recordsOf(all))),
    changeAt(
      '2026-06-09T08:00',
      leavers.map((person) => ({ type: 'personRecorded', person: { ...person, roles: [] } }) as const),
    ),
  ];
}

function changeAt(local: string, events: OrganisationChange['events']): OrganisationChange {
  return { version: 1, at: berlin(local), action: 'importRecords', commandId: local, events };
}

describe('the list of former contacts (process 9)', () => {
  const left = changesOf(installation, (id) => ['dispatcher-1', 'maintainer-b1'].includes(id));

  it('given people who left, then the row says role, module, name, organisation and days, and nothing can be pressed', () => {
    expect(rowsOf(formerContactsList, { changes: left })).toEqual([
      {
        text: 'Modul-Maintainer Störungsinformationstool: Person maintainer-b1 (Wartung B)',
        details: ['von Mo 01.06.2026 bis Di 09.06.2026'],
        buttons: [],
      },
      {
        text: 'Wartungs-Dispatcher: Person dispatcher-1 (Genossenschaft)',
        details: ['von Mo 01.06.2026 bis Di 09.06.2026'],
        buttons: [],
      },
    ]);
  });

  it('given that they are called otherwise today, then by that name, and by none where they are not known any more', () => {
    const named = (people: Installation['people']) =>
      rowsOf(formerContactsList, { changes: left, recorded: { ...installation, people } })[1]?.text;
    const people = installation.people.map((person) =>
      person.id === 'dispatcher-1' ? { ...person, name: 'Person Neu' } : person,
    );
    expect(named(people)).toBe('Wartungs-Dispatcher: Person Neu (Genossenschaft)');
    expect(named(installation.people.filter(({ id }) => id !== 'dispatcher-1'))).not.toContain(
      'dispatcher-1',
    );
  });

  it('given a retired module, then its former maintainers are still told', () => {
    const recorded = {
      ...installation,
      modules: installation.modules.map((each) => ({ ...each, retired: '2026-06-09' })),
    };
    expect(rowsOf(formerContactsList, { changes: left, recorded })).toHaveLength(2);
  });

  it('given 500 people who all left, then each of their roles but the operators’ has a row', () => {
    const large = largeOrganisation();
    const rows = rowsOf(formerContactsList, {
      changes: changesOf(large, () => true),
      recorded: { ...large, people: [...large.people, ...installation.people] },
    });
    const grants = large.people.flatMap(({ roles }) => roles.filter(({ role }) => role !== 'operator'));
    expect(rows.length).toBeGreaterThan(50);
    expect(rows.length).toBeLessThanOrEqual(grants.length);
  });

  it('given that only the process owner changes who is a contact, then nobody else reads it', () => {
    expect(formerContactsList.roles).toEqual(['processOwner']);
  });
});
