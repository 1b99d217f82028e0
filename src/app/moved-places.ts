import { defined } from '../defined';
import type { Installation } from '../domain/organisation/installation';
import { placeKey } from '../domain/organisation/place';
import { localDayAt } from '../domain/reaction/service-day';
import type { CalendarDay } from '../domain/service-calendar/civil-date';
import { placesReading } from '../domain/ticket/access';
import type { TicketNumber } from '../domain/ticket/ticket';
import { findIfReadable } from './find-if-readable';
import { handleFound } from './handle-found';
import { createLease, type Lease } from './lease';
import type { Lane } from './messages/lane';
import type { CardStore, TrackedCard } from './ports/card-store';
import type { Clock } from './ports/clock';
import type { DeliveryStore, NewDelivery } from './ports/delivery-store';
import type { Directory } from './ports/directory';
import type { LeaseStore } from './ports/lease-store';
import type { SettingStore } from './ports/setting-store';
import type { TicketRecord, TicketStore } from './ports/ticket-store';
import { redrawProblems } from './redraw-problems';
import type { ShownPosts } from './shown-posts';
import { tellTrouble } from './tell-trouble';
import { type Changes, changesTo, isReached, type Reach, reachOf } from './reach-of-places';
import { watchedTickets } from './watched-tickets';
import { cardAtPlace, cardsOfChanged, formerCard, type Round } from './cards-of-moved-place';

export interface MovedPlacesDeps {
  readonly cards: Pick<CardStore, 'standing'>;
  readonly tickets: Pick<TicketStore, 'find' | 'watched'>;
  readonly deliveries: DeliveryStore;
  readonly settings: SettingStore;
  readonly leases: LeaseStore;
  readonly shownPosts: Pick<ShownPosts, 'reviewAll'>;
  readonly directory: Directory;
  readonly clock: Clock;
  /** Monotonic time in milliseconds. */
  readonly elapsed: () => number;
  /** Names this process among those on the same store. */
  readonly holder: string;
  readonly isStoreFailure: (error: unknown) => boolean;
  /** Ends the assignments that do not hold any more; false where it had to end early (lapse-assignments). */
  readonly lapseAssignments: (mayGoOn: () => Promise<boolean>) => Promise<boolean>;
  readonly effectsWaiting: () => void;
  readonly report: (what: MovedPlacesReport) => void;
}

export type MovedPlacesReport =
  /** All that follows from another organisation is due; so many cards stood where their place is not reached any more. */
  | { readonly kind: 'followed'; readonly cards: number }
  | { readonly kind: 'unreadable'; readonly ticket: TicketNumber; readonly error: unknown };

/** Has everything that stands in Teams follow the organisation. */
export interface MovedPlaces {
  /** Cheap unless the organisation, or the day, is another than at the last walk. Throws where the store fails. */
  run(): Promise<void>;
  /** Ends the walk under way between two steps; the next process starts it over. */
  stop(): void;
}

const settingName = 'places';
const pageSize = 100;
/** How long a process may be silent before another one starts the walk over; milliseconds. */
const leaseTerm = 15_000;

/** What is known of the walks so far. */
interface WalksSoFar {
  /** The number of the last one, complete or not. */
  readonly round: number;
  /** What the last complete one has left; undefined before the first. */
  readonly reach?: Reach;
  /** What those have followed that ended early since: part of what stands may follow each of them. */
  readonly begun?: readonly Reach[];
}

/**
 * A place is reached elsewhere, or somebody reads less, from one state of the organisation to the next (process 1): a card keeps its
 * address as long as it stands there, so it is edited to number and "abgegeben" where it may not stand any more; the place
 * has its cards where it is reached now; and posts that show what was typed into a ticket are replaced where they must not
 * be read. One process walks through all that stands, a page at a time. What follows is due before the file counts as
 * followed, under the same ids whoever walks and however often.
 */
export function createMovedPlaces(deps: MovedPlacesDeps): MovedPlaces {
  const lease = createLease({ ...deps, name: settingName, term: leaseTerm });
  /** What this process has followed: another process with another organisation file is not answered by walking again. */
  let followed: { readonly installation: Installation; readonly day: CalendarDay } | undefined;
  let stopping = false;

  async function follow(installation: Installation, day: CalendarDay): Promise<boolean> {
    const mayGoOn = async () => !stopping && (await lease.renew());
    // Before any card follows, by each process: whoever maintains a module since reads nothing before it is assigned to them.
    if (!(await deps.lapseAssignments(mayGoOn))) return false;
    deps.effectsWaiting();
    const present = reachOf(installation, day);
    const { round: last, reach, begun = [] } = await walksSoFar(deps.settings);
    if (begun.length === 0 && isSame(reach, present)) return true;
    // Whoever starts the last one over means the same messages; another one since then says something new.
    const number = isSame(begun.at(-1), present) ? last : last + 1;
    await keep(deps.settings, {
      round: number,
      ...defined({ reach }),
      begun: [...begun.filter((each) => !isSame(each, present)), present],
    });
    let former = 0;
    let isUnreachable = false;
    const walk: Walk = {
      deps,
      round: {
        installation,
        number,
        now: deps.clock.now(),
        wasReached: (place, lane) =>
          [reach, ...begun].every((each) => each !== undefined && isReached(each, placeKey(place), lane)),
      },
      present,
      changes: changesTo(present, [reach ?? [], begun].flat()),
      mayGoOn,
      lanes: new Map(),
      foundFormer: () => (former += 1),
      foundUnreachable: () => (isUnreachable = true),
    };
    if (!(await followCards(walk)) || !(await followTickets(walk))) return false;
    if (!(await deps.shownPosts.reviewAll(walk.mayGoOn))) return false;
    if (isUnreachable) await tellTrouble(deps, deps.clock.now());
    await keep(deps.settings, { round: number, reach: present });
    deps.report({ kind: 'followed', cards: former });
    deps.effectsWaiting();
    return true;
  }

  return {
    async run() {
      const installation = deps.directory.installation();
      // An absence ends by itself, and cards name the next one.
      const { day } = localDayAt(installation.calendars, deps.clock.now());
      const isFollowed = installation === followed?.installation && day === followed.day;
      if (isFollowed || stopping || !(await lease.renew())) return;
      try {
        if (await follow(installation, day)) followed = { installation, day };
      } finally {
        await lease.release();
      }
    },
    stop() {
      stopping = true;
    },
  };
}

interface Walk {
  readonly deps: MovedPlacesDeps;
  readonly round: Round;
  readonly present: Reach;
  /** None where it is not known how it was before. */
  readonly changes: Changes;
  readonly mayGoOn: () => ReturnType<Lease['renew']>;
  /** Where cards stand that are to be withdrawn, by the key of the lane. */
  readonly lanes: Map<string, Lane>;
  readonly foundFormer: () => void;
  readonly foundUnreachable: () => void;
}

async function walksSoFar(settings: SettingStore): Promise<WalksSoFar> {
  const stored = await settings.read(settingName);
  return stored === undefined ? { round: 0 } : (JSON.parse(stored) as WalksSoFar);
}

async function keep(settings: SettingStore, walks: WalksSoFar): Promise<void> {
  await settings.write(settingName, JSON.stringify(walks));
}

function isSame(one: Reach | undefined, other: Reach): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Every card that stands where its place is not reached any more. False where it has to end early. */
async function followCards(walk: Walk): Promise<boolean> {
  const { cards } = walk.deps;
  let page = await cards.standing(undefined, pageSize);
  while (page.length > 0) {
    for (const card of page) {
      if (!isReached(walk.present, placeKey(card.place), card.laneKey)) await followCard(walk, card);
    }
    if (!(await walk.mayGoOn())) return false;
    page = await cards.standing(page.at(-1), pageSize);
  }
  return true;
}

async function followCard(walk: Walk, card: TrackedCard): Promise<void> {
  const unreadable = (error: unknown) => walk.deps.report({ kind: 'unreadable', ticket: card.ticket, error });
  // A ticket that cannot be read keeps no other's card from being withdrawn, nor its own.
  const record = await findIfReadable(walk.deps, card.ticket, unreadable);
  const lane = await whereItStands(walk, card);
  walk.foundFormer();
  // The new one first: after a kill in between, the former one still says that there is something to do.
  if (record !== undefined) await due(walk, cardAtPlace(walk.round, record, card.subject, card.place));
  await due(walk, formerCard(walk.round, card, lane, record?.ticket));
}

/** What was sent there says by which address. Without it, the channel is taken for one of the team that the bot is run in. */
async function whereItStands({ deps, lanes, round }: Walk, card: TrackedCard): Promise<Lane> {
  const { laneKey: key, conversation } = card;
  const lane: Lane = lanes.get(key) ??
    (await deps.deliveries.laneOf(key)) ?? {
      kind: 'channel',
      address: { ...round.installation.dispatchChannel, conversation },
    };
  lanes.set(key, lane);
  return lane;
}

/** The open tickets of which something has changed. False where it has to end early. */
async function followTickets(walk: Walk): Promise<boolean> {
  if (Object.values<ReadonlySet<string>>({ ...walk.changes }).every(({ size }) => size === 0)) return true;
  const { tickets, isStoreFailure, report } = walk.deps;
  for await (const found of watchedTickets(tickets)) {
    if (!(await walk.mayGoOn())) return false;
    await handleFound(found, {
      handle: (record) => followTicket(walk, record),
      keepBack: (ticket, error) => report({ kind: 'unreadable', ticket, error }),
      isStoreFailure,
    });
  }
  return true;
}

async function followTicket(walk: Walk, record: TicketRecord): Promise<void> {
  for (const place of placesReading(record.ticket)) {
    if (walk.changes.places.has(placeKey(place)))
      await due(walk, cardAtPlace(walk.round, record, 'ticket', place));
  }
  await due(walk, cardsOfChanged(walk.round, record, walk.changes));
}

async function due({ deps, foundUnreachable }: Walk, deliveries: readonly NewDelivery[]): Promise<void> {
  if (deliveries.length === 0) return;
  await deps.deliveries.enqueue(deliveries);
  for (const { id, ticket, order, status } of deliveries) {
    if (status !== 'undeliverable' || ticket === undefined) continue;
    foundUnreachable();
    // The dispatchers' card says that the place has to be called.
    await redrawProblems(deps, { id, ticket, order, attempts: 0 });
  }
}
