import { accessTaskKey, type OrganisationEvent } from '../../domain/organisation/changes';
import type { AccessTaskId } from '../../domain/organisation/installation';
import type { Place } from '../../domain/organisation/place';

/** A record that has a card of its own, as tickets have: what somebody has to do in the organisation (process 8). */
export interface RecordSubject {
  readonly kind: 'accessTask';
  readonly id: AccessTaskId;
}

/** Every kind of such a record; one without an entry does not compile. */
const kinds: Record<RecordSubject['kind'], true> = { accessTask: true };
export const recordSubjectKinds = Object.keys(kinds) as readonly RecordSubject['kind'][];

/** Equal records have equal keys; it is that of the record's events. */
export function subjectKey({ id }: RecordSubject): string {
  return accessTaskKey(id);
}

/** The record of the event, if it has a card. */
export function subjectOf(event: OrganisationEvent): RecordSubject | undefined {
  return event.type === 'accessTaskRecorded' ? { kind: 'accessTask', id: event.task.id } : undefined;
}

/** Where its card stands: with those who have to do it. */
export function placesOfSubject({ kind }: RecordSubject): readonly Place[] {
  switch (kind) {
    case 'accessTask':
      return [{ kind: 'platform' }];
  }
}
