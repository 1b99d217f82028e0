import type { Onboarding } from '../domain/organisation/installation';
import { canBeAssigned, type OnboardingCall } from '../domain/organisation/onboarding/onboarding-calls';
import type { Place } from '../domain/organisation/place';
import { furtherSteps } from './further.de';
import { roleNames } from './labels.de';
import { setUpName, stepTitle } from './onboarding.de';
import { dayText, setUpText } from './onboarding-card.de';
import type { View } from './view';

/** More stand on the card. */
const maxSteps = 3;

/** Said to those whom it waits for, or who waited for its end: 'Das Onboarding von Wartung A für Betriebstagebuch hat begonnen. …'. */
export function onboardingCallText(call: OnboardingCall, place: Place, view: View): string {
  const { onboarding } = call;
  const of = `von ${setUpText(onboarding, view)} für ${view.module(onboarding.module)}`;
  return `Das Onboarding ${of} ${onboardingNews(call, place, view)}`;
}

/** What is told of it at the place, without its names. */
export function onboardingNews(call: OnboardingCall, place: Place, view: View): string {
  switch (call.kind) {
    case 'begun':
      return ['hat begonnen.', ...toDo(call, place, view)].join(' ');
    case 'signOff':
      return 'ist bereit zur Freigabe: Alle Pflichtpunkte sind erledigt. Bitte prüfen Sie es und geben Sie es frei.';
    case 'stalled':
      return ['kommt nicht weiter.', ...whatIsLate(call, place, view)].join(' ');
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

function toDo(call: Waiting, place: Place, view: View): readonly string[] {
  const { onboarding, steps } = call;
  const passedOn = stepsToPassOn(call, place);
  const own = steps.filter((step) => !passedOn.includes(step));
  const asked = stepsText(own, (step) => `${stepTitle(step)} (${ownerName(step, onboarding, view)})`);
  const told = stepsText(passedOn, stepTitle);
  return [
    ...(own.length === 0 ? [] : [`Bitte erledigen Sie: ${asked}.`]),
    ...(passedOn.length === 0 ? [] : [`Bitte geben Sie an ${setUpName(onboarding, view)} weiter: ${told}.`]),
  ];
}

function whatIsLate(call: Waiting, place: Place, view: View): readonly string[] {
  const { onboarding, steps } = call;
  const late = stepsText(steps, (step) => `${stepTitle(step)} (${waitingText(step, onboarding, view)})`);
  const passedOn = stepsToPassOn(call, place);
  return [
    `Es fehlt: ${late}.`,
    ...(passedOn.length === 0 ? [] : [`Bitte sprechen Sie ${setUpName(onboarding, view)} an.`]),
  ];
}

/** Whoever is set up does not read along in the dispatch place, and nobody tells them otherwise. */
function stepsToPassOn({ steps }: Waiting, { kind }: Place): readonly Step[] {
  return kind === 'dispatch' ? steps.filter(({ by }) => by === 'maintainer') : [];
}

function stepsText(steps: readonly Step[], textOf: (step: Step) => string): string {
  const shown = steps.slice(0, maxSteps).map(textOf);
  return [...shown, ...furtherSteps(steps.length - shown.length)].join('; ');
}

/** Who has to act and since when. */
function waitingText(step: Step, onboarding: Onboarding, view: View): string {
  const owner = ownerName(step, onboarding, view);
  return step.state.kind === 'open' ? `${owner}, seit ${dayText(step.state.since, view)}` : owner;
}

function ownerName({ by }: Step, onboarding: Onboarding, view: View): string {
  return by === 'maintainer' ? setUpName(onboarding, view) : roleNames[by];
}

function assignableText({ onboarding }: OnboardingCall, view: View): string {
  if (!canBeAssigned(view.installation, onboarding)) return '';
  const { person, organisation } = onboarding;
  return person === undefined
    ? ` Die Maintainer von ${view.organisation(organisation)} können ab jetzt zugewiesen werden.`
    : ` ${view.person(person)} kann ab jetzt zugewiesen werden.`;
}
