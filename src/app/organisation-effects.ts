import {
  evolveRecords,
  type OrganisationChange,
  type OrganisationEvent,
} from '../domain/organisation/changes';
import type { AccessTask, Installation } from '../domain/organisation/installation';
import { onboardingCallsOf, placesCalled } from '../domain/organisation/onboarding/onboarding-calls';
import { type Place, placeKey } from '../domain/organisation/place';
import { noRecords, type OrganisationRecords } from '../domain/organisation/records';
import type { Effect, PlannedEffect } from './messages/effect';
import { placesOfSubject, subjectKey, subjectOf } from './messages/record-card';

/**
 * What has to be sent because of one change of the organisation; pure, so a second run after a crash gives the same ids.
 * `before` are the records that it changed. Of many contracts that begin or end on one day, one call tells.
 */
export function organisationEffects(
  change: OrganisationChange,
  before: OrganisationRecords,
): readonly PlannedEffect[] {
  const { version, events } = change;
  const calls = events.some((event) => callsTo(event, before));
  const effects: readonly Effect[] = [
    ...events.filter((event) => isShown(event, before)).flatMap((event) => showing(event, version)),
    ...(calls ? [{ kind: 'callToAccess', place: platform, version } as const] : []),
    ...placesCalled(onboardingCallsOf(change, before)).map(
      (place) => ({ kind: 'callToOnboarding', place, version }) as const,
    ),
    ...placesOfReminders(events, before).map(
      (place) => ({ kind: 'tellContractEnds', place, version }) as const,
    ),
  ];
  return effects.map((effect) => ({ id: `organisation:${version}:${whatOf(effect)}`, effect }));
}

const platform: Place = { kind: 'platform' };

function whatOf(effect: Effect): string {
  const of = effect.kind === 'showRecord' ? ` ${subjectKey(effect.of)}` : '';
  return `${effect.kind}${of}:${placeKey(effect.place)}`;
}

function showing(event: OrganisationEvent, version: number): readonly Effect[] {
  const of = subjectOf(event);
  return of === undefined
    ? []
    : placesOfSubject(of).map((place) => ({ kind: 'showRecord', place, of, version }) as const);
}

/** What was never open needs no card: access that was taken over. */
function isShown(event: OrganisationEvent, before: OrganisationRecords): boolean {
  if (event.type === 'onboardingRecorded') {
    const { id, outcome } = event.onboarding;
    return outcome === undefined || before.onboardings.some((each) => each.id === id);
  }
  if (event.type !== 'accessTaskRecorded') return false;
  return event.task.outcome === undefined || taskBefore(event.task, before) !== undefined;
}

/** It has arisen, or is reminded of. */
function callsTo(event: OrganisationEvent, before: OrganisationRecords): boolean {
  if (event.type !== 'accessTaskRecorded' || event.task.outcome !== undefined) return false;
  const known = taskBefore(event.task, before);
  return known === undefined || known.reminders < event.task.reminders;
}

function taskBefore({ id }: AccessTask, { accessTasks }: OrganisationRecords): AccessTask | undefined {
  return accessTasks.find((task) => task.id === id);
}

/** The process owners, and each operator whose contract it is (process 8). */
function placesOfReminders(
  events: readonly OrganisationEvent[],
  { contracts }: OrganisationRecords,
): readonly Place[] {
  const ending = events.flatMap((event) =>
    event.type === 'contractEndReminded' ? contracts.filter(({ id }) => id === event.reminder.contract) : [],
  );
  if (ending.length === 0) return [];
  const operators = [...new Set(ending.map(({ operator }) => operator))];
  return [
    { kind: 'dispatch' },
    ...operators.map((organisation) => ({ kind: 'organisation', organisation }) as const),
  ];
}

/** The tasks of a change that are to be called to and are as they were then: open, and not reminded of again since. */
export function tasksToCallTo(
  { events }: OrganisationChange,
  { accessTasks }: Pick<Installation, 'accessTasks'>,
): readonly AccessTask[] {
  const told = events.flatMap((event) => (event.type === 'accessTaskRecorded' ? [event.task] : []));
  return told.filter(({ id, reminders }) =>
    accessTasks.some((task) => task.id === id && task.outcome === undefined && task.reminders === reminders),
  );
}

/** Those of all changes that come after `version`, each with the records that it changed. */
export function changesWithBefore(
  changes: readonly OrganisationChange[],
  version: number,
): readonly { readonly change: OrganisationChange; readonly before: OrganisationRecords }[] {
  let before = noRecords;
  return changes.flatMap((change) => {
    const at = before;
    before = change.events.reduce(evolveRecords, before);
    return change.version > version ? [{ change, before: at }] : [];
  });
}
