import type { OrganisationEvent } from '../../../../src/domain/organisation/changes';
import type { Contract } from '../../../../src/domain/organisation/installation';
import { endingsOf } from '../../../../src/domain/ticket/endings-of';
import { endingText } from '../../../../src/texts/consequences.de';
import { viewFor } from '../../../../src/texts/view';
import { accepted, assigned } from '../../../support/given';
import { installation } from '../../../support/installation';

const tickets = [assigned().stands, accepted().stands, { ...accepted().stands, operator: 'sued' }];
const view = viewFor({ installation, now: assigned().now });
const said = (event: OrganisationEvent) =>
  endingsOf([event], installation, tickets).map((ending) => endingText(ending, view));

const nord = { id: 'nord', name: 'Netz Nord', contactPeople: [] };
const journal = { id: 'journal', name: 'Betriebstagebuch', maintainer: 'contractor-a' };
const contract = (change: Partial<Contract>): OrganisationEvent => ({
  type: 'contractRecorded',
  contract: {
    ...{ id: 'sued-journal', operator: 'sued', module: 'journal' },
    ...{ from: '2024-01-01', to: '2026-12-31', installedVersion: '2.1.0', ...change },
  },
});

describe('what a change of the organisation ends is said before it is made (process 1, 8)', () => {
  it('given a company that retires, then whose roles, which contracts and how many open tickets', () => {
    expect(said({ type: 'organisationRecorded', organisation: { ...nord, retired: '2026-07-01' } })).toEqual([
      'Ab Mi 01.07.2026 nimmt Netz Nord nicht mehr teil. Damit enden: die Rollen von 2 Personen, 3 Verträge. Offene Tickets: 2.',
    ]);
  });

  it('given a module that retires, then which contracts and how many open tickets', () => {
    expect(said({ type: 'moduleRecorded', module: { ...journal, retired: '2026-07-01' } })).toEqual([
      'Ab Mi 01.07.2026 wird Betriebstagebuch nicht mehr gepflegt und kann nicht mehr gemeldet werden. Damit enden: 2 Verträge. Offene Tickets: 3.',
    ]);
  });

  it('given a contract that ends on another day, then from when nothing can be reported, and what is finished', () => {
    expect(said(contract({ to: '2026-06-11' }))).toEqual([
      'Ab Fr 12.06.2026 kann Netz Süd zu Betriebstagebuch nichts mehr melden. Offene Tickets: 1. Diese werden zu Ende geführt.',
    ]);
  });

  it('given a change that ends nothing, or nothing otherwise than before, then nothing', () => {
    const retired = { ...nord, retired: '2026-07-01' };
    const before = { ...installation, organisations: [retired] };
    const renamed: OrganisationEvent = {
      type: 'organisationRecorded',
      organisation: { ...retired, name: 'Nord' },
    };
    expect(endingsOf([renamed], before, tickets)).toEqual([]);
    expect(said(contract({ installedVersion: '2.2.0' }))).toEqual([]);
    expect(said({ type: 'moduleRecorded', module: journal })).toEqual([]);
    expect(
      said({
        type: 'contractRecorded',
        contract: { id: 'new', operator: 'sued', module: 'outage', from: '2026-07-01', to: '2027-06-30' },
      }),
    ).toEqual([]);
  });
});
