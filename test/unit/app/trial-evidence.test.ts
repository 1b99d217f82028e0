import { trialRefusal } from '../../../src/app/trial-evidence';
import type { TicketRecord } from '../../../src/app/ports/ticket-store';
import { beginOnboarding } from '../../../src/domain/organisation/onboarding/onboarding';
import { noRecords } from '../../../src/domain/organisation/records';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { installation } from '../../support/installation';

const onboarding = beginOnboarding(
  { id: 'o-1', module: 'journal', organisation: 'contractor-a' },
  installation.onboardingChecklist,
  { by: 'owner', at: 1 },
);
const records = { ...noRecords, onboardings: [onboarding] };
const released = { trial: true, module: 'journal', resolution: 'fixed' } as const;

/** What is said of this ticket as evidence of a step. */
function said(ticket: Partial<Ticket> | undefined, step = 'trial') {
  const record = ticket && ({ ticket } as TicketRecord);
  const tickets = {
    find: (number: string) => Promise.resolve(number === 'SP-2026-0001' ? record : undefined),
  };
  const command = { type: 'tickItem', onboarding: 'o-1', step, evidence: 'SP-2026-0001' } as const;
  return trialRefusal({ tickets }, records, command);
}

describe('the trial ticket that shows that a maintainer can do it (process 7)', () => {
  it('given one of the module that was released, then nothing is said against it', async () => {
    expect(await said(released)).toBeUndefined();
  });

  it.each<[string, Partial<Ticket> | undefined]>([
    ['no ticket', undefined],
    ['a real ticket', { module: 'journal', resolution: 'fixed' }],
    ['one of another module', { ...released, module: 'outage' }],
    ['one under way', { trial: true, module: 'journal' }],
    ['one that was withdrawn', { ...released, resolution: 'withdrawn' }],
  ])('given %s, then it shows nothing', async (_what, ticket) => {
    expect(await said(ticket)).toEqual({ code: 'notATrial', module: 'journal' });
  });

  it('given a step that asks for something else, then no ticket is looked at', async () => {
    expect(await said(undefined, 'build')).toBeUndefined();
  });
});
