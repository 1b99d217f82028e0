import { canBeAssigned, type OnboardingCall } from '../domain/organisation/onboarding/onboarding-calls';
import { furtherSteps } from './further.de';
import { roleNames } from './labels.de';
import { stepTitle } from './onboarding.de';
import { dayText, setUpText } from './onboarding-card.de';
import type { View } from './view';

/** More stand on the card. */
const maxSteps = 3;

/** Said to those whom it waits for, or who waited for its end: 'Das Onboarding von Wartung A für Betriebstagebuch hat begonnen. …'. */
export function onboardingCallText(call: OnboardingCall, view: View): string {
  const { onboarding } = call;
  const of = `von ${setUpText(onboarding, view)} für ${view.module(onboarding.module)}`;
  return `Das Onboarding ${of} ${onboardingNews(call, view)}`;
}

/** What is told of it, without its names. */
export function onboardingNews(call: OnboardingCall, view: View): string {
  switch (call.kind) {
    case 'begun':
      return `hat begonnen. Bitte erledigen Sie: ${stepsText(call, ({ by }) => roleNames[by])}.`;
    case 'signOff':
      return 'ist bereit zur Freigabe: Alle Pflichtpunkte sind erledigt. Bitte prüfen Sie es und geben Sie es frei.';
    case 'stalled':
      return `kommt nicht weiter. Es fehlt: ${stepsText(call, (step) => waitingText(step, view))}.`;
    case 'completed':
      return `ist abgeschlossen.${assignableText(call, view)}`;
  }
}

/** Above a post that tells of several. */
export function onboardingCallsHeading(calls: readonly OnboardingCall[]): string {
  const completed = calls.filter(({ kind }) => kind === 'completed').length;
  if (completed === calls.length) return `${completed} Onboardings sind abgeschlossen`;
  return completed === 0
    ? `In ${calls.length} Onboardings werden Sie gebraucht`
    : `Neues zu ${calls.length} Onboardings`;
}

type Waiting = Exclude<OnboardingCall, { readonly kind: 'completed' }>;
type Step = Waiting['steps'][number];

function stepsText({ steps }: Waiting, noted: (step: Step) => string): string {
  const shown = steps.slice(0, maxSteps).map((step) => `${stepTitle(step)} (${noted(step)})`);
  return [...shown, ...furtherSteps(steps.length - shown.length)].join('; ');
}

/** Who has to act and since when. */
function waitingText({ by, state }: Step, view: View): string {
  return state.kind === 'open' ? `${roleNames[by]}, seit ${dayText(state.since, view)}` : roleNames[by];
}

function assignableText({ onboarding }: OnboardingCall, view: View): string {
  if (!canBeAssigned(view.installation, onboarding)) return '';
  const { person, organisation } = onboarding;
  return person === undefined
    ? ` Die Maintainer von ${view.organisation(organisation)} können ab jetzt zugewiesen werden.`
    : ` ${view.person(person)} kann ab jetzt zugewiesen werden.`;
}
