import { mentionedNow } from '../../../src/app/mentions';
import { planEffects } from '../../../src/app/plan-effects';
import type { Installation, Role } from '../../../src/domain/organisation/installation';
import { placeKey } from '../../../src/domain/organisation/place';
import {
  accepted,
  assigned,
  type CommandText,
  fixed,
  inProgress,
  inTest,
  planned,
  requested,
  returned,
  type Story,
} from '../../support/given';
import { installation } from '../../support/installation';
import { sampleCompletion, samplePlan, sampleTestRecord } from '../../support/tickets';

type Step = readonly [person: string, role: Role, command: CommandText];

const without = (...gone: readonly string[]): Installation => ({
  ...installation,
  people: installation.people.filter(({ id }) => !gone.includes(id)),
});

/**
 * What a step is said to, and to whom, when it is told only after what followed: 'reason place people'; nothing for
 * what is no longer said.
 */
function toldAfter(story: Story, step: Step, later: readonly Step[], organisation = installation) {
  const before = story.events.length;
  story.does(...step);
  const upTo = story.events.length;
  for (const each of later) story.does(...each);
  const record = { ticket: story.stands, events: story.events, effectsPlanned: 0, historyHash: '' };
  const planned = planEffects(
    { ...record, events: story.events.slice(0, upTo), effectsPlanned: before },
    installation.calendars,
  );
  return planned.flatMap(({ effect, version = 0 }) => {
    if (effect.kind !== 'mention') return [];
    const people = mentionedNow(effect, version, record, organisation, story.now);
    return people === undefined ? [] : [`${effect.reason} ${placeKey(effect.place)} ${people.join()}`];
  });
}

const asDispatcher = (command: CommandText): Step => ['dispatcher-1', 'dispatcher', command];
const asMaintainer = (command: CommandText): Step => ['maintainer-a1', 'maintainer', command];
const asNord = (command: CommandText): Step => ['nord-1', 'operator', command];
const propose: CommandText = { type: 'proposePlan', plan: samplePlan };
const reject: CommandText = { type: 'decline', reason: 'featureRequest', text: 'x' };
const supplement = asNord({ type: 'supplement', answer: 'Version 2.1.0' });
const complete = asMaintainer({ type: 'completeWork', completion: sampleCompletion });
const fail = asDispatcher({ type: 'failTest', record: sampleTestRecord, defect: 'x' });
const ask = asDispatcher({ type: 'askOperator', question: 'Seit wann?' });
const assign = asDispatcher({ type: 'assign', person: 'maintainer-a1' });
const handBack = asMaintainer({ type: 'handBack', reason: 'x' });

describe('who is mentioned is who may act when it is told', () => {
  test.each<[string, () => Story, Step]>([
    ['who returned the report', returned, supplement],
    ['who assigned the ticket', inProgress, complete],
    ['who assigned it, handed back', assigned, handBack],
    ['who takes part in the plan', assigned, asMaintainer(propose)],
    ['who asked', () => accepted().does(...ask), asNord({ type: 'answerQuestion', answer: 'x' })],
    [
      'who analysed it',
      () => requested().does(...asDispatcher({ type: 'startAnalysis' })),
      asNord({ type: 'withdraw' }),
    ],
    ['who was in charge, by a comment', assigned, asNord({ type: 'comment', text: 'x', internal: false })],
  ])('given the dispatcher %s has left, then an active one is mentioned', (_who, story, step) => {
    const told = toldAfter(story(), step, [], without('dispatcher-1'));
    expect(told.filter((each) => each.includes(' dispatch '))).toEqual([
      expect.stringMatching(/ dispatch dispatcher-2$/),
    ]);
  });

  test('given the dispatcher is still there, then it is that one', () => {
    expect(toldAfter(returned(), supplement, [])).toEqual(['supplemented dispatch dispatcher-1']);
  });

  test('given somebody lost the role but not the place, then those who can act are mentioned', () => {
    const demoted: Installation = {
      ...installation,
      people: installation.people.map((each) =>
        each.id === 'dispatcher-1' ? { ...each, roles: [{ role: 'processOwner' }] } : each,
      ),
    };
    expect(toldAfter(returned(), supplement, [], demoted)).toEqual(['supplemented dispatch dispatcher-2']);
  });

  test('given the reporter has left, then the others of the organisation are mentioned', () => {
    expect(toldAfter(accepted(), ask, [], without('nord-1'))).toEqual([
      'questionAsked organisation:nord nord-2',
    ]);
  });

  test('given the assigned maintainer has left, then the others of the module are mentioned', () => {
    expect(toldAfter(inTest(), fail, [], without('maintainer-a1'))).toEqual([
      'testFailed module:journal maintainer-a2',
    ]);
  });

  test('given the maintainers who asked have lost the ticket, then the dispatchers hear the answer', () => {
    const story = assigned().does(...asMaintainer({ type: 'askOperator', question: 'Seit wann?' }));
    story.does(...handBack);
    expect(toldAfter(story, asNord({ type: 'answerQuestion', answer: 'x' }), [])).toEqual([
      'questionAnswered dispatch dispatcher-1,dispatcher-2',
    ]);
  });

  test('given the maintainers who proposed a plan have lost the ticket, then the dispatchers hear of an objection', () => {
    const story = planned().does(...handBack);
    expect(toldAfter(story, asNord({ type: 'objectToPlan', reason: 'x' }), [])).toEqual([
      'planObjected dispatch dispatcher-1,dispatcher-2',
    ]);
  });

  test('given the only dispatcher comments as platform maintainer, then nobody is called in their stead', () => {
    const both: Installation = {
      ...without('dispatcher-2'),
      people: without('dispatcher-2').people.map((each) =>
        each.id === 'dispatcher-1'
          ? { ...each, roles: [{ role: 'dispatcher' }, { role: 'platformMaintainer' }] }
          : each,
      ),
    };
    const story = assigned(both).does(
      ...asDispatcher({ type: 'requestSupport', kind: 'commit', question: 'x' }),
    );
    const comment: Step = [
      'dispatcher-1',
      'platformMaintainer',
      { type: 'comment', text: 'x', internal: true },
    ];
    expect(toldAfter(story, comment, [], both)).toContain('commentAdded dispatch ');
  });

  test('given maintainers of another company, which the module is not given to any more, then they are not called', () => {
    const moved: Installation = {
      ...installation,
      modules: installation.modules.map((each) =>
        each.id === 'journal' ? { ...each, maintainer: 'contractor-b' } : each,
      ),
      people: installation.people.map((each) =>
        each.id === 'maintainer-b1' ? { ...each, roles: [{ role: 'maintainer', module: 'journal' }] } : each,
      ),
    };
    expect(toldAfter(inTest(), fail, [], moved)).toEqual(['testFailed module:journal maintainer-b1']);
  });

  test('given who commented is the only one of a place, then nobody else is called and it is said all the same', () => {
    const comment: CommandText = { type: 'comment', text: 'x', internal: true };
    const alone = without('dispatcher-2', 'owner');
    expect(toldAfter(assigned(), asMaintainer(comment), [], alone)).toEqual([
      'commentAdded dispatch dispatcher-1',
    ]);
  });
});

describe('what is told is held against the ticket as it stands then (process 2, Warnings)', () => {
  test.each<[string, () => Story, Step, readonly Step[]]>([
    ['an assignment that was handed back', accepted, assign, [handBack]],
    [
      'an assignment whose work has begun',
      accepted,
      assign,
      [asMaintainer({ type: 'beginWork', immediateStartReason: 'Betrieb steht' })],
    ],
    [
      'a return that was supplemented',
      requested,
      asDispatcher({ type: 'returnReport', missing: 'x' }),
      [supplement],
    ],
    [
      'a new reaction cycle that was stopped',
      returned,
      supplement,
      [asDispatcher({ type: 'startAnalysis' })],
    ],
    ['a hand-back after which it was assigned', assigned, handBack, [assign]],
    ['a hand-back after which it was declined', assigned, handBack, [asDispatcher(reject)]],
    ['a question that was answered', accepted, ask, [asNord({ type: 'answerQuestion', answer: 'x' })]],
    ['a completion whose test has begun', inProgress, complete, [asDispatcher({ type: 'beginTest' })]],
    ['a failed test whose repair is completed', inTest, fail, [complete]],
    [
      'a support request that was taken',
      fixed,
      asDispatcher({ type: 'requestSupport', kind: 'commit', question: 'x' }),
      [['platform', 'platformMaintainer', { type: 'takeSupport' }]],
    ],
  ])('given %s, then it is not told', (_what, story, step, later) => {
    expect(toldAfter(story(), step, later)).toEqual([]);
  });

  test('given a plan to which one party has agreed meanwhile, then only the other is asked', () => {
    expect(toldAfter(assigned(), asMaintainer(propose), [asNord({ type: 'agreeToPlan' })])).toEqual([
      'planProposed dispatch dispatcher-1',
    ]);
  });

  test('given a plan that was changed meanwhile, then nobody is asked about the earlier version', () => {
    const changed = asMaintainer({ type: 'proposePlan', plan: { ...samplePlan, risks: 'Neustart' } });
    expect(toldAfter(assigned(), asMaintainer(propose), [changed])).toEqual([]);
  });

  test('given an objection that was withdrawn by agreeing, then the proposer is not told of it', () => {
    const object = asNord({ type: 'objectToPlan', reason: 'x' });
    expect(toldAfter(planned(), object, [])).toEqual(['planObjected module:journal maintainer-a1']);
    expect(toldAfter(planned(), object, [asNord({ type: 'agreeToPlan' })])).toEqual([]);
  });

  test('given a binding plan that ended with the ticket, then it is not told as binding', () => {
    const bind = asDispatcher({ type: 'agreeToPlan' });
    expect(toldAfter(planned(), bind, [])).toEqual(['planBinding module:journal maintainer-a1']);
    expect(toldAfter(planned(), bind, [asDispatcher(reject)])).toEqual([]);
  });

  test('given what stays a fact, then it is told whatever followed', () => {
    expect(toldAfter(requested(), asDispatcher(reject), [])).toEqual([
      'declined organisation:nord nord-1,nord-2',
    ]);
    const comment = asDispatcher({ type: 'comment', text: 'x', internal: false });
    expect(toldAfter(requested(), comment, [asDispatcher(reject)])).toEqual([
      'commentAdded organisation:nord nord-1,nord-2',
    ]);
  });
});
