import { type Reader, readingPlacesOf } from '../../domain/ticket/access';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import { localDayAt, serviceDayBefore } from '../../domain/reaction/service-day';
import { dueMomentAt } from '../../domain/ticket/urgency';
import type { Digest, JudgedReactions } from '../messages/digest';
import type { Clock } from '../ports/clock';
import type { DeliveryStore } from '../ports/delivery-store';
import type { Directory } from '../ports/directory';
import type { ReactionScope, ReactionStore } from '../ports/reaction-store';
import type { SettingStore } from '../ports/setting-store';
import type { TicketScope, TicketStore } from '../ports/ticket-store';
import { lastVerification } from '../verify/background-check';
import { deliveryState } from './delivery-state';
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
  const { calendars } = deps.directory.installation();
  const [figures, list, reactions, delivery, findings] = await Promise.all([
    deps.tickets.figures(scopes, dueMomentAt(calendars, now)),
    openTickets(deps, reader, { limit: options.limit }),
    judgedReactions(deps, scopes, now),
    deliveryState(deps, reader, options.delivery),
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
