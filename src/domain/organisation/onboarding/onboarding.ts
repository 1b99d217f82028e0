import type { Instant } from '../../instant';
import type {
  ChecklistItem,
  Onboarding,
  OnboardingItem,
  OnboardingStep,
  PersonId,
  StepDone,
  StepState,
  TakenBack,
} from '../installation';

/** Who signs off that everything is set up (process 7). Ids that no checklist of an organisation file can have. */
const signOffs = [
  { id: 'signOffPlatformMaintainer', by: 'platformMaintainer' },
  { id: 'signOffDispatcher', by: 'dispatcher' },
] as const satisfies readonly Pick<OnboardingStep, 'id' | 'by'>[];

/** Both kinds of what somebody has to do. */
export type Step = OnboardingItem | OnboardingStep;

/** Whose onboarding it is. */
export type OnboardingOf = Pick<Onboarding, 'module' | 'organisation' | 'person'>;

/** An onboarding with nothing done yet. */
export function beginOnboarding(
  of: OnboardingOf & Pick<Onboarding, 'id' | 'activeBefore'>,
  checklist: readonly ChecklistItem[],
  { by: startedBy, at: startedAt }: { readonly by: PersonId; readonly at: Instant },
): Onboarding {
  return settled(
    {
      ...of,
      startedAt,
      startedBy,
      items: checklist.map((item) => ({ ...item, state: { kind: 'open', since: startedAt, reminders: 0 } })),
      signOffs: signOffs.map((signOff) => ({ ...signOff, state: { kind: 'withheld' } })),
    },
    startedAt,
  );
}

/** The onboarding with a step done; with the last one that was missing it is completed. */
export function withTick(onboarding: Onboarding, step: string, done: Omit<StepDone, 'kind'>): Onboarding {
  return settled(withState(onboarding, step, { kind: 'done', ...done }), done.at);
}

/**
 * The onboarding with a step open again. A sign-off says that every mandatory item is done, so it does not stand without one
 * of them: what was signed off is taken back with it, for the same reason.
 */
export function withoutTick(onboarding: Onboarding, step: string, takenBack: TakenBack): Onboarding {
  const since = takenBack.at;
  const reopened = withState(onboarding, step, { kind: 'open', since, reminders: 0, takenBack });
  return isEveryItemDone(reopened)
    ? reopened
    : { ...reopened, signOffs: reopened.signOffs.map((signOff) => withheld(signOff, takenBack)) };
}

/** The onboarding with the step in this state, and everything else as it was. */
export function withState(onboarding: Onboarding, id: string, state: StepState): Onboarding {
  const changed = <Step extends OnboardingStep>(step: Step) => (step.id === id ? { ...step, state } : step);
  return {
    ...onboarding,
    items: onboarding.items.map(changed),
    signOffs: onboarding.signOffs.map(changed),
  };
}

export function isUnderWay({ outcome }: Onboarding): boolean {
  return outcome === undefined;
}

/** The items in their order, and then the sign-offs. */
export function stepsOf({
  items,
  signOffs: signed,
}: Pick<Onboarding, 'items' | 'signOffs'>): readonly Step[] {
  return [...items, ...signed];
}

export function stepOf(onboarding: Onboarding, id: string): Step | undefined {
  return stepsOf(onboarding).find((step) => step.id === id);
}

/** Whether both are of the same person, or of the same company as a whole, and for the same module. */
export function isSameOnboarding(one: OnboardingOf, other: OnboardingOf): boolean {
  return (
    one.module === other.module && one.organisation === other.organisation && one.person === other.person
  );
}

/** The mandatory items and sign-offs that are not done, in their order; each says whose it is and since when it waits for them. */
export function whatIsMissing(onboarding: Onboarding): readonly Step[] {
  return required(onboarding).filter((step) => !isDone(step));
}

/** How many of the mandatory items and sign-offs are done: '7 von 12'. */
export function progressOf(onboarding: Onboarding): { readonly done: number; readonly of: number } {
  const steps = required(onboarding);
  return { done: steps.filter(isDone).length, of: steps.length };
}

/** Whether every mandatory item is done: only then it can be signed off. */
export function isEveryItemDone({ items }: Onboarding): boolean {
  return items.every((item) => !item.mandatory || isDone(item));
}

export function isDone({ state }: OnboardingStep): boolean {
  return state.kind === 'done';
}

function required({ items, signOffs: signed }: Onboarding): readonly Step[] {
  return [...items.filter(({ mandatory }) => mandatory), ...signed];
}

/** With what follows from what is done: sign-offs that wait for their owners, and the end. */
function settled(onboarding: Onboarding, at: Instant): Onboarding {
  if (!isEveryItemDone(onboarding)) return onboarding;
  const signed = onboarding.signOffs.map(({ state, ...signOff }) => ({
    ...signOff,
    state: state.kind === 'withheld' ? ({ ...state, kind: 'open', since: at, reminders: 0 } as const) : state,
  }));
  const isOver = signed.every(isDone);
  return { ...onboarding, signOffs: signed, ...(isOver && { outcome: { kind: 'completed', at } }) };
}

function withheld(signOff: OnboardingStep, reason: TakenBack): OnboardingStep {
  const { state } = signOff;
  if (state.kind === 'withheld') return signOff;
  const takenBack = state.kind === 'done' ? reason : state.takenBack;
  return { ...signOff, state: { kind: 'withheld', ...(takenBack && { takenBack }) } };
}
