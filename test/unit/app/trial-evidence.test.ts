import { trialRefusal } from '../../../src/app/trial-evidence';
import type { TicketRecord } from '../../../src/app/ports/ticket-store';
import { beginOnboarding, type OnboardingOf } from '../../../src/domain/organisation/onboarding/onboarding';
import { noRecords } from '../../../src/domain/organisation/records';
import type { Ticket } from '../../../src/domain/ticket/ticket';
import { installation } from '../../support/installation';

const company = { module: 'journal', organisation: 'contractor-a' };
const own = { ...company, person: 'maintainer-a1' };
const assignment = { organisation: 'contractor-a', person: 'maintainer-a1', since: 1 };
const released = { trial: true, module: 'journal', resolution: 'fixed', assignment } as const;

/** What is said of this ticket as evidence of a step. */
function said(ticket: Partial<Ticket> | undefined, { step = 'trial', of = company }: Asked = {}) {
  const checklist = installation.onboardingChecklist;
  const onboarding = beginOnboarding({ id: 'o-1', ...of }, checklist, { by: 'owner', at: 1 });
  const records = { ...noRecords, onboardings: [onboarding] };
  const record = ticket && ({ ticket } as TicketRecord);
  const tickets = {
    find: (number: string) => Promise.resolve(number === 'SP-2026-0001' ? record : undefined),
  };
  const command = { type: 'tickItem', onboarding: 'o-1', step, evidence: 'SP-2026-0001' } as const;
  return trialRefusal({ tickets }, records, command);
}

interface Asked {
  readonly step?: string;
  readonly of?: OnboardingOf;
}

describe('the trial ticket that shows that a maintainer can do it (process 7)', () => {
  it('given one of the module that was released and was theirs, then nothing is said against it', async () => {
    expect(await said(released)).toBeUndefined();
    expect(await said(released, { of: own })).toBeUndefined();
  });

  it('given one that was a colleague’s, then it shows that the company can do it, and not that the person can', async () => {
    const ofColleague = { ...released, assignment: { ...assignment, person: 'maintainer-a2' } };
    expect(await said(ofColleague)).toBeUndefined();
    expect(await said(ofColleague, { of: own })).toEqual({ code: 'notATrial', of: own });
  });

  it.each<[string, Partial<Ticket> | undefined]>([
    ['no ticket', undefined],
    ['a real ticket', { module: 'journal', resolution: 'fixed' }],
    ['one of another module', { ...released, module: 'outage' }],
    ['one under way', { trial: true, module: 'journal' }],
    ['one that was withdrawn', { ...released, resolution: 'withdrawn' }],
    [
      'one of another company',
      { ...released, assignment: { ...assignment, organisation: 'contractor-b', person: 'maintainer-b1' } },
    ],
  ])('given %s, then it shows nothing', async (_what, ticket) => {
    expect(await said(ticket)).toEqual({ code: 'notATrial', of: company });
  });

  it('given a step that asks for something else, then no ticket is looked at', async () => {
    expect(await said(undefined, { step: 'build' })).toBeUndefined();
  });
});
