import { isPlanBinding, isPlanOverdue, partiesWaitedFor } from '../../../../src/domain/ticket/plan/fix-plan';
import { possibleActions } from '../../../../src/domain/ticket/rights';
import {
  accepted,
  assigned,
  bound,
  type CommandText,
  fixed,
  inProgress,
  planned,
  requested,
} from '../../../support/given';
import { samplePlan } from '../../../support/tickets';

const propose: CommandText = { type: 'proposePlan', plan: samplePlan };
const changed: CommandText = { type: 'proposePlan', plan: { ...samplePlan, measure: 'update' } };
const agree: CommandText = { type: 'agreeToPlan' };
const object: CommandText = { type: 'objectToPlan', reason: 'Zu spät für die Umschaltung' };
const on = (targetDate: string): CommandText => ({
  type: 'proposePlan',
  plan: { ...samplePlan, targetDate },
});

describe('Plan vorschlagen (process 4)', () => {
  it('counts as agreeing for the proposer’s party and waits for the others', () => {
    const byMaintainer = assigned().does('maintainer-a2', 'maintainer', propose).stands;
    expect(byMaintainer.fixPlan).toMatchObject({ ...samplePlan, version: 1, proposedBy: 'maintainer-a2' });
    expect(partiesWaitedFor(byMaintainer)).toEqual(['operator', 'dispatcher']);
    const byDispatcher = accepted().does('dispatcher-1', 'dispatcher', propose).stands;
    expect(partiesWaitedFor(byDispatcher)).toEqual(['operator', 'maintainer']);
  });

  it('is refused for operators, for maintainers of another module and before the assignment', () => {
    const story = assigned();
    expect(story.refusal('nord-1', 'operator', propose)).toMatchObject({
      code: 'notPermitted',
      permitted: [{ role: 'maintainer', module: 'journal' }, { role: 'dispatcher' }],
    });
    expect(story.refusal('maintainer-b1', 'maintainer', propose)).toMatchObject({ code: 'notPermitted' });
    expect(accepted().refusal('maintainer-a1', 'maintainer', propose)).toMatchObject({
      code: 'notPermitted',
      permitted: [{ role: 'dispatcher' }],
    });
  });

  it('is refused before the ticket is accepted and after the work is done', () => {
    for (const story of [requested(), fixed()]) {
      const seenVersion = story.stands.version;
      expect(story.refusal('dispatcher-1', 'dispatcher', { ...propose, seenVersion })).toMatchObject({
        code: 'wrongState',
      });
    }
  });

  it.each([
    ['a Saturday', '2026-06-13', 'targetNotServiceDay'],
    ['a holiday', '2026-10-03', 'targetNotServiceDay'],
    ['no day', '2026-02-30', 'targetNotServiceDay'],
    ['no date', 'bald', 'targetNotServiceDay'],
    ['a year beyond the calendar', '2999-06-12', 'targetNotServiceDay'],
    ['yesterday', '2026-06-09', 'targetInPast'],
  ])('refuses %s as the target date', (_name, date, code) => {
    expect(assigned().refusal('maintainer-a1', 'maintainer', on(date))).toEqual({ code, targetDate: date });
  });

  it('takes today as the target date', () => {
    expect(assigned().try('maintainer-a1', 'maintainer', on('2026-06-10')).kind).toBe('events');
  });

  it('is overdue after its target date, not on it', () => {
    const { stands } = inProgress();
    expect(isPlanOverdue(stands, '2026-06-16')).toBe(false);
    expect(isPlanOverdue(stands, '2026-06-17')).toBe(true);
    expect(isPlanOverdue(fixed().stands, '2026-06-17')).toBe(false);
  });
});

describe('Plan ändern (process 4)', () => {
  it('is a new version, voids the consents and keeps the one before for comparison', () => {
    const { stands } = bound().does('dispatcher-2', 'dispatcher', changed);
    expect(stands.fixPlan).toMatchObject({ version: 2, measure: 'update', proposedFor: 'dispatcher' });
    expect(stands.previousPlan).toEqual({ ...samplePlan, version: 1 });
    expect(partiesWaitedFor(stands)).toEqual(['operator', 'maintainer']);
    expect(isPlanBinding(stands)).toBe(false);
  });

  it('is refused where nothing is different', () => {
    expect(bound().refusal('dispatcher-1', 'dispatcher', propose)).toMatchObject({
      code: 'samePlan',
      version: 1,
    });
  });

  it('tells the second of two who was quicker', () => {
    const story = planned();
    const seenVersion = story.stands.version;
    story.does('dispatcher-1', 'dispatcher', { ...changed, seenVersion });
    const other = { ...on('2026-06-18'), seenVersion };
    expect(story.refusal('maintainer-a1', 'maintainer', other)).toMatchObject({
      code: 'alreadyDone',
      by: 'dispatcher-1',
    });
  });
});

describe('Plan zustimmen (process 4)', () => {
  it('makes the plan binding with the third party, and the history holds all consents', () => {
    const story = planned();
    expect(isPlanBinding(story.stands)).toBe(false);
    story.does('dispatcher-1', 'dispatcher', agree);
    expect(isPlanBinding(story.stands)).toBe(true);
    expect(story.events.at(-1)).toMatchObject({
      type: 'fixPlanBound',
      version: 1,
      consents: {
        operator: { by: 'nord-1' },
        dispatcher: { by: 'dispatcher-1' },
        maintainer: { by: 'maintainer-a1' },
      },
    });
  });

  it('lets several parties agree from the same card', () => {
    const story = assigned().does('maintainer-a1', 'maintainer', propose);
    const seen = { seenVersion: story.stands.version, onlyAtSeenVersion: true };
    story.does('dispatcher-1', 'dispatcher', { ...agree, ...seen });
    story.does('nord-1', 'operator', { ...agree, ...seen });
    expect(isPlanBinding(story.stands)).toBe(true);
  });

  it('is refused to a party that has agreed, naming who did', () => {
    expect(planned().refusal('nord-2', 'operator', agree)).toMatchObject({
      code: 'alreadyDone',
      by: 'nord-1',
      state: 'accepted',
    });
    expect(planned().refusal('maintainer-a1', 'maintainer', agree)).toMatchObject({ code: 'alreadyDone' });
  });

  it('is possible for the operator by a dispatcher on their word, beside the dispatcher’s own', () => {
    const story = assigned()
      .does('maintainer-a1', 'maintainer', propose)
      .doesOnWord('dispatcher-1', agree)
      .does('dispatcher-1', 'dispatcher', agree);
    expect(story.stands.fixPlan?.consents).toMatchObject({
      operator: { by: 'dispatcher-1', onBehalf: { saidBy: 'Leitwarte Nord' } },
      dispatcher: { by: 'dispatcher-1' },
    });
    expect(story.stands.fixPlan?.consents.dispatcher).not.toHaveProperty('onBehalf');
    expect(isPlanBinding(story.stands)).toBe(true);
  });

  it('is refused where the word was given before there was the plan', () => {
    const story = planned().at('2026-06-10T13:00');
    const onBehalf = { way: 'phone', saidBy: 'x', at: story.now - 2 * 3_600_000 } as const;
    expect(story.refusal('dispatcher-1', 'dispatcher', { ...agree, onBehalf })).toMatchObject({
      code: 'saidTooEarly',
    });
  });

  it('is refused where the plan was changed since it was read', () => {
    const story = planned();
    const seenVersion = story.stands.version;
    story.does('maintainer-a1', 'maintainer', changed);
    expect(story.refusal('dispatcher-1', 'dispatcher', { ...agree, seenVersion })).toMatchObject({
      code: 'planChanged',
      version: 2,
    });
  });

  it('is refused without a plan, for another operator, and for people who are no party', () => {
    expect(assigned().refusal('nord-1', 'operator', agree)).toMatchObject({ code: 'noFixPlan' });
    expect(planned().refusal('sued-1', 'operator', agree)).toMatchObject({ code: 'notPermitted' });
    expect(planned().refusal('platform', 'platformMaintainer', agree)).toMatchObject({
      code: 'notPermitted',
    });
  });

  it('is offered to the parties that are waited for', () => {
    const { stands } = planned();
    const offers = (role: 'operator' | 'dispatcher' | 'maintainer') =>
      possibleActions(stands, role).some((row) => row.action === 'agreeToPlan');
    expect([offers('operator'), offers('dispatcher'), offers('maintainer')]).toEqual([false, true, false]);
  });
});

describe('Plan widersprechen (process 4)', () => {
  it('withdraws the party’s consent and keeps the plan from binding', () => {
    const story = planned().does('nord-2', 'operator', object).does('dispatcher-1', 'dispatcher', agree);
    expect(isPlanBinding(story.stands)).toBe(false);
    expect(partiesWaitedFor(story.stands)).toEqual(['operator']);
    expect(story.stands.fixPlan?.objections.operator).toMatchObject({
      by: 'nord-2',
      reason: 'Zu spät für die Umschaltung',
    });
  });

  it('ends with the party’s agreement, which can make the plan binding', () => {
    const story = planned()
      .does('nord-2', 'operator', object)
      .does('dispatcher-1', 'dispatcher', agree)
      .does('nord-1', 'operator', agree);
    expect(story.stands.fixPlan?.objections).toEqual({});
    expect(isPlanBinding(story.stands)).toBe(true);
  });

  it('is void with the next version', () => {
    const story = planned().does('nord-1', 'operator', object).does('maintainer-a1', 'maintainer', changed);
    expect(story.stands.fixPlan?.objections).toEqual({});
  });

  it('is refused twice, and once the plan is binding', () => {
    const story = planned().does('nord-1', 'operator', object);
    expect(story.refusal('nord-2', 'operator', object)).toMatchObject({ code: 'alreadyDone', by: 'nord-1' });
    expect(bound().refusal('nord-1', 'operator', object)).toMatchObject({
      code: 'planAlreadyBinding',
      version: 1,
    });
  });

  it('is possible on the operator’s word', () => {
    const { stands } = planned().doesOnWord('dispatcher-1', object);
    expect(Object.keys(stands.fixPlan?.objections ?? {})).toEqual(['operator']);
  });
});

describe('the end of a plan (process 3)', () => {
  it.each([
    ['Modul ändern', { type: 'changeModule', module: 'outage' }],
    ['Ablehnen', { type: 'decline', reason: 'featureRequest', text: 'x' }],
    ['Zurückweisen', { type: 'returnReport', missing: 'x' }],
  ] as const)('comes with %s', (_name, command) => {
    const { stands } = bound().does('dispatcher-1', 'dispatcher', command);
    expect(stands.fixPlan).toBeUndefined();
    expect(stands.previousPlan).toBeUndefined();
  });

  it('does not come with the return to the dispatcher', () => {
    const { stands } = bound().does('maintainer-a1', 'maintainer', { type: 'handBack', reason: 'x' });
    expect(isPlanBinding(stands)).toBe(true);
  });

  it('never lets a version come again', () => {
    const story = bound();
    const seenVersion = story.stands.version;
    story
      .does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'outage' })
      .does('dispatcher-1', 'dispatcher', propose);
    expect(story.stands.fixPlan?.version).toBe(2);
    expect(story.refusal('nord-1', 'operator', { ...agree, seenVersion })).toMatchObject({
      code: 'planChanged',
    });
  });
});
