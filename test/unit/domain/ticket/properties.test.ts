import fc from 'fast-check';
import { planEffects } from '../../../../src/app/plan-effects';
import { defined } from '../../../../src/defined';
import type { Role } from '../../../../src/domain/organisation/installation';
import { chosenLinkKinds } from '../../../../src/domain/ticket/actions/link-ticket';
import { audienceOf, type TicketEvent } from '../../../../src/domain/ticket/event-rules';
import { evolve, replay } from '../../../../src/domain/ticket/evolve';
import { planParties } from '../../../../src/domain/ticket/plan/fix-plan';
import { responsibleParty } from '../../../../src/domain/ticket/responsible-party';
import { actorIn, appliesTo, mayTake, possibleActions } from '../../../../src/domain/ticket/rights';
import { legalReports } from '../../../../src/domain/ticket/legal/legal-report';
import { supportKinds, testVerdicts } from '../../../../src/domain/ticket/support/support';
import { presentCycle, type Ticket } from '../../../../src/domain/ticket/ticket';
import { endStates, isOpen } from '../../../../src/domain/ticket/ticket-state';
import { rowsOf, transitions } from '../../../../src/domain/ticket/transitions';
import {
  accepted,
  assigned,
  berlin,
  bound,
  type CommandText,
  fixed,
  inProgress,
  inTest,
  planned,
  released,
  reportByNord,
  requested,
  returned,
  Story,
} from '../../../support/given';
import { withTwoHats as installation } from '../../../support/installation';
import { sampleCompletion, samplePlan, sampleTestRecord } from '../../../support/tickets';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

const cast: readonly (readonly [string, Role])[] = [
  ['nord-1', 'operator'],
  ['nord-2', 'operator'],
  ['sued-1', 'operator'],
  ['dispatcher-1', 'dispatcher'],
  ['dispatcher-2', 'dispatcher'],
  ['maintainer-a1', 'maintainer'],
  ['two-hats', 'dispatcher'],
  ['two-hats', 'maintainer'],
  ['maintainer-b1', 'maintainer'],
  ['platform', 'platformMaintainer'],
  ['owner', 'processOwner'],
];

const faultClass = fc.constantFrom(1 as const, 2 as const, 3 as const, 4 as const);
const priority = fc.constantFrom('high' as const, 'medium' as const, 'low' as const);
const reason = fc.option(fc.constant('Grund'), { nil: undefined });
const withoutUndefined = <T extends object>(value: T): T =>
  Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as T;

/** What ends a walk or throws it back. */
const setback = fc.oneof(
  fc.record({
    type: fc.constant('decline' as const),
    reason: fc.constantFrom('featureRequest' as const, 'duplicate' as const),
    text: fc.constant('x'),
    duplicateOf: fc.constantFrom(undefined, 'SP-2026-0001', 'SP-2026-0007'),
  }),
  fc.record({ type: fc.constant('returnReport' as const), missing: fc.constant('x') }),
  fc.constant({ type: 'closeWithoutAnswer' as const }),
  fc.constant({ type: 'withdraw' as const }),
  fc.record({ type: fc.constant('handBack' as const), reason: fc.constant('x') }),
  fc.record({
    type: fc.constant('changeModule' as const),
    module: fc.constantFrom('journal', 'outage', 'contacts'),
  }),
);
const progress = fc.oneof(
  fc.constant({ type: 'startAnalysis' as const }),
  fc.record({ type: fc.constant('accept' as const), faultClass, priority, classReason: reason }),
  fc.record({ type: fc.constant('supplement' as const), answer: fc.constant('x') }),
  fc.record({
    type: fc.constant('assign' as const),
    person: fc.constantFrom('maintainer-a1', 'maintainer-a2', 'maintainer-b1'),
  }),
  fc.record({ type: fc.constant('changeClass' as const), faultClass, reason }),
  fc.record({ type: fc.constant('changePriority' as const), priority }),
  fc.constant({ type: 'markSecurityRelevant' as const }),
  fc.record({ type: fc.constant('beginWork' as const), immediateStartReason: reason }),
  fc.constant({ type: 'completeWork' as const, completion: sampleCompletion }),
  fc.constant({ type: 'beginTest' as const }),
  fc.constant({ type: 'failTest' as const, record: sampleTestRecord, defect: 'x' }),
  fc.constant({ type: 'releaseAndClose' as const, record: sampleTestRecord, noticeText: 'x' }),
  fc.record({ type: fc.constant('comment' as const), text: fc.constant('x'), internal: fc.boolean() }),
  fc.record({
    type: fc.constant('linkTicket' as const),
    other: fc.constantFrom('SP-2026-0001', 'SP-2026-0007', 'SP-2026-0008'),
    kind: fc.constantFrom(...chosenLinkKinds),
  }),
  fc.record({
    type: fc.constant('unlinkTicket' as const),
    other: fc.constantFrom('SP-2026-0007', 'SP-2026-0008'),
  }),
  fc.constant({ type: 'askOperator' as const, question: 'x' }),
  fc.constant({ type: 'answerQuestion' as const, answer: 'x' }),
  fc.record({
    type: fc.constant('proposePlan' as const),
    // A holiday, a Sunday and days that the walk may have passed are among them.
    plan: fc
      .constantFrom('2026-06-16', '2026-08-17', '2026-10-03', '2026-10-04', '2028-03-01')
      .map((targetDate) => ({ ...samplePlan, targetDate })),
  }),
  fc.constant({ type: 'agreeToPlan' as const }),
  fc.constant({ type: 'objectToPlan' as const, reason: 'x' }),
  fc.record({
    type: fc.constant('enterLegalReport' as const),
    report: fc.constantFrom(...legalReports),
    reportedAt: fc.constantFrom(berlin('2026-06-10T10:30'), berlin('2026-06-12T10:30')),
    reference: fc.constant('x'),
  }),
  fc.record({
    type: fc.constant('requestSupport' as const),
    kind: fc.constantFrom(...supportKinds),
    question: fc.constant('x'),
  }),
  fc.record({ type: fc.constant('takeSupport' as const), request: fc.constantFrom(undefined, '1', '2') }),
  fc.record({
    type: fc.constant('completeSupport' as const),
    request: fc.constantFrom(undefined, '1', '2'),
    answer: reason,
    verdict: fc.constantFrom(undefined, ...testVerdicts),
  }),
  fc.record({
    type: fc.constant('confirmNotice' as const),
    operator: fc.constantFrom(undefined, 'nord', 'sued'),
  }),
);

const command: fc.Arbitrary<CommandText> = fc
  .oneof({ weight: 1, arbitrary: setback }, { weight: 9, arbitrary: progress })
  .map((each) => withoutUndefined(each) as CommandText);

interface Step {
  readonly who: readonly [string, Role];
  readonly command: CommandText;
  readonly later: number;
  readonly onWord: boolean;
  /** Whether the bot looks for what is due before it. */
  readonly watched: boolean;
  readonly from: 'present' | 'old' | undefined;
}

/** Mostly somebody in a role that the table names for the command, so that random walks get far; else anybody. */
const step: fc.Arbitrary<Step> = command.chain((chosen) => {
  const roles = rowsOf(chosen.type).flatMap((row) => row.roles);
  const fitting = cast.filter(([, role]) => roles.includes(role));
  return fc.record({
    who: fc.oneof(
      { weight: 4, arbitrary: fc.constantFrom(...fitting) },
      { weight: 1, arbitrary: fc.constantFrom(...cast) },
    ),
    command: fc.constant(chosen),
    later: fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 6 * 3_600_000 }) },
      { weight: 1, arbitrary: fc.constant(17 * 86_400_000) },
    ),
    onWord: fc.boolean(),
    watched: fc.boolean(),
    from: fc.constantFrom('present' as const, 'present' as const, 'old' as const, undefined),
  });
});

/** Random walks rarely get far by themselves, so they start from any state there is. */
const starts = {
  requested,
  accepted,
  assigned,
  returned,
  planned,
  bound,
  inProgress,
  fixed,
  inTest,
  released,
  asked: () => inProgress().does('maintainer-a1', 'maintainer', { type: 'askOperator', question: 'x' }),
  supported: () =>
    assigned()
      .does('dispatcher-1', 'dispatcher', { type: 'requestSupport', kind: 'commit', question: 'x' })
      .does('platform', 'platformMaintainer', { type: 'takeSupport' }),
} as const;
const start = fc.constantFrom(...(Object.keys(starts) as (keyof typeof starts)[]));

/** Plays the steps from a start and hands every decision to `see`. */
function play(
  from: keyof typeof starts,
  steps: readonly Step[],
  see: (
    before: Ticket,
    events: readonly { readonly type: string }[] | undefined,
    after: Ticket,
    step: Step,
  ) => void,
): Story {
  const start = starts[from]();
  const story = new Story(start.now, installation);
  story.events.push(...start.events);
  story.ticket = start.stands;
  story.others.set('SP-2026-0007', { ...requested().stands, number: 'SP-2026-0007' });
  for (const each of steps) {
    story.now += each.later;
    if (each.watched) watch(story);
    const before = story.stands;
    const snapshot = JSON.stringify(before);
    const [person, role] = each.who;
    const word = each.onWord
      ? { onBehalf: { way: 'phone' as const, saidBy: 'Leitwarte', at: story.now } }
      : {};
    const seen = defined({ seenVersion: each.from && (each.from === 'present' ? before.version : 1) });
    const decision = story.try(person, role, { ...each.command, ...word, ...seen });
    expect(JSON.stringify(before)).toBe(snapshot);
    if (decision.kind === 'refusal') {
      see(before, undefined, before, each);
      continue;
    }
    story.events.push(...decision.events);
    story.ticket = decision.events.reduce<Ticket>(evolve, before);
    see(before, decision.events, story.ticket, each);
  }
  return story;
}

/** The bot looks at the ticket, as often as it likes: what is due is recorded, and nothing of it stays due. */
function watch(story: Story): void {
  const before = story.stands;
  const events = story.due();
  story.events.push(...events);
  story.ticket = events.reduce<Ticket>(evolve, before);
  expect(story.ticket.state).toBe(before.state);
  expect(story.due()).toEqual([]);
  if (!isOpen(before)) expect(events.every((event) => 'timer' in event)).toBe(true);
}

/** Of one matter every step is recorded once, in ascending order (process 2, Warnings). */
function expectEachStepOnce(events: readonly TicketEvent[]): void {
  const highest = new Map<string, number>();
  for (const event of events) {
    if (event.type !== 'reminded' && event.type !== 'reactionWarned') continue;
    const [matter, step] =
      event.type === 'reminded'
        ? [`${event.timer} ${event.since}`, event.step]
        : [`reaction ${event.cycle.startedAt} ${event.cycle.faultClass}`, event.percent];
    expect(step).toBeGreaterThan(highest.get(matter) ?? -Infinity);
    highest.set(matter, step);
  }
  const breaches = events.flatMap((event) =>
    event.type === 'reactionBreached' ? [event.cycle.startedAt] : [],
  );
  expect(new Set(breaches).size).toBe(breaches.length);
}

/** A binding plan has three consents, all of them given to its own version (process 4). */
function expectPlanOfOneVersion({ fixPlan }: Ticket, events: readonly TicketEvent[]): void {
  const proposed = events.flatMap((event) => (event.type === 'fixPlanProposed' ? [event.version] : []));
  expect(proposed).toEqual(proposed.map((_version, index) => index + 1));
  if (fixPlan === undefined) return;
  const consenting = planParties.filter((party) => fixPlan.consents[party] !== undefined);
  expect(fixPlan.bindingSince !== undefined).toBe(consenting.length === 3);
  for (const party of consenting) {
    const given = events.findLast(
      (event) =>
        (event.type === 'fixPlanAgreed' || event.type === 'fixPlanProposed') &&
        event.version === fixPlan.version &&
        event.party === party,
    );
    expect(given?.by).toBe(fixPlan.consents[party]?.by);
  }
  const bindings = events.filter(
    (event) => event.type === 'fixPlanBound' && event.version === fixPlan.version,
  );
  expect(bindings).toHaveLength(fixPlan.bindingSince === undefined ? 0 : 1);
}

/** Nothing that is internal makes an effect at an operator's place, and no comment of an operator is internal (process 3). */
function expectNothingInternalAtOperators(ticket: Ticket, events: readonly TicketEvent[]): void {
  for (const [index, event] of events.entries()) {
    if (event.type === 'commentAdded' && event.internal)
      expect(event.role !== 'operator' && event.onBehalf === undefined).toBe(true);
    if (audienceOf(event) !== 'internal') continue;
    const history = events.slice(0, index + 1);
    const record = {
      ticket: { ...replay(history), number: ticket.number },
      events: history,
      effectsPlanned: index,
      historyHash: '',
    };
    const reached = planEffects(record, installation.calendars).filter(
      ({ effect }) => effect.place.kind === 'organisation',
    );
    expect(reached).toEqual([]);
  }
}

describe('any sequence of commands by anybody', () => {
  const taken = new Map<number, number>(transitions.map((_row, index) => [index, 0]));

  it('keeps what the process promises', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 25, size: 'max' }), (from, steps) => {
        const story = play(
          from,
          steps,
          (before, events, after, { who: [person, role], command: { type } }) => {
            // End states stay ended (process 3): after them a notice can be confirmed (process 6), a report to the authority entered (10).
            if (!isOpen(before) && type !== 'confirmNotice' && type !== 'enterLegalReport')
              expect(events).toBeUndefined();
            if (events === undefined) return;
            if (!isOpen(before)) expect(after.state).toBe(before.state);
            expect(events.length).toBeGreaterThan(0);
            expect(after.version).toBe(before.version + events.length);
            // Every step is a row of the table, taken by somebody who may.
            const actor = actorIn(installation, person, role);
            const row = transitions.findIndex(
              (each) =>
                each.action === type &&
                actor !== undefined &&
                mayTake(each, actor, before) &&
                appliesTo(each, before),
            );
            expect(row).toBeGreaterThanOrEqual(0);
            taken.set(row, (taken.get(row) ?? 0) + 1);
            const target = transitions[row]?.to;
            expect(after.state).toBe(target === 'same' ? before.state : target);
            // A result is frozen for good, a breach never erased (process 2.3, 2.8).
            before.cycles.forEach((cycle, index) => {
              const later = after.cycles[index];
              if (cycle.end !== undefined) expect(later).toEqual(cycle);
              if (cycle.breach !== undefined) expect(later?.breach).toEqual(cycle.breach);
            });
            // Security-relevant is never unmarked (process 10).
            if (before.securityRelevant) expect(after.securityRelevant).toBe(true);
          },
        );
        const { stands, events } = story;
        // Replaying the events gives the stored state.
        expect(replay(events)).toEqual(stands);
        expect(replay(JSON.parse(JSON.stringify(events)) as typeof events)).toEqual(stands);
        // An open ticket always has exactly one responsible party that can act.
        const responsible = responsibleParty(stands);
        expect(responsible !== undefined).toBe(isOpen(stands));
        if (responsible !== undefined)
          expect(possibleActions(stands, responsible.role).length).toBeGreaterThan(0);
        // Assigned is only who may work on it; what ended without a repair is nobody's.
        if (endStates.includes(stands.state))
          expect(stands.assignment !== undefined).toBe(stands.resolution === 'fixed');
        expectPlanOfOneVersion(stands, events);
        expectEachStepOnce(events);
        // Who repaired it neither tests nor releases it (process 3).
        expect(stands.test === undefined || stands.test.tester !== stands.completion?.by).toBe(true);
        expect(stands.reworks).toBe(events.filter((event) => event.type === 'testFailed').length);
        // One question at a time (process 3).
        const asked = events.filter((event) => event.type === 'questionAsked').length;
        expect(asked - stands.answeredQuestions.length).toBe(stands.question === undefined ? 0 : 1);
        expectNothingInternalAtOperators(stands, events);
        // The clock runs exactly while nobody has reacted.
        if (stands.state === 'requested')
          expect(presentCycle(stands).end === undefined).toBe(stands.analyst === undefined);
        else expect(presentCycle(stands).end).toBeDefined();
      }),
      { numRuns: runs },
    );
  });

  it('reports from everybody with every start', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...cast),
        fc.constantFrom('nord', 'sued'),
        fc.constantFrom('journal', 'outage'),
        (who, operator, module) => {
          const story = new Story(berlin('2026-06-10T10:00'), installation);
          const word =
            who[1] === 'dispatcher' ? { onBehalf: { way: 'mail' as const, saidBy: 'x', at: story.now } } : {};
          const decision = story.try(who[0], who[1], {
            ...reportByNord,
            operator,
            module,
            ...word,
          } as CommandText);
          const person = installation.people.find((each) => each.id === who[0]);
          const mayReport =
            who[1] === 'dispatcher' || (who[1] === 'operator' && person?.organisation === operator);
          const contract = operator === 'nord' || module === 'journal';
          expect(decision.kind).toBe(mayReport && contract ? 'events' : 'refusal');
          if (decision.kind === 'events') taken.set(0, (taken.get(0) ?? 0) + 1);
        },
      ),
      { numRuns: 200 },
    );
  });

  it('takes every row of the table', () => {
    const counts = transitions.map((row, index) => ({
      row: `${row.from.join('/') || '-'} ${row.action} -> ${row.to}`,
      taken: taken.get(index) ?? 0,
    }));
    console.log(
      `how often each row of the process was taken:\n${counts.map((each) => `${each.row}: ${each.taken}`).join('\n')}`,
    );
    expect(counts.filter((each) => each.taken === 0)).toEqual([]);
  });
});
