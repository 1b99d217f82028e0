import { accessTaskKey, onboardingKey, type OrganisationEvent } from '../../domain/organisation/changes';
import type { AccessTaskId, Installation, OnboardingId } from '../../domain/organisation/installation';
import { isUnderWay } from '../../domain/organisation/onboarding/onboarding';
import { isOpen } from '../../domain/organisation/package-access';
import type { Place } from '../../domain/organisation/place';

/** A record that has a card of its own, as tickets have: what somebody has to do in the organisation (process 7, 8). */
export type RecordSubject =
  | { readonly kind: 'accessTask'; readonly id: AccessTaskId }
  | { readonly kind: 'onboarding'; readonly id: OnboardingId };

/** Every kind of such a record; one without an entry does not compile. */
const kinds: Record<RecordSubject['kind'], true> = { accessTask: true, onboarding: true };
export const recordSubjectKinds = Object.keys(kinds) as readonly RecordSubject['kind'][];

/** Equal records have equal keys; it is that of the record's events. */
export function subjectKey({ kind, id }: RecordSubject): string {
  switch (kind) {
    case 'accessTask':
      return accessTaskKey(id);
    case 'onboarding':
      return onboardingKey(id);
  }
}

/** The record of the event, if it has a card. */
export function subjectOf(event: OrganisationEvent): RecordSubject | undefined {
  if (event.type === 'accessTaskRecorded') return { kind: 'accessTask', id: event.task.id };
  return event.type === 'onboardingRecorded' ? { kind: 'onboarding', id: event.onboarding.id } : undefined;
}

/** Those that somebody still has to do something for. */
export function openSubjects({
  accessTasks,
  onboardings,
}: Pick<Installation, 'accessTasks' | 'onboardings'>): readonly RecordSubject[] {
  return [
    ...accessTasks.filter(isOpen).map(({ id }) => ({ kind: 'accessTask', id }) as const),
    ...onboardings.filter(isUnderWay).map(({ id }) => ({ kind: 'onboarding', id }) as const),
  ];
}

/** Where its card stands: with those who have to do it. */
export function placesOfSubject({ kind }: RecordSubject): readonly Place[] {
  switch (kind) {
    case 'accessTask':
      return [{ kind: 'platform' }];
    case 'onboarding':
      return [{ kind: 'platform' }, { kind: 'dispatch' }];
  }
}
