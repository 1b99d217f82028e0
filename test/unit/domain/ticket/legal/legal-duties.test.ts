import { defined } from '../../../../../src/defined';
import { defaultThresholdPercents } from '../../../../../src/domain/reaction/thresholds';
import { createServiceCalendar } from '../../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../../src/domain/service-calendar/standard-calendar';
import { replay } from '../../../../../src/domain/ticket/evolve';
import { knownAtOf, legalDeadline } from '../../../../../src/domain/ticket/legal/legal-duties';
import type { LegalReport } from '../../../../../src/domain/ticket/legal/legal-report';
import { nextDueAt, timers } from '../../../../../src/domain/ticket/timers';
import {
  accepted,
  berlin,
  type CommandText,
  reportByNord,
  requested,
  Story,
} from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { byDispatcher, sampleFaultReported, sampleTime } from '../../../../support/tickets';

const hour = 3_600_000;
const day = 24 * hour;
type Report = Extract<CommandText, { type: 'reportFault' }>;

function reportedWith(changes: Partial<Report>, start: string): Story {
  return new Story(start).does('nord-1', 'operator', {
    ...(reportByNord as Report),
    securityRelevant: true,
    ...changes,
  });
}

/** Reported and known at the same time, and analysed at once, so that only legal duties are still due. */
function knownAt(start: string): Story {
  return reportedWith({}, start).does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
}

function enters(report: LegalReport, at: string): CommandText {
  return { type: 'enterLegalReport', report, reportedAt: berlin(at), reference: 'BSI-2026-0815' };
}

function deadlines(story: Story) {
  const of = (report: LegalReport) => legalDeadline(story.stands, report, story.organisation.calendars);
  return { first: of('first'), second: of('second'), final: of('final') };
}

describe('from when legal duties count (process 10)', () => {
  test('given a security-relevant report without Kenntnis, then they count from its receipt, also where it was taken by phone', () => {
    expect(knownAtOf(reportedWith({}, '2026-06-12T08:00').stands)).toBe(berlin('2026-06-12T08:00'));
    const onWord = new Story('2026-06-12T16:00').does('dispatcher-1', 'dispatcher', {
      ...(reportByNord as Report),
      securityRelevant: true,
      onBehalf: { way: 'phone', saidBy: 'Schicht A', at: berlin('2026-06-12T09:00') },
    });
    expect(knownAtOf(onWord.stands)).toBe(berlin('2026-06-12T09:00'));
  });

  test('given a report that says when the operator became aware, then they count from there', () => {
    const story = reportedWith({ knownAt: berlin('2026-06-11T22:15') }, '2026-06-12T08:00');
    expect(story.events[0]).toMatchObject({ knownAt: berlin('2026-06-11T22:15') });
    expect(deadlines(story).first).toBe(berlin('2026-06-12T22:15'));
  });

  test('given a marking later, then they count from the marking, or from what was entered with it', () => {
    const mark = (knownAt?: number) =>
      accepted()
        .at('2026-06-11T12:00')
        .does('dispatcher-1', 'dispatcher', {
          type: 'markSecurityRelevant',
          ...defined({ knownAt }),
        });
    expect(knownAtOf(mark().stands)).toBe(berlin('2026-06-11T12:00'));
    expect(knownAtOf(mark(berlin('2026-06-11T06:30')).stands)).toBe(berlin('2026-06-11T06:30'));
  });

  test('given a Kenntnis in the future or over 30 days before the receipt, then it is refused and the form stays', () => {
    const refused = (knownAt: number) => {
      const decision = accepted().at('2026-06-11T12:00').try('nord-1', 'operator', {
        type: 'markSecurityRelevant',
        knownAt,
      });
      return decision.kind === 'refusal' && decision.keepsForm === true
        ? decision.refusal.code
        : decision.kind;
    };
    const received = accepted().stands.receivedAt;
    expect(refused(berlin('2026-06-11T12:00'))).toBe('events');
    expect(refused(berlin('2026-06-11T12:00') + 1)).toBe('knownInFuture');
    expect(refused(received - 30 * day)).toBe('events');
    expect(refused(received - 30 * day - 1)).toBe('knownTooEarly');
    expect(() => reportedWith({ knownAt: berlin('2026-06-12T08:01') }, '2026-06-12T08:00')).toThrow(
      'knownInFuture',
    );
    expect(() => reportedWith({ knownAt: 0 }, '2026-06-12T08:00')).toThrow('knownTooEarly');
  });

  test('given events of software that did not ask for it, then they count from the receipt or the marking', () => {
    const reported = replay([sampleFaultReported({ securityRelevant: true })]);
    expect(reported.knownAt).toBeUndefined();
    expect(knownAtOf(reported)).toBe(sampleTime);
    const marked = replay([
      sampleFaultReported(),
      { ...byDispatcher('c1', sampleTime + 5 * hour), type: 'markedSecurityRelevant' },
    ]);
    expect(knownAtOf(marked)).toBe(sampleTime + 5 * hour);
  });

  test('given the 20 h reminder of such software, then it is not given again, and the others follow', () => {
    const before = knownAt('2026-06-12T08:00');
    const story = new Story('2026-06-13T04:00');
    story.ticket = defined({
      ...before.stands,
      knownAt: undefined,
      firedTimers: [{ timer: 'legalDuty', step: 20, since: before.stands.receivedAt }],
    });
    expect(story.timePasses('2026-06-13T05:00')).toEqual([]);
    expect(story.timePasses('2026-06-13T08:01')).toEqual(['reminded legalDuty 24']);
    expect(story.timePasses('2026-06-15T04:00')).toEqual(['reminded legalDutySecond 68']);
  });
});

describe('when legal reports are due (process 10, § 32 BSIG)', () => {
  test.each([
    // known, first, second, final
    ['an ordinary week', '2026-06-12T08:00', '2026-06-13T08:00', '2026-06-15T08:00', '2026-07-15T08:00'],
    ['summer time begins', '2026-03-28T10:00', '2026-03-29T11:00', '2026-03-31T11:00', '2026-04-30T11:00'],
    ['summer time ends', '2026-10-24T10:00', '2026-10-25T09:00', '2026-10-27T09:00', '2026-11-27T09:00'],
    [
      'it changes within the month',
      '2026-10-01T10:00',
      '2026-10-02T10:00',
      '2026-10-04T10:00',
      '2026-11-04T10:00',
    ],
    [
      'the month after is shorter',
      '2026-01-28T10:00',
      '2026-01-29T10:00',
      '2026-01-31T10:00',
      '2026-02-28T10:00',
    ],
    ['in a leap year', '2028-01-28T10:00', '2028-01-29T10:00', '2028-01-31T10:00', '2028-02-29T10:00'],
    ['over the year', '2026-12-28T23:30', '2026-12-29T23:30', '2026-12-31T23:30', '2027-01-31T23:30'],
    // 02:30 does not exist on 28 March 2027; the clock is put forward at 02:00.
    [
      'at a time that is skipped',
      '2027-02-25T02:30',
      '2027-02-26T02:30',
      '2027-02-28T02:30',
      '2027-03-28T03:00',
    ],
  ])(
    'given %s, then they are due 24 h and 72 h by the clock after Kenntnis, and a month later',
    (_, known, ...due) => {
      expect(Object.values(deadlines(knownAt(known)))).toEqual(due.map(berlin));
    },
  );

  test('given a second report that was made earlier or later, then the month counts from it', () => {
    const story = knownAt('2026-06-12T08:00').at('2026-06-13T09:00');
    story.does('nord-2', 'operator', enters('second', '2026-06-13T09:00'));
    expect(deadlines(story).final).toBe(berlin('2026-07-13T09:00'));
  });

  test('given another zone of the service calendar, then the month is counted by its clock', () => {
    const abroad = createServiceCalendar({ ...standardCalendar, zone: 'America/New_York' });
    const calendars = [{ id: 'abroad', validFrom: '2020-01-01', calendar: abroad }];
    const { stands } = knownAt('2026-01-29T05:00');
    // 1 Feb 05:00 in Berlin is 31 Jan 23:00 in New York, and 28 Feb 23:00 a month later.
    expect(legalDeadline(stands, 'final', calendars)).toBe(berlin('2026-03-01T05:00'));
  });
});

describe('reminders of legal reports (process 10)', () => {
  /** Whom a step of the story tells something. */
  const told = (story: Story, kind: 'legalDuty' | 'legalDutyFinal', step: number) =>
    timers[kind].tells(story.stands, step, installation).map(({ place }) => place);
  const nordsPlace = { kind: 'organisation', organisation: 'nord' };

  test('given nothing is entered, then the operator is reminded once at 20 h, at 68 h and three service days before the month ends, and each deadline that passes is recorded', () => {
    const story = knownAt('2026-06-12T08:00');
    expect(story.timePasses('2026-06-13T03:59')).toEqual([]);
    expect(story.timePasses('2026-06-13T04:00')).toEqual(['reminded legalDuty 20']);
    expect(told(story, 'legalDuty', 20)).toEqual([nordsPlace]);
    expect(story.timePasses('2026-06-13T08:00')).toEqual([]);
    expect(story.timePasses('2026-06-13T08:01')).toEqual(['reminded legalDuty 24']);
    expect(told(story, 'legalDuty', 24)).toEqual([]);
    expect(story.timePasses('2026-06-15T03:59')).toEqual([]);
    expect(story.timePasses('2026-06-15T04:00')).toEqual(['reminded legalDutySecond 68']);
    expect(story.timePasses('2026-06-15T08:01')).toEqual(['reminded legalDutySecond 72']);
    // Wed 15.07.: Tue, Mon, Fri.
    expect(story.timePasses('2026-07-10T08:29')).toEqual([]);
    expect(story.timePasses('2026-07-10T08:30')).toEqual(['reminded legalDutyFinal 3']);
    expect(story.timePasses('2026-07-15T08:00')).toEqual([]);
    expect(story.timePasses('2026-07-15T08:01')).toEqual(['reminded legalDutyFinal 792']);
    expect(story.timePasses('2026-09-01T12:00')).toEqual([]);
  });

  test('given the bot was down at a reminder, then the operator is told once the deadline has passed', () => {
    const story = knownAt('2026-06-12T08:00');
    expect(story.timePasses('2026-06-13T09:00')).toEqual(['reminded legalDuty 24']);
    expect(told(story, 'legalDuty', 24)).toEqual([nordsPlace]);
    expect(story.timePasses('2026-06-14T09:00')).toEqual([]);
  });

  test('given the last deadline has passed and the second report moves it on, then it is recorded again when it passes', () => {
    const story = knownAt('2026-06-12T08:00');
    story.timePasses('2026-07-10T08:30');
    story.timePasses('2026-07-15T08:01');
    story.does('nord-1', 'operator', enters('second', '2026-07-15T08:00'));
    expect(deadlines(story).final).toBe(berlin('2026-08-15T08:00'));
    expect(story.timePasses('2026-08-15T08:00')).toEqual([]);
    expect(story.timePasses('2026-08-15T08:01')).toEqual(['reminded legalDutyFinal 1536']);
    expect(told(story, 'legalDutyFinal', 1536)).toEqual([]);
  });

  test.each([
    ['2026-03-28T10:00', '2026-03-29T07:00', '2026-03-29T11:00', '2026-03-31T07:00'],
    ['2026-10-24T10:00', '2026-10-25T05:00', '2026-10-25T09:00', '2026-10-27T05:00'],
  ])('given a clock change after %s, then the hours are real ones', (known, first, due, second) => {
    const story = knownAt(known);
    const next = () =>
      nextDueAt(story.stands, {
        calendars: installation.calendars,
        warningPercents: defaultThresholdPercents,
      });
    expect(next()).toBe(berlin(first));
    story.timePasses(first);
    expect(next()).toBe(berlin(due) + 1);
    story.timePasses(due.replace(':00', ':01'));
    expect(next()).toBe(berlin(second));
  });

  test('given holidays before the month ends, then they are no service days', () => {
    // Due Thu 31.12.2026: Wed 30, Tue 29, Mon 28; were it the 29th, Mon 28, Thu 24, Wed 23.
    const story = knownAt('2026-11-26T10:00');
    expect(deadlines(story).final).toBe(berlin('2026-12-29T10:00'));
    story.timePasses('2026-11-30T10:00');
    expect(story.timePasses('2026-12-23T08:29')).toEqual([]);
    expect(story.timePasses('2026-12-23T08:30')).toEqual(['reminded legalDutyFinal 3']);
  });

  test('given a calendar with no service day for months, then three days of the clock on the wall are kept', () => {
    const closed = Array.from({ length: 400 }, (_, each) =>
      new Date(Date.UTC(2026, 5, 16) + each * day).toISOString().slice(0, 10),
    );
    const calendar = createServiceCalendar({ ...standardCalendar, closedDays: closed });
    const story = new Story('2026-06-12T08:00', {
      ...installation,
      calendars: [{ id: 'closed', validFrom: '2020-01-01', calendar }],
    });
    story.does('nord-1', 'operator', { ...(reportByNord as Report), securityRelevant: true });
    story.does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    story.timePasses('2026-06-15T04:00');
    story.timePasses('2026-06-15T04:01');
    expect(story.timePasses('2026-06-15T08:01')).toEqual(['reminded legalDutySecond 72']);
    expect(story.timePasses('2026-07-12T07:59')).toEqual([]);
    expect(story.timePasses('2026-07-12T08:00')).toEqual(['reminded legalDutyFinal 3']);
  });

  test.each(['first', 'second', 'final'] as const)(
    'given that the %s report was made, then only its reminder is stopped',
    (report) => {
      const story = knownAt('2026-06-12T08:00').at('2026-06-12T20:00');
      story.does('nord-2', 'operator', enters(report, '2026-06-12T19:30'));
      const told = ['2026-06-13T04:00', '2026-06-15T04:00', '2026-06-15T08:01', '2026-07-12T08:00'].flatMap(
        (at) => story.timePasses(at),
      );
      const all = {
        first: ['reminded legalDuty 20', 'reminded legalDuty 24'],
        second: ['reminded legalDutySecond 68', 'reminded legalDutySecond 72'],
        final: ['reminded legalDutyFinal 3'],
      };
      const others = Object.entries(all).flatMap(([of, each]) => (of === report ? [] : each));
      expect(told.sort()).toEqual(others.sort());
    },
  );

  test('given a ticket that has ended, then its duties go on: the law knows nothing of its state', () => {
    const story = requested('2026-06-12T08:00');
    story.does('nord-1', 'operator', { type: 'markSecurityRelevant' });
    story.does('nord-1', 'operator', { type: 'withdraw' });
    expect(story.timePasses('2026-06-13T04:00')).toEqual(['reminded legalDuty 20']);
    story.does('nord-1', 'operator', enters('second', '2026-06-13T03:00'));
    expect(story.timePasses('2026-06-15T04:00')).toEqual(['reminded legalDuty 24']);
  });

  test('given a reminder of the month and then a second report that moves it, then it is not given twice', () => {
    const story = knownAt('2026-06-12T08:00');
    story.timePasses('2026-07-10T08:30');
    story.timePasses('2026-07-10T08:31');
    story.does('nord-1', 'operator', enters('second', '2026-07-09T08:00'));
    expect(story.timePasses('2026-08-09T08:00')).toEqual([]);
    expect(deadlines(story).final).toBe(berlin('2026-08-09T08:00'));
  });
});

describe('"Gemeldet am …" (process 10)', () => {
  test('given an operator, then who, when and the reference are kept; a dispatcher does it on their word', () => {
    const story = knownAt('2026-06-12T08:00').at('2026-06-12T20:00');
    story.does('nord-2', 'operator', enters('first', '2026-06-12T19:30'));
    expect(story.stands.legalReports).toMatchObject([
      { report: 'first', reportedAt: berlin('2026-06-12T19:30'), by: 'nord-2', reference: 'BSI-2026-0815' },
    ]);
    story.doesOnWord('dispatcher-1', enters('second', '2026-06-12T19:45'));
    expect(story.events.at(-1)).toMatchObject({ onBehalf: { saidBy: 'Leitwarte Nord' } });
    expect(story.refusal('dispatcher-1', 'dispatcher', enters('final', '2026-06-12T19:45')).code).toBe(
      'onBehalfMissing',
    );
  });

  test('given two who enter the same one, then the second reads who was first; who has seen it corrects it', () => {
    const story = knownAt('2026-06-12T08:00').at('2026-06-12T20:00');
    const seenVersion = story.stands.version;
    story.does('nord-2', 'operator', { ...enters('second', '2026-06-12T19:30'), seenVersion });
    expect(
      story.refusal('nord-1', 'operator', { ...enters('second', '2026-06-12T19:00'), seenVersion }),
    ).toMatchObject({ code: 'alreadyDone', by: 'nord-2' });
    story.does('nord-1', 'operator', { ...enters('first', '2026-06-12T19:00'), seenVersion });
    story.does('nord-1', 'operator', {
      ...enters('second', '2026-06-12T18:00'),
      seenVersion: story.stands.version,
    });
    expect(deadlines(story).final).toBe(berlin('2026-07-12T18:00'));
    expect(story.types.filter((type) => type === 'legalReportEntered')).toHaveLength(3);
  });

  test('given a time in the future or long before, a ticket that is not security-relevant, or others, then it is refused', () => {
    const story = knownAt('2026-06-12T08:00').at('2026-06-12T20:00');
    const code = (command: CommandText) => story.refusal('nord-1', 'operator', command).code;
    expect(code(enters('first', '2026-06-12T20:01'))).toBe('reportedInFuture');
    expect(code(enters('first', '2026-05-12T08:00'))).toBe('reportedTooEarly');
    expect(story.refusal('sued-1', 'operator', enters('first', '2026-06-12T19:00')).code).toBe(
      'notPermitted',
    );
    const other = requested().refusal('nord-1', 'operator', enters('first', '2026-06-10T09:00'));
    expect(other.code).toBe('notSecurityRelevant');
  });
});
