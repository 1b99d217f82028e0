import { defaultThresholdPercents } from '../../../../src/domain/reaction/thresholds';
import { createServiceCalendar } from '../../../../src/domain/service-calendar/service-calendar';
import { standardCalendar } from '../../../../src/domain/service-calendar/standard-calendar';
import { decideRecount } from '../../../../src/domain/ticket/decide-due';
import { possibleActions } from '../../../../src/domain/ticket/rights';
import { presentCycle, type Ticket } from '../../../../src/domain/ticket/ticket';
import { nextDueAt, timerKinds, timers } from '../../../../src/domain/ticket/timers';
import {
  accepted,
  assigned,
  berlin,
  type CommandText,
  released,
  reportByNord,
  requested,
  Story,
} from '../../../support/given';
import { installation } from '../../../support/installation';
import { samplePlan } from '../../../support/tickets';

function reportWith(changes: Partial<Extract<CommandText, { type: 'reportFault' }>>): CommandText {
  return { ...(reportByNord as Extract<CommandText, { type: 'reportFault' }>), ...changes };
}

const settings = { calendars: installation.calendars, warningPercents: defaultThresholdPercents };

function next(ticket: Ticket): number | undefined {
  return nextDueAt(ticket, settings);
}

describe('warnings before a reaction time runs out (process 2, Warnings)', () => {
  // Class 2, Wed 10:00: 6 h to Wed 16:00; 50 % at 13:00, 75 % at 14:30.
  test('given a report, then 50, 75 and 100 % are recorded when they are reached, each once', () => {
    const story = requested();
    expect(next(story.stands)).toBe(berlin('2026-06-10T13:00'));
    expect(story.timePasses('2026-06-10T12:59')).toEqual([]);
    expect(story.timePasses('2026-06-10T13:00')).toEqual(['reactionWarned 50']);
    expect(story.timePasses('2026-06-10T13:01')).toEqual([]);
    expect(next(story.stands)).toBe(berlin('2026-06-10T14:30'));
    expect(story.timePasses('2026-06-10T14:30')).toEqual(['reactionWarned 75']);
    expect(next(story.stands)).toBe(berlin('2026-06-10T16:00') + 1);
    expect(story.timePasses('2026-06-10T16:00')).toEqual([]);
    expect(story.timePasses('2026-06-10T16:01')).toEqual(['reactionBreached']);
    expect(next(story.stands)).toBeUndefined();
  });

  test('given other percentages, then these are the thresholds', () => {
    const story = requested();
    expect(story.timePasses('2026-06-10T11:12', [20, 100])).toEqual(['reactionWarned 20']);
    expect(story.timePasses('2026-06-10T15:00', [20, 100])).toEqual([]);
  });

  test('given a reaction in the same second as a threshold, then nobody is warned', () => {
    const story = requested()
      .at('2026-06-10T13:00')
      .does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(story.timePasses('2026-06-10T13:00')).toEqual([]);
    expect(next(story.stands)).toBeUndefined();
  });

  test.each(['decline', 'withdraw', 'returnReport'] as const)(
    'given a ticket that ended its cycle by %s, then nobody is warned',
    (type) => {
      const story = requested().at('2026-06-10T11:00');
      if (type === 'withdraw') story.does('nord-1', 'operator', { type });
      if (type === 'decline')
        story.does('dispatcher-1', 'dispatcher', { type, reason: 'featureRequest', text: 'Wunsch' });
      if (type === 'returnReport') story.does('dispatcher-1', 'dispatcher', { type, missing: 'Version?' });
      expect(story.timePasses('2026-06-10T16:01')).toEqual([]);
    },
  );

  test('given a downtime, then only the highest threshold reached is recorded, with the time it was due', () => {
    const story = requested();
    expect(story.timePasses('2026-06-10T15:00')).toEqual(['reactionWarned 75']);
    expect(story.events.at(-1)).toMatchObject({ dueAt: berlin('2026-06-10T14:30') });
    expect(story.timePasses('2026-06-10T15:01')).toEqual([]);
  });

  test('given a downtime that ends outside service time, then it is recorded all the same: only its announcement waits', () => {
    const story = requested();
    expect(story.timePasses('2026-06-10T20:00')).toEqual(['reactionBreached']);
    expect(story.timePasses('2026-06-11T08:30')).toEqual([]);
  });

  test('given a deadline at closing, then the breach is recorded at once, though service time is over', () => {
    // Class 1, Thu 13:00: Thu 17:00 sharp.
    const story = new Story('2026-06-11T13:00').does(
      'nord-1',
      'operator',
      reportWith({
        proposedClass: 1,
      }),
    );
    expect(story.timePasses('2026-06-11T16:00')).toEqual(['reactionWarned 75']);
    expect(story.timePasses('2026-06-11T17:00')).toEqual([]);
    story.now = berlin('2026-06-11T17:00') + 1;
    expect(story.due().map(({ type }) => type)).toEqual(['reactionBreached']);
  });

  test('given another class, then only thresholds that lie ahead are armed, and a breach that happened is not told again', () => {
    const story = requested();
    story.timePasses('2026-06-10T13:00');
    story.at('2026-06-10T14:00').does('dispatcher-1', 'dispatcher', {
      type: 'changeClass',
      faultClass: 1,
      reason: 'Leitstelle ohne Tagebuch',
    });
    // Class 1: Wed 14:00 is the deadline; 50 and 75 % lie behind.
    expect(story.timePasses('2026-06-10T14:00')).toEqual([]);
    expect(story.timePasses('2026-06-10T14:01')).toEqual(['reactionBreached']);
    story.does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 3, reason: 'Umgehung' });
    // Class 3: Thu 09:30; 75 % at 16:00 lies ahead. That the second deadline passes too is no second breach.
    expect(story.timePasses('2026-06-10T16:00')).toEqual(['reactionWarned 75']);
    expect(story.timePasses('2026-06-11T09:31')).toEqual([]);
    expect(story.types.filter((type) => type === 'reactionBreached')).toHaveLength(1);
  });

  test('given a late entry past its deadline, then the breach is told with the entry and not once more', () => {
    const story = new Story('2026-06-10T16:30').does(
      'dispatcher-1',
      'dispatcher',
      reportWith({
        onBehalf: { way: 'phone', saidBy: 'Schicht A', at: berlin('2026-06-10T09:00') },
        receivedAt: berlin('2026-06-10T09:00'),
      }),
    );
    expect(story.types).toEqual(['faultReported', 'reactionBreached']);
    expect(story.timePasses('2026-06-10T16:31')).toEqual([]);
    expect(next(story.stands)).toBeUndefined();
  });

  test('given what the bot recorded meanwhile, then the button on the card of before still acts', () => {
    const story = requested();
    const { version: seenVersion } = story.stands;
    story.timePasses('2026-06-10T13:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'startAnalysis', seenVersion, onlyAtSeenVersion: true });
    expect(story.stands.analyst?.person).toBe('dispatcher-1');
  });

  test('given a clock that is put back, then nothing is recorded twice', () => {
    const story = requested();
    story.timePasses('2026-06-10T13:00');
    expect(story.timePasses('2026-06-10T11:00')).toEqual([]);
    expect(story.timePasses('2026-06-10T13:00')).toEqual([]);
    expect(story.timePasses('2026-06-10T14:30')).toEqual(['reactionWarned 75']);
  });
});

describe('an edited calendar (process 2.9)', () => {
  const closed = (...extraClosedDays: readonly string[]) => [
    {
      id: '2020-01-01',
      validFrom: '2020-01-01',
      calendar: createServiceCalendar({ ...standardCalendar, closedDays: [...extraClosedDays] }),
    },
  ];

  test('given a running cycle that uses it, then its deadline is counted again and both stand in the history', () => {
    const story = requested();
    const events = decideRecount(story.stands, { now: story.now, calendars: closed('2026-06-10') });
    expect(events).toMatchObject([
      { type: 'deadlineRecounted', cycle: { deadline: berlin('2026-06-11T14:30') } },
    ]);
    expect(events[0]).toMatchObject({
      cycle: { earlierDeadlines: [{ deadline: berlin('2026-06-10T16:00') }] },
    });
  });

  test('given a deadline that the edit puts into the past, then the breach is recorded with its reason', () => {
    const story = requested('2026-06-12T15:00');
    story.at('2026-06-15T14:00');
    const opened = [
      {
        id: '2020-01-01',
        validFrom: '2020-01-01',
        calendar: createServiceCalendar({
          ...standardCalendar,
          openDays: [{ date: '2026-06-13', windows: [{ from: '08:00', to: '17:00' }] }],
        }),
      },
    ];
    const events = decideRecount(story.stands, { now: story.now, calendars: opened });
    expect(events.map(({ type }) => type)).toEqual(['deadlineRecounted', 'reactionBreached']);
    expect(events[1]).toMatchObject({ reason: 'calendarChange' });
  });

  test('given a cycle that ended, or a calendar that changes nothing for it, then nothing is recorded', () => {
    const running = requested();
    expect(decideRecount(running.stands, { now: running.now, calendars: closed('2026-07-01') })).toEqual([]);
    const stopped = accepted();
    expect(decideRecount(stopped.stands, { now: stopped.now, calendars: closed('2026-06-10') })).toEqual([]);
  });
});

describe('reminders of what waits', () => {
  test('given a returned report, then the operator is reminded after 5 and 10 service days, and the second opens the closing', () => {
    const story = requested().at('2026-06-10T11:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'Version?' });
    const mayClose = () =>
      possibleActions(story.stands, 'dispatcher').some(({ action }) => action === 'closeWithoutAnswer');
    expect(next(story.stands)).toBe(berlin('2026-06-17T17:00'));
    expect(story.timePasses('2026-06-17T17:00')).toEqual(['reminded returnUnanswered 5']);
    expect(mayClose()).toBe(false);
    expect(story.timePasses('2026-06-24T17:00')).toEqual(['reminded returnUnanswered 10']);
    expect(mayClose()).toBe(true);
    expect(next(story.stands)).toBeUndefined();
  });

  test('given an answer in between and a second return, then it counts from the second one', () => {
    const story = requested().at('2026-06-10T11:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'Version?' });
    story.timePasses('2026-06-17T17:00');
    story.at('2026-06-18T09:00').does('nord-1', 'operator', { type: 'supplement', answer: '2.1.0' });
    story.at('2026-06-18T10:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'Umgebung?' });
    expect(story.timePasses('2026-06-24T17:00')).toEqual([]);
    expect(story.timePasses('2026-06-25T17:00')).toEqual(['reminded returnUnanswered 5']);
  });

  test('given an open question, then it is reminded of after 2 and 5 service days, until it is answered', () => {
    const story = accepted().at('2026-06-10T12:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'askOperator', question: 'Seit wann?' });
    expect(story.timePasses('2026-06-12T14:00')).toEqual(['reminded questionUnanswered 2']);
    story
      .at('2026-06-15T09:00')
      .does('nord-1', 'operator', { type: 'answerQuestion', answer: 'Seit gestern' });
    expect(story.timePasses('2026-06-17T17:00')).toEqual([]);
  });

  test('given a plan, then its target date is told the service day before, on the day, and when it has passed', () => {
    const story = assigned().does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan });
    // Tuesday is the target; Monday the service day before it.
    expect(story.timePasses('2026-06-15T08:30')).toEqual(['reminded planTarget -1']);
    expect(story.timePasses('2026-06-16T08:30')).toEqual(['reminded planTarget 0']);
    expect(story.timePasses('2026-06-17T08:30')).toEqual(['reminded planTarget 1']);
    expect(next(story.stands)).toBeUndefined();
  });

  test('given a plan for the next day, then what lies before its proposal is not told; a changed plan has its own days', () => {
    const story = assigned().at('2026-06-15T10:00');
    story.does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan });
    expect(story.timePasses('2026-06-15T10:01')).toEqual([]);
    expect(story.timePasses('2026-06-16T08:30')).toEqual(['reminded planTarget 0']);
    story.does('maintainer-a1', 'maintainer', {
      type: 'proposePlan',
      plan: { ...samplePlan, targetDate: '2026-06-18' },
    });
    expect(story.timePasses('2026-06-17T08:30')).toEqual(['reminded planTarget -1']);
  });

  test('given a notice that was not confirmed, then it is reminded of after two service days, on a closed ticket', () => {
    const story = released();
    const due = timers.noticeUnconfirmed.steps(
      story.stands,
      timers.noticeUnconfirmed.since(story.stands) ?? NaN,
      settings,
    );
    expect(due.map(({ step }) => step)).toEqual([2]);
    expect(next(story.stands)).toBe(due[0]?.dueAt);
    story.now = due[0]?.dueAt ?? NaN;
    expect(story.due()).toMatchObject([{ type: 'reminded', timer: 'noticeUnconfirmed', step: 2 }]);
  });

  test('given a security-relevant report, then the operator is reminded after 20 h by the clock on the wall, at night too', () => {
    const story = new Story('2026-06-12T08:00').does(
      'nord-1',
      'operator',
      reportWith({
        securityRelevant: true,
      }),
    );
    story.at('2026-06-12T09:00').does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(story.timePasses('2026-06-13T03:59')).toEqual([]);
    // After a downtime as well: it does not wait for service time.
    expect(story.timePasses('2026-06-13T05:00')).toEqual(['reminded legalDuty 20']);
    expect(story.timePasses('2026-06-13T08:00')).toEqual([]);
    expect(story.timePasses('2026-06-14T04:00')).toEqual(['reminded legalDuty 24']);
  });

  test('given a report marked later, then the 20 h count from the marking', () => {
    const story = accepted().at('2026-06-11T12:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'markSecurityRelevant' });
    expect(next(story.stands)).toBe(berlin('2026-06-12T08:00'));
  });
});

describe('the table of timers', () => {
  test('given any kind, then an ended ticket without open notices waits for nothing', () => {
    const story = requested().at('2026-06-10T11:00');
    story.does('dispatcher-1', 'dispatcher', { type: 'decline', reason: 'featureRequest', text: 'Wunsch' });
    expect(presentCycle(story.stands).end).toBeDefined();
    expect(timerKinds.map((kind) => timers[kind].since(story.stands))).toEqual(
      timerKinds.map(() => undefined),
    );
  });
});
