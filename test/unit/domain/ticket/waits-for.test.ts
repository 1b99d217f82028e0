import { waitsFor } from '../../../../src/domain/ticket/waits-for';
import { nextStepText } from '../../../../src/texts/next-steps.de';
import {
  accepted,
  assigned,
  type CommandText,
  fixed,
  inProgress,
  inTest,
  planned,
  released,
  requested,
  returned,
  type Story,
} from '../../../support/given';
import { samplePlan } from '../../../support/tickets';
import { installation } from '../../../support/installation';
import { viewAt } from '../../../support/view';
import { viewFor } from '../../../../src/texts/view';

const propose: CommandText = { type: 'proposePlan', plan: samplePlan };
const ask: CommandText = { type: 'askOperator', question: 'Seit wann?' };
const agree: CommandText = { type: 'agreeToPlan' };
const object: CommandText = { type: 'objectToPlan', reason: 'Zu spät' };
const support: CommandText = { type: 'requestSupport', kind: 'commit', question: 'x' };

const stories: readonly (readonly [string, () => Story, readonly string[]])[] = [
  ['a report', requested, ['dispatcher startAnalysis']],
  [
    'a report whose analysis began',
    () => requested().does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' }),
    ['dispatcher decideOnReport'],
  ],
  ['a returned report', returned, ['operator supplement']],
  ['an accepted ticket', accepted, ['dispatcher assign']],
  [
    'one with a plan before the assignment',
    () => accepted().does('dispatcher-1', 'dispatcher', propose),
    ['dispatcher assign', 'operator answerPlan'],
  ],
  ['an assigned one', assigned, ['maintainer proposePlan']],
  [
    'a proposed plan',
    () => assigned().does('maintainer-a1', 'maintainer', propose),
    ['operator answerPlan', 'dispatcher answerPlan'],
  ],
  [
    'a plan of the dispatcher',
    () => assigned().does('dispatcher-1', 'dispatcher', propose),
    ['operator answerPlan', 'maintainer answerPlan'],
  ],
  ['a plan the operator agreed to', planned, ['dispatcher answerPlan']],
  [
    'a plan that was objected to',
    () => planned().does('dispatcher-1', 'dispatcher', object),
    ['maintainer changePlan'],
  ],
  ['a binding plan', () => planned().does('dispatcher-1', 'dispatcher', agree), ['maintainer beginWork']],
  [
    'a plan whose maintainers gave the ticket back',
    () => planned().does('maintainer-a1', 'maintainer', { type: 'handBack', reason: 'x' }),
    ['dispatcher assign', 'dispatcher answerPlan'],
  ],
  ['work under way', inProgress, ['maintainer repair']],
  [
    'work under way with a changed plan',
    () =>
      inProgress().does('maintainer-a1', 'maintainer', {
        type: 'proposePlan',
        plan: { ...samplePlan, risks: 'Neustart' },
      }),
    ['maintainer repair', 'operator answerPlan', 'dispatcher answerPlan'],
  ],
  ['a completed repair', fixed, ['dispatcher beginTest']],
  ['a test', inTest, ['dispatcher test']],
  [
    'an open question',
    () => accepted().does('dispatcher-1', 'dispatcher', ask),
    ['dispatcher assign', 'operator answerQuestion'],
  ],
  [
    'a request for support',
    () => fixed().does('dispatcher-1', 'dispatcher', support),
    ['dispatcher beginTest', 'platformMaintainer support'],
  ],
  [
    'a request for support that rests, because the report is decided on again',
    () =>
      accepted()
        .does('dispatcher-1', 'dispatcher', support)
        .does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: 'x' })
        .does('nord-1', 'operator', { type: 'supplement', answer: 'x' }),
    ['dispatcher startAnalysis'],
  ],
  ['an ended ticket', released, []],
];

describe('whom a ticket waits for is one answer (process 3)', () => {
  test.each(stories)('given %s, then it waits for who has to act', (_what, story, expected) => {
    expect(waitsFor(story().stands).map(({ role, step }) => `${role} ${step}`)).toEqual(expected);
  });

  test('given the assigned maintainer has left, then the card names those who may act now', () => {
    const { stands, now } = inProgress();
    const people = installation.people.filter(({ id }) => id !== 'maintainer-a1');
    expect(nextStepText(stands, viewFor({ installation: { ...installation, people }, now }))).toBe(
      'die Maintainer von Betriebstagebuch (Wartung A) – Fehler beheben',
    );
  });

  test('given the dispatcher who analyses or tests has left, then the card does not name them', () => {
    const people = installation.people.filter(({ id }) => id !== 'dispatcher-1');
    const later = (story: Story) =>
      nextStepText(story.stands, viewFor({ installation: { ...installation, people }, now: story.now }));
    const analysed = requested().does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
    expect(later(analysed)).toBe('die Wartungs-Dispatcher – über die Meldung entscheiden');
    expect(later(inTest())).toBe('die Wartungs-Dispatcher – testen und freigeben');
  });

  test('given everybody it waits for, then the card names them all, with what for', () => {
    const story = inProgress()
      .does('maintainer-a1', 'maintainer', {
        type: 'proposePlan',
        plan: { ...samplePlan, risks: 'Neustart' },
      })
      .does('dispatcher-1', 'dispatcher', ask);
    expect(nextStepText(story.stands, viewAt(story.now))).toBe(
      'Person maintainer-a1 (Wartung A) – Fehler beheben; außerdem Netz Nord und die Wartungs-Dispatcher – dem Fehlerbehebungsplan zustimmen oder widersprechen; außerdem Netz Nord – Rückfrage beantworten',
    );
  });
});
