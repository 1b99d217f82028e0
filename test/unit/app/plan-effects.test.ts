import { mentionedNow } from '../../../src/app/mentions';
import { planEffects } from '../../../src/app/plan-effects';
import { placeKey } from '../../../src/domain/organisation/place';
import type { TicketRecord } from '../../../src/app/ports/ticket-store';
import {
  accepted,
  assigned,
  berlin,
  type CommandText,
  fixed,
  inProgress,
  inTest,
  planned,
  released,
  reportByNord,
  requested,
  returned,
  type Story,
  Story as NewStory,
} from '../../support/given';
import { installation } from '../../support/installation';
import { viewFor } from '../../../src/texts/view';
import { nextStepText } from '../../../src/texts/next-steps.de';
import { sampleCompletion, samplePlan, sampleTestRecord } from '../../support/tickets';

/** The record of a story whose effects were planned up to a version. */
function record(story: Story, effectsPlanned = 0): TicketRecord {
  return { ticket: story.stands, events: story.events, effectsPlanned, historyHash: '' };
}

function idsAfter(
  story: Story,
  person: string,
  role: 'dispatcher' | 'operator' | 'maintainer',
  command: CommandText,
) {
  const planned = story.events.length;
  story.does(person, role, command);
  return planEffects(record(story, planned), installation.calendars).map((effect) => effect.id);
}

describe('what follows from an event', () => {
  it('puts a report on the cards of the dispatch channel and of the operator', () => {
    expect(planEffects(record(requested()), installation.calendars).map((each) => each.id)).toEqual([
      'SP-2026-0001:1:showCard:dispatch',
      'SP-2026-0001:1:showCard:organisation:nord',
      'SP-2026-0001:1:mention:dispatchersCalled:dispatch',
    ]);
  });

  it('redraws the cards that name the ticket at the places that come to read it, or no longer do', () => {
    const other = 'SP-2026-0007';
    const story = accepted();
    story.others.set(other, { ...assigned().stands, number: other });
    story.does('dispatcher-1', 'dispatcher', { type: 'linkTicket', other, kind: 'related' });
    const assignment = idsAfter(story, 'dispatcher-1', 'dispatcher', {
      type: 'assign',
      person: 'maintainer-a1',
    });
    expect(assignment.filter((id) => id.includes(other))).toEqual([
      `SP-2026-0001:5:showCard:${other}:module:journal`,
    ]);
    const plan = { type: 'proposePlan', plan: samplePlan } as const;
    expect(idsAfter(story, 'maintainer-a1', 'maintainer', plan).join()).not.toContain(other);
    story.does('dispatcher-1', 'dispatcher', { type: 'unlinkTicket', other });
    const back = idsAfter(story, 'maintainer-a1', 'maintainer', {
      type: 'handBack',
      reason: 'Anderes Modul.',
    });
    // The last events of its card tell of the link still.
    expect(back.filter((id) => id.includes(other))).toEqual([
      `SP-2026-0001:8:showCard:${other}:module:journal`,
    ]);
  });

  it('marks the card that opened the form', () => {
    const story = new NewStory('2026-06-10T10:00').does('nord-1', 'operator', {
      ...reportByNord,
      origin: '19:nord@thread.tacv2|1',
    } as CommandText);
    expect(planEffects(record(story), installation.calendars).at(-1)?.effect).toEqual({
      kind: 'markReported',
      place: { kind: 'organisation', organisation: 'nord' },
      person: 'nord-1',
      origin: '19:nord@thread.tacv2|1',
    });
  });

  it('posts an assigned ticket in the module’s channel and mentions the maintainer there', () => {
    expect(
      idsAfter(accepted(), 'dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' }),
    ).toEqual([
      'SP-2026-0001:4:showCard:dispatch',
      'SP-2026-0001:4:showCard:organisation:nord',
      'SP-2026-0001:4:showCard:module:journal',
      'SP-2026-0001:4:mention:assigned:module:journal',
    ]);
  });

  it('takes the card from a place that may no longer read the ticket (process 1)', () => {
    expect(idsAfter(assigned(), 'maintainer-a1', 'maintainer', { type: 'handBack', reason: 'x' })).toEqual([
      'SP-2026-0001:5:showCard:dispatch',
      'SP-2026-0001:5:showCard:organisation:nord',
      'SP-2026-0001:5:withdrawCard:module:journal',
      'SP-2026-0001:5:mention:handedBack:dispatch',
    ]);
  });

  it('mentions nobody for what the dispatcher took back', () => {
    const ids = idsAfter(assigned(), 'dispatcher-1', 'dispatcher', { type: 'handBack', reason: 'x' });
    expect(ids.filter((id) => id.includes('mention'))).toEqual([]);
  });

  it.each([
    ['returned', { type: 'returnReport', missing: 'x' }],
    ['declined', { type: 'decline', reason: 'featureRequest', text: 'x' }],
  ] as const)('mentions the reporter in the operator’s place when %s', (reason, command) => {
    expect(mentionsAfter(requested(), 'dispatcher-1', 'dispatcher', command)).toEqual([
      `${reason} organisation:nord nord-1,nord-2`,
    ]);
  });

  it('mentions the operator’s people, and no dispatcher, for a report entered on the operator’s word', () => {
    const story = new NewStory('2026-06-10T10:00').does('dispatcher-1', 'dispatcher', {
      ...reportByNord,
      onBehalf: { way: 'phone', saidBy: 'Leitwarte', at: berlin('2026-06-10T09:00') },
    });
    const command = { type: 'returnReport', missing: 'x' } as const;
    expect(mentionsAfter(story, 'dispatcher-1', 'dispatcher', command)).toEqual([
      'returned organisation:nord nord-1,nord-2',
    ]);
  });

  it('mentions the one who returned the report when the answer comes', () => {
    const ids = idsAfter(returned(), 'nord-2', 'operator', { type: 'supplement', answer: 'x' });
    expect(ids.at(-1)).toBe('SP-2026-0001:4:mention:supplemented:dispatch');
  });

  it('tells dispatchers and process owner of a breach, once (process 2.8)', () => {
    const story = requested().at('2026-06-10T15:00');
    const command = { type: 'changeClass', faultClass: 1, reason: 'x' } as const;
    expect(mentionsAfter(story, 'dispatcher-1', 'dispatcher', command)).toEqual([
      'reactionBreached dispatch dispatcher-1,dispatcher-2,owner',
    ]);
  });

  it('tells the process owner of a module without maintainer', () => {
    const story = new NewStory('2026-06-10T10:00').does('nord-1', 'operator', {
      ...reportByNord,
      module: 'contacts',
    } as CommandText);
    const command = { type: 'accept', faultClass: 2, priority: 'low' } as const;
    expect(mentionsAfter(story, 'dispatcher-1', 'dispatcher', command)).toEqual([
      'maintainerMissing dispatch owner',
    ]);
  });

  it('tells the process owner of a module whose maintainers hold no role now', () => {
    const organisation = {
      ...installation,
      people: installation.people.map((each) =>
        each.organisation === 'contractor-a' ? { ...each, roles: [] } : each,
      ),
    };
    const story = requested(undefined, organisation);
    story.does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'low' });
    expect(story.types).toContain('maintainerMissing');
    const view = viewFor({ installation: organisation, now: story.now });
    expect(nextStepText(story.stands, view)).toMatch(
      /^Prozessverantwortlicher \(.+\) – Maintainer für .+ benennen$/,
    );
  });

  it('is planned in one edit per place for all that happened since', () => {
    const story = assigned();
    const ids = planEffects(record(story), installation.calendars).map((each) => each.id);
    expect(ids.filter((id) => id.includes('showCard'))).toEqual([
      'SP-2026-0001:4:showCard:dispatch',
      'SP-2026-0001:4:showCard:organisation:nord',
      'SP-2026-0001:4:showCard:module:journal',
    ]);
    expect(ids).toEqual([...new Set(ids)]);
  });

  it('is the same on every run, and nothing once it was planned', () => {
    const story = assigned();
    expect(planEffects(record(story, 2), installation.calendars)).toEqual(
      planEffects(record(story, 2), installation.calendars),
    );
    expect(planEffects(record(story, story.events.length), installation.calendars)).toEqual([]);
  });

  it('holds nothing that somebody typed (process 10)', () => {
    const canary = 'KANARIENVOGEL';
    const story = requested()
      .does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: canary })
      .does('nord-1', 'operator', { type: 'supplement', answer: canary })
      .does('dispatcher-1', 'dispatcher', { type: 'decline', reason: 'featureRequest', text: canary });
    expect(JSON.stringify(story.events)).toContain(canary);
    expect(JSON.stringify(planEffects(record(story), installation.calendars))).not.toContain(canary);
  });
});

/** Who is told what in which place by a command: 'reason place people'. */
function mentionsAfter(
  story: Story,
  person: string,
  role: 'dispatcher' | 'operator' | 'maintainer' | 'platformMaintainer',
  command: CommandText,
) {
  const before = story.events.length;
  story.does(person, role, command);
  const after = record(story, before);
  return planEffects(after, installation.calendars).flatMap(({ effect, version = 0 }) => {
    if (effect.kind !== 'mention') return [];
    const people = mentionedNow(effect, version, after, installation, 0) ?? ['nobody'];
    return [`${effect.reason} ${placeKey(effect.place)} ${people.join()}`];
  });
}

describe('what follows from the fix plan (process 4)', () => {
  const propose: CommandText = { type: 'proposePlan', plan: samplePlan };

  it('asks those who are waited for in their places', () => {
    expect(mentionsAfter(assigned(), 'maintainer-a1', 'maintainer', propose)).toEqual([
      'planProposed organisation:nord nord-1,nord-2',
      'planProposed dispatch dispatcher-1',
    ]);
    expect(mentionsAfter(assigned(), 'dispatcher-1', 'dispatcher', propose)).toEqual([
      'planProposed organisation:nord nord-1,nord-2',
      'planProposed module:journal maintainer-a1',
    ]);
    expect(mentionsAfter(accepted(), 'dispatcher-1', 'dispatcher', propose)).toEqual([
      'planProposed organisation:nord nord-1,nord-2',
    ]);
  });

  it('tells the maintainer that the plan is binding, and the dispatcher where nobody is assigned', () => {
    const agree: CommandText = { type: 'agreeToPlan' };
    expect(mentionsAfter(planned(), 'dispatcher-1', 'dispatcher', agree)).toEqual([
      'planBinding module:journal maintainer-a1',
    ]);
    const handedBack = planned().does('maintainer-a1', 'maintainer', { type: 'handBack', reason: 'x' });
    expect(mentionsAfter(handedBack, 'dispatcher-1', 'dispatcher', agree)).toEqual([
      'planBinding dispatch dispatcher-1',
    ]);
  });

  it('tells the proposer of an objection', () => {
    expect(mentionsAfter(planned(), 'nord-2', 'operator', { type: 'objectToPlan', reason: 'x' })).toEqual([
      'planObjected module:journal maintainer-a1',
    ]);
  });
});

describe('what follows from the work', () => {
  it('tells the dispatcher of the completion and the maintainer of a failed test', () => {
    const complete: CommandText = { type: 'completeWork', completion: sampleCompletion };
    expect(mentionsAfter(inProgress(), 'maintainer-a1', 'maintainer', complete)).toEqual([
      'workCompleted dispatch dispatcher-1',
    ]);
    const fail: CommandText = { type: 'failTest', record: sampleTestRecord, defect: 'x' };
    expect(mentionsAfter(inTest(), 'dispatcher-1', 'dispatcher', fail)).toEqual([
      'testFailed module:journal maintainer-a1',
    ]);
  });

  it('shows every affected operator the notice and tells the reporter of the end (process 6)', () => {
    const story = inTest();
    const before = story.events.length;
    story.does('dispatcher-1', 'dispatcher', {
      type: 'releaseAndClose',
      record: sampleTestRecord,
      noticeText: 'x',
    });
    const ids = planEffects(record(story, before), installation.calendars).map((each) => each.id.slice(13));
    expect(ids).toEqual([
      '12:showCard:dispatch',
      '12:showCard:organisation:nord',
      '12:showCard:module:journal',
      '12:showNotice:organisation:nord',
      '12:showNotice:organisation:sued',
      '12:mention:closed:organisation:nord',
      '12:mention:closed:organisation:sued',
    ]);
  });

  it('shows a confirmation on the dispatcher’s card and on the operator’s notices alone', () => {
    expect(idsAfter(released(), 'sued-1', 'operator', { type: 'confirmNotice' })).toEqual([
      'SP-2026-0001:13:showCard:dispatch',
      'SP-2026-0001:13:showNotice:organisation:sued',
    ]);
  });
});

describe('what follows from what is said', () => {
  const comment = (internal: boolean): CommandText => ({ type: 'comment', text: 'x', internal });

  it('asks the operator, and tells who asked of the answer', () => {
    const ask: CommandText = { type: 'askOperator', question: 'x' };
    const answer: CommandText = { type: 'answerQuestion', answer: 'x' };
    const story = inProgress();
    expect(mentionsAfter(story, 'maintainer-a2', 'maintainer', ask)).toEqual([
      'questionAsked organisation:nord nord-1,nord-2',
    ]);
    expect(mentionsAfter(story, 'nord-1', 'operator', answer)).toEqual([
      'questionAnswered module:journal maintainer-a2',
    ]);
    story.does('dispatcher-2', 'dispatcher', ask);
    expect(mentionsAfter(story, 'nord-1', 'operator', answer)).toEqual([
      'questionAnswered dispatch dispatcher-2',
    ]);
  });

  it('tells the other places of a comment', () => {
    expect(mentionsAfter(assigned(), 'dispatcher-1', 'dispatcher', comment(false))).toEqual([
      'commentAdded organisation:nord nord-1,nord-2',
      'commentAdded module:journal maintainer-a1',
    ]);
    expect(mentionsAfter(assigned(), 'nord-2', 'operator', comment(false))).toEqual([
      'commentAdded dispatch dispatcher-1',
      'commentAdded module:journal maintainer-a1',
    ]);
  });

  it('keeps what is internal from the operator’s place: no mention and no edit (process 3)', () => {
    const story = assigned();
    const ids = [
      ...idsAfter(story, 'dispatcher-1', 'dispatcher', comment(true)),
      ...idsAfter(story, 'maintainer-a1', 'maintainer', comment(true)),
      ...idsAfter(story, 'maintainer-a1', 'maintainer', {
        type: 'requestSupport',
        kind: 'commit',
        question: 'x',
      }),
    ];
    expect(ids.filter((id) => id.includes('organisation:'))).toEqual([]);
    expect(ids.filter((id) => id.includes('mention'))).toEqual([
      'SP-2026-0001:5:mention:commentAdded:module:journal',
      'SP-2026-0001:6:mention:commentAdded:dispatch',
      'SP-2026-0001:7:mention:supportRequested:platform',
    ]);
  });

  it('edits the operator’s card all the same for what happened beside it', () => {
    const story = assigned()
      .does('dispatcher-1', 'dispatcher', comment(true))
      .does('dispatcher-1', 'dispatcher', { type: 'changePriority', priority: 'high' });
    const ids = planEffects(record(story, 4), installation.calendars).map((each) => each.id);
    expect(ids).toContain('SP-2026-0001:6:showCard:organisation:nord');
  });
});

describe('what follows from a support request (process 5)', () => {
  it('mentions the platform maintainers, shows them the ticket, and tells who asked of the end', () => {
    const story = fixed();
    const request: CommandText = { type: 'requestSupport', kind: 'testAndAcceptance', question: 'x' };
    expect(mentionsAfter(story, 'dispatcher-2', 'dispatcher', request)).toEqual([
      'supportRequested platform platform',
    ]);
    const ids = planEffects(record(story, story.events.length - 1), installation.calendars).map(
      ({ id }) => id,
    );
    expect(ids).toContain(`SP-2026-0001:${story.events.length}:showCard:platform`);
    story.does('platform', 'platformMaintainer', { type: 'takeSupport' });
    expect(
      mentionsAfter(story, 'platform', 'platformMaintainer', { type: 'completeSupport', verdict: 'passed' }),
    ).toEqual(['supportCompleted dispatch dispatcher-2']);
  });
});

describe('none of it', () => {
  it('holds anything that somebody typed (process 10)', () => {
    const canary = 'KANARIENVOGEL';
    const story = assigned()
      .does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: { ...samplePlan, cause: canary } })
      .does('nord-1', 'operator', { type: 'objectToPlan', reason: canary })
      .does('dispatcher-1', 'dispatcher', { type: 'comment', text: canary, internal: false })
      .does('maintainer-a1', 'maintainer', { type: 'askOperator', question: canary })
      .does('nord-1', 'operator', { type: 'answerQuestion', answer: canary })
      .does('maintainer-a1', 'maintainer', { type: 'requestSupport', kind: 'commit', question: canary })
      .does('maintainer-a1', 'maintainer', { type: 'beginWork', immediateStartReason: canary })
      .does('maintainer-a1', 'maintainer', {
        type: 'completeWork',
        completion: { ...sampleCompletion, changed: canary },
      })
      .does('dispatcher-1', 'dispatcher', { type: 'beginTest' })
      .does('dispatcher-1', 'dispatcher', {
        type: 'releaseAndClose',
        record: { ...sampleTestRecord, result: canary },
        noticeText: canary,
      });
    expect(JSON.stringify(planEffects(record(story), installation.calendars))).not.toContain(canary);
  });
});
