import type { Connection, Model } from 'mongoose';
import type { ClassFigures } from '../../app/messages/digest';
import { maxPause } from '../../app/delivery-policy';
import type {
  DueTicket,
  FoundTicket,
  TicketFilter,
  TicketRecord,
  TicketScope,
  TicketStore,
} from '../../app/ports/ticket-store';
import { defined } from '../../defined';
import type { Instant } from '../../domain/instant';
import type { TicketEvent } from '../../domain/ticket/event-rules';
import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';
import { openStates } from '../../domain/ticket/ticket-state';
import type { DueMoment } from '../../domain/ticket/urgency';
import { chain, firstBrokenLink, lastHash } from './history-chain';
import { ticketSchema } from './schemas/ticket-schema';
import { failedCheckFields, failedFields, MongoSetAsideTickets } from './set-aside-tickets';
import { fitting, isDuplicateKey } from './store-errors';
import { fromStored, storable } from './stored-form';
import { changesBetween } from './ticket-changes';
import {
  listFieldsOf,
  passingListFields,
  type TicketDocument,
  toFound,
  toLink,
  toRecord,
  toStoredEvent,
} from './ticket-document';
import { TicketNumbers } from './ticket-numbers';
import { countFigures } from './ticket-figures';
import { toListQuery, toQuery } from './ticket-query';

const collection = 'tickets';

/** Tickets in MongoDB: one document each, one guarded write per command. */
export class MongoTicketStore implements TicketStore {
  readonly model: Model<TicketDocument>;
  readonly numbers: TicketNumbers;
  readonly setAside: MongoSetAsideTickets;

  constructor(connection: Connection) {
    this.model = connection.model<TicketDocument>('Ticket', ticketSchema, collection);
    this.numbers = new TicketNumbers(connection);
    this.setAside = new MongoSetAsideTickets(this.model);
  }

  nextNumber(year: number): Promise<TicketNumber> {
    return this.numbers.next(year);
  }

  numberSeen(number: TicketNumber): Promise<void> {
    return this.numbers.seen(number);
  }

  async create(
    given: Ticket,
    givenEvents: readonly TicketEvent[],
    nextDueAt?: Instant,
  ): Promise<TicketRecord | 'duplicate'> {
    const [ticket, events] = [storable(given), storable(givenEvents)];
    const [first] = events;
    const last = events[events.length - 1];
    if (first === undefined || last === undefined) throw new Error('a new ticket has an event');
    checkVersion(ticket, events.length);
    const links = chain(events);
    const document: TicketDocument = {
      _id: ticket.number,
      version: ticket.version,
      reportCommandId: first.commandId,
      ticket,
      events: links.map(toStoredEvent),
      historyHash: lastHash(links),
      effectsPlanned: 0,
      effectsDue: true,
      effectsDueSince: last.at,
      ...defined({ nextDueAt }),
      ...listFieldsOf(ticket),
    };
    try {
      await fitting(collection, () => new this.model(document).save());
    } catch (error) {
      // A query distinguishes the two unique keys without relying on how a server words its errors.
      if (isDuplicateKey(error) && (await this.findByReport(first.commandId)) !== undefined)
        return 'duplicate';
      throw error;
    }
    return { ticket, events, effectsPlanned: 0, historyHash: document.historyHash };
  }

  async append(
    before: TicketRecord,
    given: Ticket,
    givenAdded: readonly TicketEvent[],
    nextDueAt?: Instant,
  ): Promise<TicketRecord | undefined> {
    const [ticket, added] = [storable(given), storable(givenAdded)];
    const last = added[added.length - 1];
    if (last === undefined) throw new Error('a command that changes nothing writes nothing');
    checkVersion(ticket, before.ticket.version + added.length);
    const links = chain(added, before.historyHash, before.ticket.version);
    const historyHash = lastHash(links);
    const fields = { ...listFieldsOf(ticket), ...defined({ nextDueAt }) };
    const { set, unset } = changesBetween(before.ticket, ticket);
    const lost = ([...passingListFields, 'nextDueAt'] as const).filter(
      (field) => fields[field] === undefined,
    );
    const gone = {
      ...unset,
      ...Object.fromEntries(lost.map((field) => [field, 1])),
      // Where nothing is due any more, no check will ever succeed.
      ...(nextDueAt === undefined && failedCheckFields),
    };
    const update = {
      $set: { ...set, ...fields, version: ticket.version, historyHash, effectsDue: true },
      $push: { events: { $each: links.map(toStoredEvent) } },
      // An existing mark keeps its place in the queue.
      $min: { effectsDueSince: last.at },
      ...(Object.keys(gone).length === 0 ? {} : { $unset: gone }),
    };
    const { matchedCount } = await fitting(collection, () =>
      this.model.updateOne({ _id: { $eq: ticket.number }, version: { $eq: before.ticket.version } }, update, {
        runValidators: true,
      }),
    );
    if (matchedCount === 0) return undefined;
    return {
      ticket,
      events: [...before.events, ...added],
      effectsPlanned: before.effectsPlanned,
      historyHash,
    };
  }

  async find(number: TicketNumber): Promise<TicketRecord | undefined> {
    const found = await fitting(collection, () => this.model.findOne({ _id: { $eq: number } }).lean());
    return found === null ? undefined : toRecord(found);
  }

  async findByReport(commandId: string): Promise<TicketRecord | undefined> {
    const found = await fitting(collection, () =>
      this.model.findOne({ reportCommandId: { $eq: commandId } }).lean(),
    );
    return found === null ? undefined : toRecord(found);
  }

  async withEffectsDue(now: Instant, limit: number): Promise<readonly FoundTicket[]> {
    const found = await fitting(collection, () =>
      this.model
        // Same condition as isStillWaiting.
        .find({ effectsDue: true, effectsRetryAt: { $not: { $gt: now, $lte: now + maxPause } } })
        .sort({ effectsDueSince: 1, _id: 1 })
        .limit(limit)
        .lean(),
    );
    return found.map(toFound);
  }

  async effectsPlanned(number: TicketNumber, version: number): Promise<void> {
    const unmarked = await fitting(collection, () =>
      this.model.updateOne(
        { _id: { $eq: number }, version: { $eq: version } },
        {
          $set: { effectsPlanned: version, effectsDue: false },
          $unset: { effectsDueSince: 1, ...failedFields },
        },
      ),
    );
    if (unmarked.matchedCount > 0) return;
    await this.model.updateOne(
      { _id: { $eq: number } },
      { $max: { effectsPlanned: version }, $unset: failedFields },
    );
  }

  async due(now: Instant, limit: number): Promise<readonly DueTicket[]> {
    const found = await fitting(collection, () =>
      this.model
        .find({ nextDueAt: { $lte: now } })
        .sort({ nextDueAt: 1, _id: 1 })
        .limit(limit)
        .lean(),
    );
    return found.map((stored) => ({
      ...toFound(stored),
      ...defined({ hasFailed: (stored.failedChecks ?? 0) > 0 || undefined }),
    }));
  }

  async nextDue(): Promise<Instant | undefined> {
    const next = await this.model
      .findOne({ nextDueAt: { $gte: 0 } }, { nextDueAt: 1 })
      .sort({ nextDueAt: 1, _id: 1 })
      .lean<{ readonly nextDueAt: Date } | null>();
    return next?.nextDueAt.getTime();
  }

  async rearm(number: TicketNumber, version: number, nextDueAt: Instant | undefined): Promise<void> {
    const update =
      nextDueAt === undefined ? { $unset: { nextDueAt: 1, ...failedCheckFields } } : { $set: { nextDueAt } };
    await fitting(collection, () =>
      this.model.updateOne({ _id: { $eq: number }, version: { $eq: version } }, update),
    );
  }

  async watched(after: TicketNumber | undefined, limit: number): Promise<readonly FoundTicket[]> {
    const found = await fitting(collection, () =>
      this.model
        .find({
          ...defined({ _id: after === undefined ? undefined : { $gt: after } }),
          $or: [{ 'ticket.state': { $in: openStates } }, { nextDueAt: { $gte: 0 } }],
        })
        .sort({ _id: 1 })
        .limit(limit)
        .lean(),
    );
    return found.map(toFound);
  }

  async list(
    filter: TicketFilter,
    page: { readonly limit: number; readonly skip: number },
  ): Promise<readonly Ticket[]> {
    const query = toListQuery(filter);
    if (query === undefined || page.limit <= 0) return [];
    const found = await fitting(collection, () =>
      this.model
        .find(query, { ticket: 1, schemaVersion: 1 })
        .sort({ listOrder: 1 })
        .skip(page.skip)
        .limit(page.limit)
        .lean(),
    );
    return found.map((stored) => fromStored<TicketDocument>(stored).ticket);
  }

  async count(filter: TicketFilter): Promise<number> {
    const query = toQuery(filter);
    return query === undefined ? 0 : fitting(collection, () => this.model.countDocuments(query));
  }

  figures(scopes: readonly TicketScope[], at: DueMoment): Promise<readonly ClassFigures[]> {
    return countFigures(scopes, at, (query) => fitting(collection, () => this.model.countDocuments(query)));
  }

  async openAmong(numbers: readonly TicketNumber[]): Promise<readonly TicketNumber[]> {
    if (numbers.length === 0) return [];
    const found = await fitting(collection, () =>
      this.model
        .find(
          { _id: { $in: [...numbers] }, 'ticket.state': { $in: [...openStates] }, trial: { $eq: false } },
          { _id: 1 },
        )
        .sort({ _id: 1 })
        .lean<{ readonly _id: TicketNumber }[]>(),
    );
    return found.map(({ _id }) => _id);
  }

  /** The position of the first broken link in a ticket's history (process 10); undefined if there is none. */
  async brokenLink(number: TicketNumber): Promise<number | undefined> {
    const found = await fitting(collection, () => this.model.findOne({ _id: { $eq: number } }).lean());
    if (found === null) throw new Error(`there is no ticket ${number}`);
    const { events, historyHash } = fromStored<TicketDocument>(found);
    return firstBrokenLink(events.map(toLink), historyHash);
  }
}

/** The guard counts events; a version that does not match that count is a bug that would lock the ticket for good. */
function checkVersion(ticket: Ticket, events: number): void {
  if (ticket.version !== events) {
    throw new Error(`${ticket.number} is at version ${ticket.version} after ${events} events`);
  }
}
