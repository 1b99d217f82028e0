import fc from 'fast-check';
import { contactsOf } from '../../../../src/domain/organisation/contacts';
import { inForceAt } from '../../../../src/domain/organisation/in-force';
import type { Installation, Person } from '../../../../src/domain/organisation/installation';
import type { Place } from '../../../../src/domain/organisation/place';
import { peopleToMeet } from '../../../../src/domain/ticket/plan/plan-meeting';
import { accepted, bound, fixed, inProgress, planned, reportByNord, Story } from '../../../support/given';
import { installation, withTwoHats } from '../../../support/installation';
import { play, start, step } from '../../../support/random-walks';
import { samplePlan } from '../../../support/tickets';

const runs = { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 100) };
const dispatch: Place = { kind: 'dispatch' };
const nord: Place = { kind: 'organisation', organisation: 'nord' };
const journal: Place = { kind: 'module', module: 'journal' };
const platform: Place = { kind: 'platform' };

function invited(story: Story, place: Place, organisation: Installation = installation) {
  return peopleToMeet(story.stands, place, organisation, story.now)?.map(({ id }) => id);
}

function changed(id: string, change: Partial<Person>): Installation {
  const people = installation.people.map((person) => (person.id === id ? { ...person, ...change } : person));
  return { ...installation, people };
}

describe('who meets about a plan (process 4)', () => {
  it('is the reporter, whom it is assigned to, the dispatchers on duty and the module’s other maintainers', () => {
    const all = ['nord-1', 'maintainer-a1', 'dispatcher-1', 'dispatcher-2', 'maintainer-a2'];
    for (const story of [planned(), bound(), inProgress()]) {
      expect(invited(story, dispatch)).toEqual(all);
      expect(invited(story, nord)).toEqual(all);
    }
  });

  it('is without the operator’s people at the contractor’s place', () => {
    expect(invited(planned(), journal)).toEqual([
      'maintainer-a1',
      'dispatcher-1',
      'dispatcher-2',
      'maintainer-a2',
    ]);
  });

  it('is nobody where no plan stands, or the work is done, or the place is no party', () => {
    expect(invited(accepted(), dispatch)).toBeUndefined();
    expect(invited(fixed(), dispatch)).toBeUndefined();
    expect(invited(planned(), platform)).toBeUndefined();
    expect(invited(planned(), { kind: 'organisation', organisation: 'sued' })).toBeUndefined();
  });

  it('is no maintainer of a ticket that is not assigned: they may not read it', () => {
    const story = accepted().does('dispatcher-1', 'dispatcher', { type: 'proposePlan', plan: samplePlan });
    expect(invited(story, dispatch)).toEqual(['nord-1', 'dispatcher-1', 'dispatcher-2']);
    expect(invited(story, journal)).toBeUndefined();
  });

  it('adds the contact people of an organisation that is reached in their chats', () => {
    const story = new Story('2026-06-10T10:00').does('sued-2', 'operator', {
      ...reportByNord,
      operator: 'sued',
    } as never);
    story
      .at('2026-06-10T11:00')
      .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' });
    story.does('dispatcher-1', 'dispatcher', { type: 'proposePlan', plan: samplePlan });
    expect(invited(story, dispatch)).toEqual(['sued-2', 'dispatcher-1', 'dispatcher-2', 'sued-1']);
  });

  it('is others of the organisation where the reporter has left, and the others of the module where the assigned has', () => {
    expect(invited(planned(), dispatch, changed('nord-1', { until: '2026-06-09' }))).toEqual([
      'nord-2',
      'maintainer-a1',
      'dispatcher-1',
      'dispatcher-2',
      'maintainer-a2',
    ]);
    expect(invited(planned(), dispatch, changed('maintainer-a1', { until: '2026-06-09' }))).toEqual([
      'nord-1',
      'maintainer-a2',
      'dispatcher-1',
      'dispatcher-2',
    ]);
  });

  it('is first those who are there, the deputy of whom it is assigned to before the others', () => {
    const away = (person: string, deputy?: string) => ({
      person,
      from: '2026-06-01',
      to: '2026-06-30',
      ...(deputy !== undefined && { deputy }),
    });
    const journalToo = changed('owner', {
      organisation: 'contractor-a',
      roles: [{ role: 'maintainer', module: 'journal' }],
    });
    const organisation = {
      ...journalToo,
      absences: [away('maintainer-a1', 'maintainer-a2'), away('dispatcher-1', 'dispatcher-2')],
    };
    expect(invited(planned(), journal, organisation)).toEqual([
      'maintainer-a2',
      'dispatcher-2',
      'owner',
      'maintainer-a1',
    ]);
    const absences = [away('nord-1'), away('maintainer-a1')];
    expect(invited(planned(), dispatch, { ...installation, absences })).toEqual([
      'dispatcher-1',
      'dispatcher-2',
      'maintainer-a2',
      'nord-1',
      'maintainer-a1',
    ]);
  });

  it('names nobody twice, whatever their roles and mailboxes', () => {
    expect(invited(planned(), dispatch, withTwoHats)).toEqual([
      'nord-1',
      'maintainer-a1',
      'dispatcher-1',
      'dispatcher-2',
      'two-hats',
      'maintainer-a2',
    ]);
    const shared = changed('dispatcher-2', { mail: 'Dispatcher-1@example.org' });
    expect(invited(planned(), dispatch, shared)).toEqual([
      'nord-1',
      'maintainer-a1',
      'dispatcher-1',
      'maintainer-a2',
    ]);
  });

  const days = fc.option(fc.constantFrom('2026-06-01', '2026-06-10', '2026-07-01'), { nil: undefined });
  const terms = fc.array(fc.record({ since: days, until: days }), { minLength: 12, maxLength: 12 });

  test('given any story and any terms of office, then no place learns of a mail that "Ansprechpartner" has not, but of its own organisation', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 12 }), terms, (first, steps, given) => {
        const story = play(first, steps, () => undefined);
        const { ticket } = story;
        if (ticket === undefined) return;
        const organisation = {
          ...withTwoHats,
          people: withTwoHats.people.map((person, index) => ({ ...person, ...given[index] }) as Person),
        };
        const today = inForceAt(organisation, story.now);
        const listed = new Set(contactsOf(today).map(({ person }) => person?.id));
        for (const place of [dispatch, nord, journal, platform]) {
          const people = peopleToMeet(ticket, place, organisation, story.now) ?? [];
          expect(new Set(people.map(({ mail }) => mail.toLowerCase())).size).toBe(people.length);
          expect(people.filter(({ roles }) => roles.length === 0)).toEqual([]);
          const hidden = people.filter(({ id }) => !listed.has(id));
          const reads = place.kind === 'dispatch' || place.kind === 'organisation';
          expect(hidden.filter((person) => !reads || person.organisation !== ticket.operator)).toEqual([]);
        }
      }),
      runs,
    );
  });
});
