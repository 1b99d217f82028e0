import type { Ticket } from '../../../../../src/domain/ticket/ticket';
import fc from 'fast-check';
import { actionOfForm } from '../../../../../src/adapters/teams/cards/payload';
import { nextSteps, primaryStep } from '../../../../../src/adapters/teams/cards/ticket-actions';
import type { Role } from '../../../../../src/domain/organisation/installation';
import { maintainersOf } from '../../../../../src/domain/organisation/find';
import { shapeOf } from '../../../../../src/domain/ticket/actions/registry';
import { possibleActions } from '../../../../../src/domain/ticket/rights';
import { type Wait, waitsFor, waitsForRole } from '../../../../../src/domain/ticket/waits-for';
import { accepted, assigned, inProgress, inTest, requested } from '../../../../support/given';
import { withTwoHats as installation } from '../../../../support/installation';
import { samplePlan } from '../../../../support/tickets';
import { play, start, step } from '../../../../support/random-walks';

const runs = Number(process.env['PROPERTY_RUNS'] ?? 500);
const roles: readonly Role[] = ['dispatcher', 'operator', 'maintainer', 'platformMaintainer', 'processOwner'];

/** Whatever is put forward is a button, possible, waited for and not final. */
function expectOwnStep(ticket: Ticket, forward: Set<string>): void {
  for (const role of roles) {
    const step = primaryStep(ticket, role, installation);
    if (step === undefined) continue;
    forward.add(step);
    expect(nextSteps(ticket, role, installation)).toContain(step);
    const action = actionOfForm(step);
    expect(possibleActions(ticket, role).map((row) => row.action)).toContain(action);
    expect(waitsForRole(ticket, role)).toBe(true);
    expect(shapeOf(action).final).not.toBe(true);
  }
}

describe('the button put forward (process 3)', () => {
  test('given any way of any ticket, when its card is drawn, then it is what the place has to do and can take back', () => {
    const forward = new Set<string>();
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 12 }), (from, steps) => {
        play(from, steps, (before, _events, after) => {
          for (const ticket of [before, after]) expectOwnStep(ticket, forward);
        });
      }),
      { numRuns: runs },
    );
    // The walks reach the whole process, so it is held of every button that is ever put forward.
    expect([...forward].sort()).toEqual(
      [
        'accept',
        'acceptAndAssign',
        'agreeToPlan',
        'answerQuestion',
        'assign',
        'beginTest',
        'beginWork',
        'completeSupport',
        'completeWork',
        'proposePlan',
        'startAnalysis',
        'supplement',
        'takeSupport',
      ].sort(),
    );
  });

  test('given any way of any ticket, when a place has to do something, then a button for it is put forward', () => {
    fc.assert(
      fc.property(start, fc.array(step, { maxLength: 12 }), (from, steps) => {
        const { stands: ticket } = play(from, steps, () => {});
        for (const role of roles) {
          const awaited = waitsFor(ticket).filter((wait) => wait.role === role);
          // A test is judged; nobody can be assigned without a maintainer.
          const isOpenTo = ({ step: what }: Wait) =>
            what !== 'test' &&
            !(what === 'assign' && maintainersOf(installation, ticket.module).length === 0);
          if (awaited.some(isOpenTo)) expect(primaryStep(ticket, role, installation)).toBeDefined();
        }
      }),
      { numRuns: runs },
    );
  });

  test('given a plan of the dispatchers that was objected to, when they read it, then changing it is put forward', () => {
    const ticket = assigned()
      .at('2026-06-10T12:00')
      .does('dispatcher-1', 'dispatcher', { type: 'proposePlan', plan: samplePlan })
      .does('nord-1', 'operator', { type: 'objectToPlan', reason: 'x' })
      .does('maintainer-a1', 'maintainer', { type: 'agreeToPlan' }).stands;
    expect(primaryStep(ticket, 'dispatcher', installation)).toBe('proposePlan');
  });

  test('given the same on a security-relevant ticket, whose card has room for two steps, then it is put forward all the same', () => {
    const { stands } = inProgress()
      .does('dispatcher-1', 'dispatcher', { type: 'markSecurityRelevant' })
      .does('dispatcher-1', 'dispatcher', {
        type: 'proposePlan',
        plan: { ...samplePlan, targetDate: '2026-08-17' },
      })
      .does('dispatcher-2', 'dispatcher', { type: 'objectToPlan', reason: 'x' });
    expect(nextSteps(stands, 'dispatcher', installation)).toHaveLength(2);
    expect(primaryStep(stands, 'dispatcher', installation)).toBe('proposePlan');
  });

  test('given a new report, when its operator reads it, then nothing is put forward, least of all its withdrawal', () => {
    expect(primaryStep(requested().stands, 'operator', installation)).toBeUndefined();
  });

  test('given a test, when its dispatcher reads it, then neither of its ends is put forward', () => {
    expect(nextSteps(inTest().stands, 'dispatcher', installation)).toContain('releaseAndClose');
    expect(primaryStep(inTest().stands, 'dispatcher', installation)).toBeUndefined();
  });

  test('given a module without maintainer, when the dispatchers read it, then they are not led to assign it', () => {
    const ticket = { ...accepted().stands, module: 'contacts' };
    expect(nextSteps(ticket, 'dispatcher', installation)).toEqual([
      'askOperator',
      'changeModule',
      'requestSupport',
    ]);
    expect(primaryStep(ticket, 'dispatcher', installation)).toBeUndefined();
  });
});
