import fc from 'fast-check';
import type { Installation } from '../../../../src/domain/organisation/installation';
import { placesReading } from '../../../../src/domain/ticket/access';
import { mentionsOf } from '../../../../src/domain/ticket/event-rules';
import { replay } from '../../../../src/domain/ticket/evolve';
import { leftWaiting } from '../../../../src/domain/ticket/lapsed-assignment';
import { isOpen } from '../../../../src/domain/ticket/ticket-state';
import { waitsFor } from '../../../../src/domain/ticket/waits-for';
import {
  accepted,
  assigned,
  bound,
  fixed,
  inProgress,
  inTest,
  planned,
  released,
  type Story,
} from '../../../support/given';
import { becomesOwner, type Edit, leaves, moduleIsLeft, moduleMoves } from '../../../support/reorganised';
import { start, starts } from '../../../support/random-walks';
import { samplePlan, sampleTestRecord } from '../../../support/tickets';

const failTest = { type: 'failTest', record: sampleTestRecord, defect: 'Die Liste bleibt leer.' } as const;
const toB = moduleMoves('journal', 'contractor-b', 'maintainer-b1');
const kept: Edit = (before) => ({ ...before });
const everybodyLeaves: Edit = (before) => leaves('maintainer-a1')(leaves('maintainer-a2')(before));
const leavesTheFile: Edit = (before) => ({
  ...before,
  people: before.people.filter(({ id }) => id !== 'maintainer-a1'),
});
const changesCompany: Edit = (before) => ({
  ...before,
  people: before.people.map((each) =>
    each.id === 'maintainer-a1' ? { ...each, organisation: 'contractor-b' } : each,
  ),
});
const moduleLeavesTheFile: Edit = (before) => ({
  ...before,
  modules: before.modules.filter(({ id }) => id !== 'journal'),
});

const mentioned = ({ events }: Story) => {
  const at = events.findIndex(({ type }) => type === 'assignmentLapsed');
  const event = events[at];
  if (event === undefined) throw new Error('nothing has lapsed');
  return mentionsOf(event, replay(events.slice(0, at)));
};

describe('given a ticket assigned to a maintainer', () => {
  it.each<[string, Edit, readonly string[]]>([
    ['the person holds no role any more', leaves('maintainer-a1'), ['assignmentLapsed personLeft']],
    ['the person is not known any more', leavesTheFile, ['assignmentLapsed personLeft']],
    ['the person works for another company', changesCompany, ['assignmentLapsed personLeft']],
    ['the person has another role only', becomesOwner('maintainer-a1'), ['assignmentLapsed roleLost']],
    ['another company maintains the module', toB, ['assignmentLapsed moduleMoved']],
    [
      'nobody maintains the module',
      moduleIsLeft('journal'),
      ['assignmentLapsed moduleMoved', 'maintainerMissing'],
    ],
    ['the module is retired', moduleLeavesTheFile, ['assignmentLapsed moduleMoved', 'maintainerMissing']],
    ['all its maintainers have left', everybodyLeaves, ['assignmentLapsed personLeft', 'maintainerMissing']],
    ['a colleague leaves', leaves('maintainer-a2'), []],
    ['nothing of it changes', kept, []],
  ])('when %s, then that is recorded, once', (_what, edit, recorded) => {
    for (const story of [assigned(), inProgress()]) {
      expect(story.reorganised(edit)).toEqual(recorded);
      expect(story.reorganised(kept)).toEqual([]);
      if (recorded.length === 0) expect(story.stands.assignment).toBeDefined();
      else {
        expect(story.stands).toMatchObject({ state: 'accepted', lapsed: { person: 'maintainer-a1' } });
        expect(story.stands.assignment).toBeUndefined();
        expect(waitsFor(story.stands)[0]).toEqual({ role: 'dispatcher', step: 'assign' });
        expect(placesReading(story.stands)).not.toContainEqual({ kind: 'module', module: 'journal' });
      }
    }
  });

  it('when it lapses, then who assigned it is mentioned, as when it is handed back', () => {
    const story = inProgress();
    story.reorganised(leaves('maintainer-a1'));
    expect(mentioned(story)).toEqual([
      { place: { kind: 'dispatch' }, people: ['dispatcher-1'], reason: 'assignmentLapsed' },
    ]);
  });

  it('when it is assigned anew, then nothing of the former assignment is left', () => {
    const story = inProgress();
    story.reorganised(leaves('maintainer-a1'));
    story.does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a2' });
    expect(story.stands.lapsed).toBeUndefined();
    expect(story.reorganised(kept)).toEqual([]);
    story.does('maintainer-a2', 'maintainer', { type: 'beginWork' });
    expect(story.stands.state).toBe('inProgress');
  });

  it('when the bot records it, then that makes no card outdated', () => {
    const story = assigned();
    const before = story.stands;
    story.reorganised(leaves('maintainer-a1'));
    expect(story.stands.actedVersion).toBe(before.actedVersion);
  });
});

describe('given a plan', () => {
  it('when it is binding and the person leaves, then it stays binding for the company', () => {
    const story = bound();
    story.reorganised(leaves('maintainer-a1'));
    expect(story.stands.fixPlan?.bindingSince).toBeDefined();
    expect(leftWaiting(story.stands)).toEqual({ plan: false, planVoid: false, question: false });
  });

  it('when it was agreed with a company that does not maintain the module any more, then it is void', () => {
    for (const story of [bound(), planned(), inProgress()]) {
      story.reorganised(toB);
      expect(story.stands.fixPlan).toBeUndefined();
      expect(leftWaiting(story.stands)).toEqual({ plan: false, planVoid: true, question: false });
    }
  });

  it('when the maintainers have not agreed to it, then that waits', () => {
    const story = assigned().does('dispatcher-1', 'dispatcher', { type: 'proposePlan', plan: samplePlan });
    story.reorganised(leaves('maintainer-a1'));
    expect(leftWaiting(story.stands)).toEqual({ plan: true, planVoid: false, question: false });
  });
});

describe('given a question of the maintainers to the operator', () => {
  it('when they are not there any more, then it stays open, and the dispatchers hear the answer', () => {
    const story = inProgress().does('maintainer-a1', 'maintainer', {
      type: 'askOperator',
      question: 'Wann?',
    });
    story.reorganised(toB);
    expect(leftWaiting(story.stands).question).toBe(true);
    story.does('nord-1', 'operator', { type: 'answerQuestion', answer: 'Seit gestern' });
    const answered = story.events.at(-1);
    const places = answered && mentionsOf(answered, replay(story.events.slice(0, -1)));
    expect(places?.map(({ place }) => place)).toEqual([{ kind: 'dispatch' }]);
    expect(leftWaiting(story.stands).question).toBe(false);
  });
});

describe('given a repaired ticket that the dispatcher has to test', () => {
  it('when its maintainers are gone, then it stays where it is, with its plan, and nobody is called', () => {
    for (const story of [fixed(), inTest()]) {
      const { state, fixPlan } = story.stands;
      expect(story.reorganised(toB)).toEqual(['assignmentLapsed moduleMoved']);
      expect(story.stands).toMatchObject({ state, fixPlan });
      expect(story.stands.assignment).toBeUndefined();
      expect(mentioned(story)).toEqual([]);
    }
  });

  it('when the test fails then, then it waits to be assigned, without the plan of the former company', () => {
    const story = inTest();
    story.reorganised(toB);
    story.does('dispatcher-1', 'dispatcher', failTest);
    expect(story.stands).toMatchObject({ state: 'accepted', reworks: 1, lapsed: { reason: 'moduleMoved' } });
    expect(story.stands.fixPlan).toBeUndefined();
    expect(waitsFor(story.stands)[0]).toEqual({ role: 'dispatcher', step: 'assign' });
    story.does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-b1' });
  });

  it('when the test fails and nobody maintains the module, then the process owner is told then', () => {
    const story = inTest();
    expect(story.reorganised(moduleIsLeft('journal'))).toEqual(['assignmentLapsed moduleMoved']);
    story.does('dispatcher-1', 'dispatcher', failTest);
    expect(story.types.slice(-2)).toEqual(['testFailed', 'maintainerMissing']);
  });

  it('when it passes, then it is closed as any other', () => {
    const story = inTest();
    story.reorganised(leaves('maintainer-a1'));
    story.does('dispatcher-1', 'dispatcher', {
      type: 'releaseAndClose',
      record: sampleTestRecord,
      noticeText: 'Behoben.',
    });
    expect(story.stands.state).toBe('closed');
  });
});

describe('given a ticket that nobody is assigned to, or that has ended', () => {
  it('when the organisation changes, then nothing is recorded', () => {
    for (const story of [accepted(), released()]) expect(story.reorganised(everybodyLeaves)).toEqual([]);
  });
});

describe('given any ticket and any two changes', () => {
  const edit = fc.constantFrom<Edit>(
    kept,
    toB,
    everybodyLeaves,
    leaves('maintainer-a1'),
    becomesOwner('maintainer-a1'),
    moduleIsLeft('journal'),
    moduleLeavesTheFile,
  );

  it('records only what ends an open assignment, once, and the history leads to what stands', () => {
    fc.assert(
      fc.property(start, fc.array(edit, { maxLength: 3 }), (from, edits) => {
        const story = starts[from]();
        for (const each of edits) {
          const before = story.stands;
          const recorded = story.reorganised(each);
          if (recorded.length > 0) {
            expect(isOpen(before) && before.assignment !== undefined).toBe(true);
            expect(story.stands.assignment).toBeUndefined();
          }
          expect(story.reorganised((same: Installation) => same)).toEqual([]);
        }
        expect(replay(JSON.parse(JSON.stringify(story.events)) as typeof story.events)).toEqual(story.stands);
      }),
      { numRuns: Number(process.env['PROPERTY_RUNS'] ?? 300) },
    );
  });
});
