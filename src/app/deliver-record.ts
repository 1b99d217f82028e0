import type { OrganisationChange } from '../domain/organisation/changes';
import { isContinued } from '../domain/organisation/contract-reminders-due';
import type { ContractReminder, Installation } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import { localDayAt } from '../domain/reaction/service-day';
import type { Addressee } from '../domain/ticket/access';
import { peopleToMention } from '../domain/ticket/people-to-mention';
import { isReachedIn, isShownIn } from './card-places';
import type { Effect } from './messages/effect';
import { type Lane, laneKey } from './messages/lane';
import type { RecordSubject } from './messages/record-card';
import { mentionOutcome } from './mentions';
import type { Clock } from './ports/clock';
import type { Outcome } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import type { CardContent, Messenger } from './ports/messenger';
import type { RecordCard } from './ports/record-card-store';
import type { PostedRecordCards } from './posted-cards';
import type { RecordedDirectory } from './recorded-directory';
import { lastVersions, versionOfSubject } from './record-versions';
import { ofTrouble } from './tell-trouble';

export interface DeliverRecordDeps {
  readonly recorded: Pick<RecordedDirectory, 'changes' | 'installation' | 'refresh'>;
  readonly directory: Directory;
  readonly recordCards: PostedRecordCards;
  readonly messenger: Messenger;
  readonly clock: Clock;
}

type Showing = Extract<Effect, { readonly kind: 'showRecord' }>;
type Withdrawing = Extract<Effect, { readonly kind: 'withdrawRecord' }>;
type Telling = Extract<Effect, { readonly kind: 'tellContractEnds' }>;

const nothing: Outcome = { nothingSent: true };

/** The record's card in the lane shows it as it is now; sends nothing where it does so already, or the place is not reached there. */
export async function showRecord(
  deps: DeliverRecordDeps,
  lane: Lane,
  { place, of, version }: Showing,
): Promise<Outcome> {
  const { recorded, recordCards, messenger } = deps;
  await changeOf(deps, version);
  const installation = recorded.installation();
  const record = recordOf(installation, of);
  if (record === undefined || !isReachedIn(deps.directory.installation(), place, laneKey(lane)))
    return nothing;
  const shownVersion = versionOfSubject(lastVersions(recorded.changes()), installation, of);
  const { content, isOver } = record;
  // By an earlier try that the store did not take.
  const wasShown = recordCards.isUnsaved({ of, laneKey: laneKey(lane) });
  const tracked = await recordCards.find(of, laneKey(lane));
  if (tracked === undefined) {
    // Nobody has to do it any more: there is nothing to show where it was never shown.
    if (isOver) return nothing;
  } else {
    const isShown = !tracked.withdrawn && tracked.shownVersion >= shownVersion;
    if (isShown) return wasShown ? {} : nothing;
    if ((await messenger.editCard(lane, tracked, content)) === 'edited') {
      await recordCards.save({ ...tracked, place, shownVersion, withdrawn: false });
      return {};
    }
    await recordCards.forget(tracked);
  }
  const posted = await messenger.postCard(lane, content);
  await recordCards.save({ of, laneKey: laneKey(lane), place, ...posted, shownVersion, withdrawn: false });
  return {};
}

/** Not where the place is reached there again. */
export async function withdrawRecord(
  { recordCards, messenger, directory }: DeliverRecordDeps,
  lane: Lane,
  { of }: Withdrawing,
): Promise<Outcome> {
  const tracked = await recordCards.find(of, laneKey(lane));
  if (tracked === undefined || tracked.withdrawn) return nothing;
  if (isShownIn(directory.installation(), of, laneKey(lane))) return nothing;
  await messenger.editCard(lane, tracked, { kind: 'withdrawnRecord', of });
  await recordCards.save({ ...tracked, withdrawn: true });
  return {};
}

/** Tells of those contracts that still end then, an operator of its own (process 8). */
export async function tellContractEnds(
  deps: DeliverRecordDeps,
  lane: Lane,
  { place, version }: Telling,
): Promise<Outcome> {
  const installation = deps.directory.installation();
  const now = deps.clock.now();
  const { day: today } = localDayAt(installation.calendars, now);
  const { events } = await changeOf(deps, version);
  const reminders = events.flatMap((event) =>
    event.type === 'contractEndReminded' && isStillToTell(installation, place, event.reminder, today)
      ? [event.reminder]
      : [],
  );
  if (reminders.length === 0) return nothing;
  const people = peopleToMention(addresseeOf(place, reminders, installation), installation, now);
  return mentionOutcome(
    lane,
    people,
    await deps.messenger.postContractEnds(lane, { reminders, place }, people),
  );
}

function isStillToTell(
  installation: Installation,
  place: Place,
  { contract: id, to }: ContractReminder,
  today: string,
): boolean {
  const contract = installation.contracts.find((each) => each.id === id);
  if (contract?.to !== to || to < today || isContinued(installation, contract)) return false;
  return place.kind !== 'organisation' || contract.operator === place.organisation;
}

/** At an operator those who are responsible for its packages, otherwise all its people. */
function addresseeOf(
  place: Place,
  reminders: readonly ContractReminder[],
  { contracts }: Installation,
): Addressee {
  if (place.kind !== 'organisation') return ofTrouble;
  const ending = new Set(reminders.map(({ contract }) => contract));
  const people = contracts.flatMap(({ id, packageContact }) =>
    ending.has(id) && packageContact !== undefined ? [packageContact] : [],
  );
  return { place, people };
}

/** What the card shows, and whether nobody has to do anything for it any more. */
function recordOf(
  { accessTasks, onboardings }: Installation,
  { kind, id }: RecordSubject,
): { readonly content: CardContent; readonly isOver: boolean } | undefined {
  switch (kind) {
    case 'accessTask': {
      const task = accessTasks.find((each) => each.id === id);
      return task && { content: { kind, task }, isOver: task.outcome !== undefined };
    }
    case 'onboarding': {
      const onboarding = onboardings.find((each) => each.id === id);
      return onboarding && { content: { kind, onboarding }, isOver: onboarding.outcome !== undefined };
    }
  }
}

export function cardOf(
  { recordCards }: DeliverRecordDeps,
  of: RecordSubject,
  lane: Lane,
): Promise<RecordCard | undefined> {
  return recordCards.find(of, laneKey(lane));
}

/** Another process may have relayed it that has read the store later than this one. */
export async function changeOf(
  { recorded }: Pick<DeliverRecordDeps, 'recorded'>,
  version: number,
): Promise<OrganisationChange> {
  if (recorded.changes().length < version) await recorded.refresh();
  const change = recorded.changes()[version - 1];
  if (change === undefined) throw new Error(`the organisation's change ${version} is not in the store`);
  return change;
}
