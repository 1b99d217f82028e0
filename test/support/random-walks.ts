import fc from 'fast-check';
import { defined } from '../../src/defined';
import type { Role } from '../../src/domain/organisation/installation';
import { chosenLinkKinds } from '../../src/domain/ticket/actions/link-ticket';
import { evolve } from '../../src/domain/ticket/evolve';
import { legalReports } from '../../src/domain/ticket/legal/legal-report';
import { supportKinds, testVerdicts } from '../../src/domain/ticket/support/support';
import type { Ticket } from '../../src/domain/ticket/ticket';
import { isOpen } from '../../src/domain/ticket/ticket-state';
import { rowsOf } from '../../src/domain/ticket/transitions';
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
  requested,
  returned,
  Story,
} from './given';
import { leaves } from './reorganised';
import { withTwoHats as installation } from './installation';
import { sampleCompletion, samplePlan, sampleTestRecord } from './tickets';

export const cast: readonly (readonly [string, Role])[] = [
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
  fc.record({
    type: fc.constant('accept' as const),
    faultClass,
    priority,
    classReason: reason,
    person: fc.constantFrom(undefined, 'maintainer-a1', 'maintainer-a2', 'maintainer-b1'),
  }),
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

export interface Step {
  readonly who: readonly [string, Role];
  readonly command: CommandText;
  readonly later: number;
  readonly onWord: boolean;
  /** Whether the bot looks for what is due before it. */
  readonly watched: boolean;
  readonly from: 'present' | 'old' | undefined;
}

/** Mostly somebody in a role that the table names for the command, so that random walks get far; else anybody. */
export const step: fc.Arbitrary<Step> = command.chain((chosen) => {
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
export const starts = {
  requested,
  analysed: () => requested().does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' }),
  unmaintained: () =>
    requested()
      .does('dispatcher-1', 'dispatcher', { type: 'changeModule', module: 'contacts' })
      .does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' }),
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
  supportAsked: () =>
    assigned().does('dispatcher-1', 'dispatcher', {
      type: 'requestSupport',
      kind: 'commit',
      question: 'x',
    }),
  lapsed: () => {
    const story = inTest();
    story.reorganised(leaves('maintainer-a1'));
    return story;
  },
  supported: () =>
    assigned()
      .does('dispatcher-1', 'dispatcher', { type: 'requestSupport', kind: 'commit', question: 'x' })
      .does('platform', 'platformMaintainer', { type: 'takeSupport' }),
} as const;
export const start = fc.constantFrom(...(Object.keys(starts) as (keyof typeof starts)[]));

/** Plays the steps from a start and hands every decision to `see`. */
export function play(
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
