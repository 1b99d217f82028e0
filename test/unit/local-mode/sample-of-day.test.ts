import fc from 'fast-check';
import { loadOrganisation } from '../../../src/adapters/organisation/load-organisation';
import { readOrganisation } from '../../../src/adapters/organisation/read-organisation';
import { writeOrganisation } from '../../../src/adapters/organisation/write-organisation';
import { sampleOrganisationFile } from '../../../src/config';
import { absenceOn, presenceOn } from '../../../src/domain/organisation/absences';
import { doubtsOf } from '../../../src/domain/organisation/doubts';
import { contractOn } from '../../../src/domain/organisation/find';
import { accessTasksDue } from '../../../src/domain/organisation/access-tasks-due';
import { evolveRecords } from '../../../src/domain/organisation/changes';
import { installationOf, recordsOf } from '../../../src/domain/organisation/records';
import { takenOverAccess } from '../../../src/domain/organisation/taken-over-access';
import { dueEvents } from '../../../src/domain/organisation/due-records';
import { progressOf } from '../../../src/domain/organisation/onboarding/onboarding';
import { parseDate, toIsoDate, weekdayOf } from '../../../src/domain/service-calendar/civil-date';
import { firstSteps } from '../../../src/local-mode/first-steps';
import { sampleCast } from '../../../src/local-mode/sample-cast';
import { sampleOfDay } from '../../../src/local-mode/sample-of-day';
import { berlin } from '../../support/given';

const sample = loadOrganisation(sampleOrganisationFile);
/** Within what the contracts of the sample last, which end with 2030. */
const days = fc
  .integer({ min: parseDate('2026-01-01') ?? 0, max: parseDate('2030-11-30') ?? 0 })
  .map(toIsoDate);
const after = (day: string, count: number) => toIsoDate((parseDate(day) ?? 0) + count);

describe('given the sample on any day', () => {
  test('then one contract more ends within 30 days, and holds until then', () => {
    fc.assert(
      fc.property(days, (day) => {
        const installation = sampleOfDay(sample, day);
        const { contracts } = installation;
        const ending = contracts.filter(({ to }) => to !== undefined && to >= day && to <= after(day, 30));
        expect(ending).toHaveLength(1);
        for (const { operator, module } of ending)
          expect(contractOn(installation, operator, module, day)).toBeDefined();
      }),
    );
  });

  test('then one contract begins, whose operator is to be let in to the packages, and no other', () => {
    fc.assert(
      fc.property(days, (day) => {
        const now = berlin(`${day}T12:00`);
        const first = sampleOfDay(sample, day);
        const events = takenOverAccess(first, now);
        const records = events.reduce(evolveRecords, recordsOf(first));
        const due = accessTasksDue(installationOf(first, records), { today: day, now });
        expect(due.map((event) => event.type === 'accessTaskRecorded' && event.task)).toMatchObject([
          { kind: 'grant', operator: 'netz-sued', module: 'bereitschaftsplanung' },
        ]);
      }),
      { numRuns: 20 },
    );
  });

  test('then one person is absent, whom no first step needs, and the deputy is there', () => {
    fc.assert(
      fc.property(days, (day) => {
        const installation = sampleOfDay(sample, day);
        const absences = installation.people.flatMap(({ id }) => absenceOn(installation, id, day) ?? []);
        expect(absences).toHaveLength(1);
        const [{ person, deputy } = { person: '', deputy: '' }] = absences;
        expect(presenceOn(installation, day).inSteadOf(person)).toBe(deputy);
        const steps = firstSteps(installation, sampleCast(installation, berlin(`${day}T10:00`)));
        expect(steps).toHaveLength(5);
        expect(steps.map((step) => step.person)).not.toContain(person);
      }),
    );
  });

  test('then this week and the next have somebody on duty from Monday to Friday, at the weekend the two that follow', () => {
    fc.assert(
      fc.property(days, (day) => {
        const { duty } = sampleOfDay(sample, day);
        const rostered = new Map(duty.map((each) => [each.day, each.dispatchers]));
        expect(rostered.size).toBe(10);
        const workdays = Array.from({ length: 14 }, (_, index) => after(day, index)).filter(
          (each) => weekdayOf(parseDate(each) ?? 0) <= 5,
        );
        // From a Friday on, the week after the next begins within two weeks.
        const known = workdays.filter((each) => rostered.has(each));
        expect(known).toEqual(workdays.slice(0, known.length));
        expect(known.length).toBeGreaterThanOrEqual(6);
        expect(rostered.get(workdays[0] ?? '')).toEqual(['dispatcher-1']);
        expect(rostered.get(after(workdays[0] ?? '', 7))).toEqual(['dispatcher-2']);
      }),
    );
  });

  test('then somebody is half set up as maintainer, and nothing of it has waited for too long', () => {
    fc.assert(
      fc.property(days, (day) => {
        const installation = sampleOfDay(sample, day);
        const [onboarding] = installation.onboardings;
        expect(onboarding && progressOf(onboarding)).toEqual({ done: 6, of: 13 });
        const now = berlin(`${day}T12:00`);
        expect(dueEvents(installation, now).filter(({ type }) => type === 'onboardingRecorded')).toEqual([]);
        const people = new Set(installation.people.map(({ id }) => id));
        expect([onboarding?.person].every((id) => id !== undefined && people.has(id))).toBe(true);
      }),
      { numRuns: 20 },
    );
  });

  test('then it is one that a file could hold but for the onboarding, and nothing is surely wrong with it', () => {
    fc.assert(
      fc.property(days, (day) => {
        const installation = sampleOfDay(sample, day);
        expect(doubtsOf(installation, day)).toEqual([]);
        const { onboardings, ...records } = recordsOf(installation);
        expect(onboardings).toHaveLength(1);
        expect(recordsOf(readOrganisation(writeOrganisation(installation)))).toMatchObject(records);
      }),
      { numRuns: 10 },
    );
  });
});
