import { defined } from '../../../defined';
import { type Onboarding, type StepOwner, stepOwners } from '../../../domain/organisation/installation';
import { evidenceFor, isEvidence } from '../../../domain/organisation/onboarding/evidence';
import {
  isDone,
  isUnderWay,
  type Step,
  stepsOf,
  whatIsMissing,
} from '../../../domain/organisation/onboarding/onboarding';
import type { Place } from '../../../domain/organisation/place';
import { cardWords } from '../../../texts/card-words.de';
import { furtherSteps } from '../../../texts/further.de';
import { progressText, stepTitle } from '../../../texts/onboarding.de';
import {
  dayText,
  onboardingState,
  onboardingWords,
  ownerText,
  setUpText,
  stepTexts,
  takenBackText,
} from '../../../texts/onboarding-card.de';
import { onboardingFormTexts } from '../../../texts/onboarding-forms.de';
import type { View } from '../../../texts/view';
import { primary, recordButton, toggleButton } from './buttons';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { fits } from './card-room';
import type { DialogMode } from './dialog-mode';
import { expandCard } from './expand';
import type { LabelledText } from './labelled-text';
import { safeLink } from './safe-link';
import { shortened } from './typed-text';

export interface OnboardingCardInput {
  readonly onboarding: Onboarding;
  /** Those that read the card; platform and dispatch may share a channel. */
  readonly places: readonly Place[];
  readonly view: View;
  readonly mode: DialogMode;
}

interface NumberedStep {
  /** As it stands in the checklist, from 1. */
  readonly number: number;
  readonly step: Step;
}

/** In cards/onboarding.card.json. */
const detailsId = 'details';
/** Of those that wait for one owner, as many are named before the card is unfolded. */
const maxWaiting = 3;

/** How many steps are unfolded, and how much is shown of what is called or was typed, in UTF-16 units; of a link all or nothing. */
interface Room {
  readonly steps: number;
  readonly title: number;
  readonly text: number;
  readonly link: number;
}

/** The first that fits is taken. */
const rooms: readonly Room[] = [
  { steps: 60, title: 200, text: 300, link: 2000 },
  { steps: 60, title: 100, text: 120, link: 500 },
  { steps: 40, title: 60, text: 60, link: 300 },
  { steps: 32, title: 40, text: 40, link: 0 },
];
const leastRoom: Room = { steps: 20, title: 25, text: 25, link: 0 };

/** How far somebody is set up as maintainer of a module, what is missing, and who has to act (process 7): nothing that becomes untrue by time alone. */
export function renderOnboardingCard(input: OnboardingCardInput): AdaptiveCardJson {
  const room = rooms.find((each) => fits(cardIn(input, each))) ?? leastRoom;
  return cardIn(input, room);
}

function cardIn(input: OnboardingCardInput, room: Room): AdaptiveCardJson {
  const { onboarding, view } = input;
  const names = [setUpText(onboarding, view), view.module(onboarding.module)];
  return expandCard('onboarding.card', {
    heading: onboardingWords.heading,
    of: names.map((name) => shortened(name, room.title)).join(', '),
    facts: [
      { label: onboardingWords.progress, text: progressText(onboarding) },
      { label: onboardingWords.state, text: onboardingState(onboarding, view, shortIn(room)) },
    ],
    waiting: { title: onboardingWords.whoIsUp, lines: waitingLines(input, room) },
    steps: { title: onboardingWords.steps, lines: stepLines(input, room) },
    buttons: buttonsOf(input),
  });
}

const shortIn = (room: Room) => (text: string) => shortened(text, room.text);

/** A line an owner: since when the first of their steps waits, and what they are. */
function waitingLines({ onboarding, view }: OnboardingCardInput, room: Room): readonly LabelledText[] {
  if (!isUnderWay(onboarding)) return [];
  return stepOwners.flatMap((owner) => {
    const waiting = whatIsMissing(onboarding).flatMap((step) =>
      step.by === owner && step.state.kind === 'open' ? [{ step, since: step.state.since }] : [],
    );
    if (waiting.length === 0) return [];
    const since = Math.min(...waiting.map((each) => each.since));
    const shown = waiting.slice(0, maxWaiting).map(({ step }) => shortened(stepTitle(step), room.title));
    return [
      {
        label: stepTexts.since(ownerIn(owner, { onboarding, view }, room), dayText(since, view)),
        text: [...shown, ...furtherSteps(waiting.length - shown.length)].join('; '),
      },
    ];
  });
}

function ownerIn(
  owner: StepOwner,
  { onboarding, view }: Pick<OnboardingCardInput, 'onboarding' | 'view'>,
  room: Room,
): string {
  return ownerText(owner, shortened(view.organisation(onboarding.organisation), room.title));
}

/** Every step in its order; where there is no room for all, what is not done comes first. */
function stepLines(input: OnboardingCardInput, room: Room) {
  const numbered = stepsOf(input.onboarding).map((step, index): NumberedStep => ({
    number: index + 1,
    step,
  }));
  const byNeed = numbered.toSorted((one, other) => Number(isDone(one.step)) - Number(isDone(other.step)));
  const shown = new Set(byNeed.slice(0, room.steps));
  const further = furtherSteps(numbered.length - shown.size);
  return [
    ...numbered.filter((each) => shown.has(each)).map((each) => stepLine(each, input, room)),
    ...further.map((text) => ({ label: onboardingWords.further, text })),
  ];
}

function stepLine({ number, step }: NumberedStep, input: OnboardingCardInput, room: Room) {
  const isOptional = 'mandatory' in step && !step.mandatory;
  const title = `${number}. ${shortened(stepTitle(step), room.title)}`;
  const link = linkOf(step, room);
  return {
    label: isOptional ? `${title} (${onboardingWords.optional})` : title,
    text: stateText(step, input, room),
    ...defined({ link }),
    ...(link !== undefined && { linkText: stepTexts.evidence(number) }),
  };
}

function stateText(step: Step, input: OnboardingCardInput, room: Room): string {
  const { view } = input;
  const { state } = step;
  const short = shortIn(room);
  if (state.kind === 'done') {
    const done = stepTexts.done(dayText(state.at, view), short(view.person(state.by)));
    return [done, ...evidenceTexts(step, room)].join('; ');
  }
  const takenBack = state.takenBack === undefined ? [] : [takenBackText(state.takenBack, view, short)];
  return [standingOf(step, input, room), ...takenBack].join('; ');
}

function standingOf({ by, state }: Step, input: OnboardingCardInput, room: Room): string {
  if (!isUnderWay(input.onboarding)) return onboardingWords.notDone;
  return state.kind === 'open'
    ? stepTexts.open(dayText(state.since, input.view), ownerIn(by, input, room))
    : onboardingWords.withheld;
}

/** The number of a trial ticket; of a link that stands there nothing more. */
function evidenceTexts(step: Step, room: Room): readonly string[] {
  const { state } = step;
  if (state.kind !== 'done' || state.evidence === undefined) return [];
  if (evidenceFor(step) === 'trialTicket')
    return [stepTexts.trialTicket(shortened(state.evidence, room.text))];
  return linkOf(step, room) === undefined ? [onboardingWords.hasEvidence] : [];
}

function linkOf(step: Step, room: Room): string | undefined {
  const { state } = step;
  if (state.kind !== 'done' || state.evidence === undefined || evidenceFor(step) !== 'link') return undefined;
  if (!isEvidence('link', state.evidence)) return undefined;
  const link = safeLink(state.evidence);
  return link.length > room.link ? undefined : link;
}

function buttonsOf({ onboarding, places, mode }: OnboardingCardInput): readonly CardPart[] {
  const unfold = toggleButton(cardWords.details, detailsId);
  if (!isUnderWay(onboarding)) return [unfold];
  const { id } = onboarding;
  const { tick, untick, cancel } = onboardingFormTexts;
  const isAnyDone = stepsOf(onboarding).some(isDone);
  // The process owners act in the dispatch place.
  const isInDispatch = places.some(({ kind }) => kind === 'dispatch');
  return [
    primary(recordButton(tick, 'tickStep', mode, id)),
    ...(isAnyDone ? [recordButton(untick, 'untickStep', mode, id)] : []),
    unfold,
    ...(isInDispatch ? [recordButton(cancel, 'cancelOnboarding', mode, id)] : []),
  ];
}
