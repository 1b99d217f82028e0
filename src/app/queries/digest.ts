import { type Reader, readingPlacesOf } from '../../domain/ticket/access';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { Installation } from '../../domain/organisation/installation';
import { type Place, placeKey } from '../../domain/organisation/place';
import { endOfDue, localDayAt, serviceDayBefore } from '../../domain/reaction/service-day';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { DeliveryState, Digest, JudgedReactions } from '../messages/digest';
import { laneKey, lanesOf } from '../messages/lane';
import type { Clock } from '../ports/clock';
import type { DeliveryStore } from '../ports/delivery-store';
import type { Directory } from '../ports/directory';
import type { ReactionScope, ReactionStore } from '../ports/reaction-store';
import type { SettingStore } from '../ports/setting-store';
import type { TicketScope, TicketStore } from '../ports/ticket-store';
import { lastVerification } from '../verify/background-check';
import { openTickets, readableScopes } from './ticket-lists';

export interface DigestDeps {
  readonly tickets: TicketStore;
  readonly deliveries: DeliveryStore;
  readonly reactions: ReactionStore;
  readonly settings: SettingStore;
  readonly directory: Directory;
  readonly clock: Clock;
}

export interface DigestOptions {
  /** How many tickets are listed. */
  readonly limit: number;
  /** The delivery that is asking: it is under way, not stuck. */
  readonly delivery?: string;
}

export async function digestOf(deps: DigestDeps, reader: Reader, options: DigestOptions): Promise<Digest> {
  const now = deps.clock.now();
  const scopes = readableScopes(deps, reader);
  const localDay = localDayAt(deps.directory.installation().calendars, now);
  const [figures, list, reactions, delivery, findings] = await Promise.all([
    deps.tickets.figures(scopes, { now, today: localDay.day, endOfToday: endOfDue(localDay) }),
    openTickets(deps, reader, { limit: options.limit }),
    judgedReactions(deps, scopes, now),
    deliveryState(deps, reader, now, options.delivery),
    findingsFor(deps, reader),
  ]);
  return { asOf: now, figures, list, ...defined({ reactions }), delivery, ...defined({ findings }) };
}

/** Whoever reads the dispatch channel hears that stored data was changed: dispatchers and the process owner. */
async function findingsFor({ directory, settings }: DigestDeps, reader: Reader): Promise<number | undefined> {
  const places = readingPlacesOf(directory.installation(), reader);
  if (!places.some(({ place }) => place.kind === 'dispatch')) return undefined;
  const { findings = 0 } = (await lastVerification(settings)) ?? {};
  return findings === 0 ? undefined : findings;
}

/**
 * What was judged from the start of the last service day until the start of today, so that over the days everything is
 * reported once, including what happened outside service time. The platform maintainer is not concerned (process 5).
 */
async function judgedReactions(
  { directory, reactions }: DigestDeps,
  scopes: readonly TicketScope[],
  now: Instant,
): Promise<JudgedReactions | undefined> {
  const { calendars } = directory.installation();
  const concerned = scopes
    .filter(({ supported }) => supported === undefined)
    .map(({ operator, module, assigned }): ReactionScope => ({
      ...defined({ operator, module, assigned }),
    }));
  const last = serviceDayBefore(calendars, now);
  if (concerned.length === 0 || last === undefined) return undefined;
  const span = { from: last.begins, to: localDayAt(calendars, now).begins };
  return { since: last.day, ...(await reactions.judgedIn(concerned, span)) };
}

/** Dispatch, and anybody who reads everything, sees all lanes; the others see only those of their own places. */
async function deliveryState(
  { deliveries, tickets, directory }: DigestDeps,
  reader: Reader,
  now: Instant,
  asking: string | undefined,
): Promise<DeliveryState> {
  const installation = directory.installation();
  const known = allPlaces(installation);
  const own = readingPlacesOf(installation, reader).map(({ place }) => place);
  const places = own.some(({ kind }) => kind === 'dispatch') ? undefined : own;
  const lanes = places?.flatMap((place) => lanesOf(installation, place)).map(laneKey);
  const { late, givenUpOf, silentLanes } = await deliveries.stuck({
    now,
    ...defined({ lanes, except: asking }),
  });
  const concerned = new Set(places?.map(placeKey));
  const unreached: TicketNumber[] = [];
  for (const number of await tickets.openAmong(givenUpOf)) {
    const problems = await deliveries.problemsOf(number);
    const lasting = problems.some(
      (problem) => !('people' in problem) && (places === undefined || concerned.has(placeKey(problem.place))),
    );
    if (lasting) unreached.push(number);
  }
  const silentPlaces = (places ?? known).filter((place) =>
    lanesOf(installation, place).some((lane) => silentLanes.includes(laneKey(lane))),
  );
  return { late, unreached, silentPlaces };
}

function allPlaces({ modules, organisations }: Installation): readonly Place[] {
  return [
    { kind: 'dispatch' },
    { kind: 'platform' },
    ...modules.map(({ id }): Place => ({ kind: 'module', module: id })),
    ...organisations.map(({ id }): Place => ({ kind: 'organisation', organisation: id })),
  ];
}
