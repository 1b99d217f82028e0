import { samplePlan } from '../../../../support/tickets';
import type { FormId } from '../../../../../src/adapters/teams/cards/payload';
import {
  assigned,
  fixed,
  inTest,
  planned,
  released,
  requested,
  returned,
  type Story,
} from '../../../../support/given';

/** A question and a test were asked for, and the platform maintainer took both. */
export function supportTaken(): Story {
  return fixed()
    .at('2026-06-10T15:30')
    .does('maintainer-a1', 'maintainer', {
      type: 'requestSupport',
      kind: 'technicalQuestion',
      question: 'Welcher Ast?',
    })
    .does('dispatcher-1', 'dispatcher', {
      type: 'requestSupport',
      kind: 'testAndAcceptance',
      question: 'Bitte abnehmen.',
    })
    .does('platform', 'platformMaintainer', { type: 'takeSupport' })
    .does('platform', 'platformMaintainer', { type: 'takeSupport' });
}

/** A ticket on which the form has all its inputs. */
export function storyFor(form: FormId): Story | undefined {
  switch (form) {
    case 'reportFault':
      return undefined;
    case 'answerQuestion':
      return requested().does('dispatcher-1', 'dispatcher', { type: 'askOperator', question: 'Seit wann?' });
    case 'objectToPlan':
      return planned();
    case 'agreeForOperator':
      return assigned().does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan });
    case 'completeSupport':
      return supportTaken();
    case 'enterLegalReport':
      return requested().does('nord-1', 'operator', { type: 'markSecurityRelevant' });
    case 'failTest':
    case 'releaseAndClose':
      return inTest();
    case 'confirmNoticeForOperator':
      return released();
    default:
      return returned();
  }
}
