import type { FixPlanContent } from '../../src/domain/ticket/plan/fix-plan';
import { textLimits } from '../../src/domain/ticket/text-limits';
import type { CompletionContent, TestRecord } from '../../src/domain/ticket/work/work';
import type { CommandText, Story } from '../support/given';
import type { Typing } from './typing';

/** A comma or a line break typed into the list of versions begins the next entry. */
export function asListEntry(typed: string): string {
  return typed.replace(/[,\n]/g, ' ');
}

/** A list of versions as it is typed: as many of the longest as there may be, else the one. */
export function typedVersions(type: Typing): readonly string[] {
  const typed = asListEntry(type('affectedVersion'));
  // Each entry counts once, so the longest differ in their last signs.
  if (typed.length < textLimits.affectedVersion) return [typed];
  return Array.from(
    { length: textLimits.affectedVersionEntries },
    (_, index) => `${typed.slice(0, -2)}${10 + index}`,
  );
}

/** An address as long as a link may be. */
export function typedLink(type: Typing): string {
  return linkTo(type('link')).slice(0, textLimits.link);
}

export function linkTo(path: string): string {
  return `https://example.org/${path}`;
}

/** Tickets from the fix plan to the confirmed release information, with every text field filled by `type`. */
export function repairStories(type: Typing, assigned: () => Story): Readonly<Record<string, Story>> {
  const plan: FixPlanContent = {
    cause: type('cause'),
    measure: 'patch',
    affectedVersions: typedVersions(type),
    targetDate: '2026-06-16',
    testApproach: type('testApproach'),
    risks: type('risks'),
  };
  const completion: CompletionContent = {
    fixVersion: type('fixVersion'),
    packageReference: type('packageReference'),
    changed: type('changed'),
    affectedVersions: ['2.x', ...typedVersions(type).slice(1)],
    commitLink: typedLink(type),
    buildLink: typedLink(type),
    environmentLink: typedLink(type),
  };
  const record: TestRecord = {
    environment: type('testEnvironment'),
    steps: type('testSteps'),
    result: type('testResult'),
  };
  const word = (story: Story) =>
    ({ onBehalf: { way: 'phone', saidBy: type('saidBy'), at: story.now } }) as const;
  const dispatcher = (story: Story, command: CommandText) =>
    story.does('dispatcher-1', 'dispatcher', command);
  const maintainer = (story: Story, command: CommandText) =>
    story.does('maintainer-a1', 'maintainer', command);
  const proposed = () => maintainer(assigned().at('2026-06-10T12:00'), { type: 'proposePlan', plan });
  const objected = () => {
    const story = proposed().at('2026-06-10T12:15');
    return dispatcher(story, { type: 'objectToPlan', reason: type('reason'), ...word(story) });
  };
  const bound = () => {
    const story = proposed().at('2026-06-10T12:30');
    dispatcher(story, { type: 'agreeToPlan' });
    return dispatcher(story, { type: 'agreeToPlan', ...word(story) });
  };
  const changed = () =>
    maintainer(bound().at('2026-06-10T12:45'), {
      type: 'proposePlan',
      plan: { ...plan, measure: 'update', targetDate: '2026-06-17', cause: type('testApproach') },
    });
  const begun = () => maintainer(bound().at('2026-06-10T13:00'), { type: 'beginWork' });
  const immediately = () =>
    maintainer(assigned().at('2026-06-10T13:00'), {
      type: 'beginWork',
      immediateStartReason: type('reason'),
    });
  const fixed = (story = begun(), at = '2026-06-10T15:00') =>
    maintainer(story.at(at), { type: 'completeWork', completion });
  const inTest = () => dispatcher(fixed().at('2026-06-10T16:00'), { type: 'beginTest' });
  const failed = () =>
    dispatcher(inTest().at('2026-06-10T16:30'), { type: 'failTest', record, defect: type('defect') });
  const testedAgain = () =>
    dispatcher(fixed(failed(), '2026-06-11T08:00').at('2026-06-11T08:30'), { type: 'beginTest' });
  const closed = () =>
    dispatcher(inTest().at('2026-06-11T09:00'), {
      type: 'releaseAndClose',
      record,
      noticeText: type('noticeText'),
    });
  const asked = () =>
    maintainer(assigned().at('2026-06-10T12:00'), { type: 'askOperator', question: type('question') });
  const answered = () => {
    const story = asked().at('2026-06-10T12:30');
    return dispatcher(story, { type: 'answerQuestion', answer: type('answer'), ...word(story) });
  };
  const supported = (story = fixed()) =>
    dispatcher(maintainer(story.at('2026-06-10T15:30'), {
      type: 'requestSupport',
      kind: 'technicalQuestion',
      question: type('question'),
    }), { type: 'requestSupport', kind: 'testAndAcceptance', question: type('question') }); // prettier-ignore
  const taken = (story = supported()) =>
    story
      .at('2026-06-10T15:45')
      .does('platform', 'platformMaintainer', { type: 'takeSupport' })
      .does('platform', 'platformMaintainer', { type: 'takeSupport' });
  const verdict = () =>
    dispatcher(
      taken().does('platform', 'platformMaintainer', {
        type: 'completeSupport',
        request: '2',
        verdict: 'failed',
        answer: type('answer'),
      }),
      { type: 'beginTest' },
    );
  const commented = () =>
    maintainer(dispatcher(assigned().at('2026-06-10T12:00'), {
      type: 'comment',
      text: type('comment'),
      internal: true,
    }), { type: 'comment', text: type('comment'), internal: false }); // prettier-ignore
  const confirmed = () => {
    const story = closed().at('2026-06-11T10:00');
    const [operator = ''] = story.stands.release?.notices.map((notice) => notice.operator) ?? [];
    return dispatcher(story, { type: 'confirmNotice', operator, ...word(story) });
  };
  return {
    'plan proposed': proposed(),
    'plan objected': objected(),
    'plan bound': bound(),
    'plan changed': changed(),
    inProgress: begun(),
    'begun immediately': immediately(),
    fixed: fixed(),
    inTest: inTest(),
    'test failed': failed(),
    'tested again': testedAgain(),
    'question open': asked(),
    'question answered': answered(),
    commented: commented(),
    'support requested': supported(),
    'support taken': taken(),
    'verdict at the test': verdict(),
    'closed with a fix': closed(),
    'notice confirmed': confirmed(),
  };
}
