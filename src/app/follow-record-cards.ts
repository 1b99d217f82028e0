import type { Installation } from '../domain/organisation/installation';
import { localDayAt } from '../domain/reaction/service-day';
import { isShownIn, lanesOfSubject } from './card-places';
import { orderAt } from './delivery-policy';
import { type Lane, laneKey } from './messages/lane';
import { openSubjects, type RecordSubject, subjectKey } from './messages/record-card';
import type { Clock } from './ports/clock';
import type { DeliveryStore, NewDelivery } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import type { RecordCard, RecordCardStore } from './ports/record-card-store';
import { lastVersions, versionOfSubject } from './record-versions';
import type { RecordedDirectory } from './recorded-directory';

export interface FollowRecordCardsDeps {
  readonly recorded: Pick<RecordedDirectory, 'version' | 'changes' | 'installation'>;
  readonly directory: Directory;
  readonly recordCards: Pick<RecordCardStore, 'find' | 'standing'>;
  readonly deliveries: Pick<DeliveryStore, 'enqueue' | 'laneOf'>;
  readonly clock: Clock;
  readonly effectsWaiting: () => void;
}

/**
 * What is still to be done stands where its place is reached now, as its names and contacts are now, and a card that stands
 * elsewhere says so (process 1): at the start, on each new day, and whenever the organisation is another. Any process may do it,
 * under the same ids.
 */
export function createRecordCardsFollowing(deps: FollowRecordCardsDeps): () => Promise<void> {
  let followed: { readonly installation: Installation; readonly day: string } | undefined;
  return async () => {
    const installation = deps.directory.installation();
    const { day } = localDayAt(installation.calendars, deps.clock.now());
    if (followed?.installation === installation && followed.day === day) return;
    const due = [...(await outdated(deps, installation, day)), ...(await misplaced(deps, installation, day))];
    if (due.length > 0) {
      await deps.deliveries.enqueue(due);
      deps.effectsWaiting();
    }
    followed = { installation, day };
  };
}

async function outdated(
  { recorded, recordCards, clock }: FollowRecordCardsDeps,
  installation: Installation,
  day: string,
): Promise<readonly NewDelivery[]> {
  const due: NewDelivery[] = [];
  const last = lastVersions(recorded.changes());
  for (const of of openSubjects(installation)) {
    const version = versionOfSubject(last, recorded.installation(), of);
    for (const { place, lane } of lanesOfSubject(installation, of)) {
      const card = await recordCards.find(of, laneKey(lane));
      if (card?.withdrawn === false && card.shownVersion >= version) continue;
      const effect = { kind: 'showRecord', place, of, version: recorded.version() } as const;
      due.push(deliveryOf(effect, { of, card, lane, cause: `${day} ${version}` }, clock.now()));
    }
  }
  return due;
}

async function misplaced(
  { recordCards, deliveries, clock }: FollowRecordCardsDeps,
  installation: Installation,
  day: string,
): Promise<readonly NewDelivery[]> {
  const due: NewDelivery[] = [];
  for (const card of await recordCards.standing()) {
    const { of, place, laneKey: key, conversation } = card;
    if (isShownIn(installation, of, key)) continue;
    // What was sent there says by which address.
    const lane: Lane = (await deliveries.laneOf(key)) ?? {
      kind: 'channel',
      address: { ...installation.platformChannel, conversation },
    };
    due.push(deliveryOf({ kind: 'withdrawRecord', place, of }, { of, card, lane, cause: day }, clock.now()));
  }
  return due;
}

interface Standing {
  readonly of: RecordSubject;
  readonly card: RecordCard | undefined;
  readonly lane: Lane;
  /** With the day: what was refused is asked again on the next one. */
  readonly cause: string;
}

function deliveryOf(
  effect: NewDelivery['effect'],
  { of, card, lane, cause }: Standing,
  now: number,
): NewDelivery {
  const key = subjectKey(of);
  return {
    id: `record:${cause}:${effect.kind} ${key}:${card?.activityId ?? ''}@${laneKey(lane)}`,
    effect,
    lane,
    order: `${orderAt(now)}:record:${key}`,
    status: 'due',
  };
}
