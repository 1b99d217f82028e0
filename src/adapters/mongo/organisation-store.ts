import { randomUUID } from 'node:crypto';
import type { Connection, Model } from 'mongoose';
import type { LedgerSubject } from '../../app/ports/ledger';
import type { OrganisationStore } from '../../app/ports/organisation-store';
import type { OrganisationChange, OrganisationEvent } from '../../domain/organisation/changes';
import type { Person } from '../../domain/organisation/installation';
import { changeHash } from './change-chain';
import { startOfHistory } from './history-chain';
import { detailsHash, type KeptDetails, PersonDetailsStore } from './person-details';
import {
  type ChangeDocument,
  organisationChangeSchema,
  type PersonDetails,
  type StoredEvent,
  type StoredPerson,
} from './schemas/organisation-change-schema';
import { fitting, isDuplicateKey } from './store-errors';
import { fromStored, storable } from './stored-form';

export const changesCollection = 'organisationChanges';
/** Under which name the ledger has all of them. */
export const organisationSubject = 'organisation';

/** The organisation's changes in MongoDB: the unique `_id` is the guard, one document is one decision. */
export class MongoOrganisationStore implements OrganisationStore {
  readonly model: Model<ChangeDocument>;
  readonly details: PersonDetailsStore;

  constructor(connection: Connection) {
    this.model = connection.model<ChangeDocument>(
      'OrganisationChange',
      organisationChangeSchema,
      changesCollection,
    );
    this.details = new PersonDetailsStore(connection);
  }

  async changesSince(version: number): Promise<readonly OrganisationChange[]> {
    const found = await fitting(changesCollection, () =>
      this.model
        .find({ _id: { $gt: version } })
        .sort({ _id: 1 })
        .lean(),
    );
    const changes = found.map((stored) => fromStored<ChangeDocument>(stored));
    const people = changes.flatMap(({ events }) => events.flatMap(personOf));
    const details = await this.details.find(people.map((person) => person.details));
    return changes.map(({ _id, previousHash, hash, anchorDue, ...change }) => ({
      ...change,
      version: _id,
      events: change.events.map((event): OrganisationEvent => {
        if (event.type !== 'personRecorded') return event;
        const { details: id, detailsHash: ofDetails, ...person } = event.person;
        return { type: event.type, person: { ...person, ...(details.get(id) ?? nameless(person)) } };
      }),
    }));
  }

  async append(given: OrganisationChange): Promise<boolean> {
    const { version, events: changed, ...rest } = storable(given);
    const previousHash = await this.hashOf(version - 1);
    if (previousHash === undefined) return false;
    // First, so that a change never refers to what is not there; what a kill leaves behind nobody refers to.
    const kept = await this.details.keep(peopleIn(changed), {
      newId: randomUUID,
      referredTo: () => this.detailsReferredTo(),
    });
    const events = withDetailsApart(changed, kept);
    const change = { ...rest, events };
    const hash = changeHash({ version, previousHash, change });
    const document: ChangeDocument = { _id: version, ...change, previousHash, hash, anchorDue: true };
    try {
      await fitting(changesCollection, () => new this.model(document).save());
      return true;
    } catch (error) {
      // Whether another error has written it is not known: what it may refer to stays.
      if (!isDuplicateKey(error)) throw error;
      await this.details.drop(kept.added);
      return false;
    }
  }

  async withAnchorDue(limit: number): Promise<readonly LedgerSubject[]> {
    const found = await fitting(changesCollection, () =>
      this.model
        .find({ anchorDue: true }, { hash: 1, at: 1 })
        .sort({ _id: 1 })
        .limit(limit)
        .lean<{ readonly _id: number; readonly hash: string; readonly at: Date }[]>(),
    );
    return found.map(({ _id, hash, at }) => changeSubject(_id, hash, at.getTime()));
  }

  async anchored(subjects: readonly LedgerSubject[]): Promise<void> {
    if (subjects.length === 0) return;
    await fitting(changesCollection, () =>
      this.model.updateMany(
        { _id: { $in: subjects.map(({ version }) => version) } },
        { $unset: { anchorDue: 1 } },
      ),
    );
  }

  /** The details that changes refer to: others may be gone the next moment. */
  private async detailsReferredTo(): Promise<ReadonlySet<string>> {
    const found = await fitting(changesCollection, () => this.model.find({}, { events: 1 }).lean());
    const events = found.flatMap((stored) => fromStored<Pick<ChangeDocument, 'events'>>(stored).events);
    return new Set(events.flatMap(personOf).map(({ details }) => details));
  }

  /** Undefined where there is no such version yet: somebody decided on what is not recorded. */
  private async hashOf(version: number): Promise<string | undefined> {
    if (version === 0) return startOfHistory;
    const found = await fitting(changesCollection, () =>
      this.model.findOne({ _id: { $eq: version } }, { hash: 1 }).lean<{ readonly hash: string } | null>(),
    );
    return found?.hash;
  }
}

function changeSubject(version: number, hash: string, at: number): LedgerSubject {
  return { kind: 'organisation', of: organisationSubject, version, subjectHash: hash, at };
}

function personOf(event: StoredEvent): readonly StoredPerson[] {
  return event.type === 'personRecorded' ? [event.person] : [];
}

function peopleIn(events: readonly OrganisationEvent[]): readonly Person[] {
  return events.flatMap((event) => (event.type === 'personRecorded' ? [event.person] : []));
}

function withDetailsApart(
  events: readonly OrganisationEvent[],
  { byPerson }: KeptDetails,
): readonly StoredEvent[] {
  return events.map((event): StoredEvent => {
    if (event.type !== 'personRecorded') return event;
    const { name, mail, phone, identities, ...person } = event.person;
    const details = byPerson.get(person.id);
    if (details === undefined) throw new Error('the details of each person are kept first');
    return {
      type: event.type,
      person: { ...person, details: details._id, detailsHash: detailsHash(details) },
    };
  });
}

/** Somebody took the details out of the database: the bot goes on, and the verification says so. */
function nameless({ id }: Pick<Person, 'id'>): PersonDetails {
  return { name: id, mail: 'unbekannt@name.invalid', identities: [] };
}
