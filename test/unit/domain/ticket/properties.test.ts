import fc from 'fast-check';
import { planEffects } from '../../../../src/app/plan-effects';
import { audienceOf, presentCycleSince, type TicketEvent } from '../../../../src/domain/ticket/event-rules';
import { replay } from '../../../../src/domain/ticket/evolve';
import { planParties } from '../../../../src/domain/ticket/plan/fix-plan';
import { responsibleParty } from '../../../../src/domain/ticket/responsible-party';
import { actorIn, appliesTo, mayTake, possibleActions } from '../../../../src/domain/ticket/rights';
import { presentCycle, type Ticket } from '../../../../src/domain/ticket/ticket';
import { endStates, isOpen } from '../../../../src/domain/ticket/ticket-state';
import { transitions } from '../../../../src/domain/ticket/transitions';
import { berlin, type CommandText, reportByNord, Story } from '../../../support/given';
import { withTwoHats as installation } from '../../../support/installation';
import { play, start, step, cast } from '../../../support/random-walks';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 2_000);

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

/** The present cycle is the ticket's last one since just the event that started it (process 2.3). */
function expectPresentCycleSince({ cycles }: Ticket, events: readonly TicketEvent[]): void {
  const since = presentCycleSince(events);
  const startedBefore = since === 1 ? 0 : replay(events.slice(0, since - 1)).cycles.length;
  const started = replay(events.slice(0, since)).cycles.length;
  expect([startedBefore, started]).toEqual([cycles.length - 1, cycles.length]);
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
          expect(stands.assignment !== undefined).toBe(
            stands.resolution === 'fixed' && stands.lapsed === undefined,
          );
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
        expectPresentCycleSince(stands, events);
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
