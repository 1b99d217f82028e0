import type { OrganisationChange } from '../changes';
import { maintainersOf, moduleById } from '../find';
import type { Installation, Onboarding, StepOwner, StepState } from '../installation';
import { type Place, placeKey } from '../place';
import type { OrganisationRecords } from '../records';
import { isActiveFor, maintainersSetUp } from './active-maintainers';
import { type Step, stepOf, stepsOf, whatIsMissing } from './onboarding';

/** Why people are told of an onboarding: it waits for them, or it is over (process 7). A tick alone calls nobody. */
export type OnboardingCall =
  | {
      readonly kind: 'begun' | 'signOff' | 'stalled';
      readonly onboarding: Onboarding;
      /** Those that wait; at least one. */
      readonly steps: readonly Step[];
    }
  | { readonly kind: 'completed'; readonly onboarding: Onboarding };

/** The calls of one change; `before` are the records that it changed. */
export function onboardingCallsOf(
  { events }: Pick<OrganisationChange, 'events'>,
  { onboardings }: Pick<OrganisationRecords, 'onboardings'>,
): readonly OnboardingCall[] {
  return events.flatMap((event) => {
    if (event.type !== 'onboardingRecorded') return [];
    const { onboarding } = event;
    return callsOf(
      onboarding,
      onboardings.find(({ id }) => id === onboarding.id),
    );
  });
}

function callsOf(onboarding: Onboarding, known: Onboarding | undefined): readonly OnboardingCall[] {
  // It was over before: nobody waits for it any more.
  if (onboarding.outcome !== undefined && (known === undefined || known.outcome !== undefined)) return [];
  if (onboarding.outcome !== undefined)
    return onboarding.outcome.kind === 'completed' ? [{ kind: 'completed', onboarding }] : [];
  if (known === undefined) return calling('begun', onboarding, stepsOf(onboarding));
  const before = (step: Step): StepState | undefined => stepOf(known, step.id)?.state;
  return [
    ...calling(
      'signOff',
      onboarding,
      onboarding.signOffs.filter((step) => before(step)?.kind === 'withheld'),
    ),
    ...calling(
      'stalled',
      onboarding,
      whatIsMissing(onboarding).filter((step) => remindersOf(step.state) > remindersOf(before(step))),
    ),
  ];
}

function remindersOf(state: StepState | undefined): number {
  return state?.kind === 'open' ? state.reminders : 0;
}

function calling(
  kind: 'begun' | 'signOff' | 'stalled',
  onboarding: Onboarding,
  steps: readonly Step[],
): readonly OnboardingCall[] {
  const open = steps.filter(({ state }) => state.kind === 'open');
  return open.length === 0 ? [] : [{ kind, onboarding, steps: open }];
}

/** What is still true of the calls, with the onboardings as they are now: steps that wait as they did then, and were not reminded of since. */
export function stillToCall(
  calls: readonly OnboardingCall[],
  { onboardings }: Pick<Installation, 'onboardings'>,
): readonly OnboardingCall[] {
  return calls.flatMap((call): readonly OnboardingCall[] => {
    const onboarding = onboardings.find(({ id }) => id === call.onboarding.id);
    if (onboarding === undefined) return [];
    if (call.kind === 'completed') return [{ ...call, onboarding }];
    if (onboarding.outcome !== undefined) return [];
    const steps = call.steps.filter((step) => waitsAsThen(step, stepOf(onboarding, step.id)));
    return calling(call.kind, onboarding, steps);
  });
}

function waitsAsThen({ state: then }: Step, now: Step | undefined): boolean {
  if (then.kind !== 'open' || now?.state.kind !== 'open') return false;
  return now.state.since === then.since && now.state.reminders === then.reminders;
}

/** Where the calls may be heard, each place once; which of them a place hears shows when they are told. */
export function placesCalled(calls: readonly OnboardingCall[]): readonly Place[] {
  const places = calls.flatMap((call): readonly Place[] => {
    const { module } = call.onboarding;
    const ofMaintainers = [{ kind: 'module', module }, dispatch] as const;
    if (call.kind === 'completed') return ofMaintainers;
    return call.steps.flatMap(({ by }) => (by === 'maintainer' ? ofMaintainers : [placeOfRole(by)]));
  });
  return [...new Map(places.map((place) => [placeKey(place), place])).values()];
}

/** Of the calls, what the place hears: the steps of those who read there in the organisation that is in force. */
export function callsHeardAt(
  calls: readonly OnboardingCall[],
  place: Place,
  inForce: Installation,
): readonly OnboardingCall[] {
  const isHere = (other: Place) => placeKey(other) === placeKey(place);
  return calls.flatMap((call) => {
    const { onboarding } = call;
    const ofMaintainers = placeOfMaintainers(onboarding, inForce);
    // The process owners, and who was set up.
    if (call.kind === 'completed') return [dispatch, ofMaintainers].some(isHere) ? [call] : [];
    return calling(
      call.kind,
      onboarding,
      call.steps.filter(({ by }) => isHere(by === 'maintainer' ? ofMaintainers : placeOfRole(by))),
    );
  });
}

const dispatch: Place = { kind: 'dispatch' };

/** Where the steps of the owner are heard of. */
function placeOfRole(by: Exclude<StepOwner, 'maintainer'>): Place {
  switch (by) {
    case 'platformMaintainer':
      return { kind: 'platform' };
    case 'dispatcher':
    case 'processOwner':
      return dispatch;
  }
}

/** A module's channel is its maintainers': whoever does not maintain it yet, or has no channel, is told by the process owners. */
function placeOfMaintainers({ module, organisation }: Onboarding, inForce: Installation): Place {
  const reads =
    moduleById(inForce, module)?.channel !== undefined &&
    maintainersOf(inForce, module).some((each) => each.organisation === organisation);
  return reads ? { kind: 'module', module } : dispatch;
}

/**
 * Whether whoever was set up can be assigned now. They cannot where they do not maintain the module yet, or where another
 * onboarding of theirs is in the way.
 */
export function canBeAssigned(installation: Installation, onboarding: Onboarding): boolean {
  const setUp = maintainersSetUp(installation, onboarding);
  return setUp.length > 0 && setUp.every(({ id }) => isActiveFor(installation, id, onboarding.module));
}
