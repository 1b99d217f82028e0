import type { Connection, Model } from 'mongoose';
import { isSameValue } from '../../same-value';
import { defined } from '../../defined';
import type { Person, PersonId } from '../../domain/organisation/installation';
import { canonicalHash } from './canonical-hash';
import { insertMissing } from './insert-missing';
import {
  type DetailsDocument,
  detailsSchema,
  type PersonDetails,
} from './schemas/organisation-change-schema';
import { fitting } from './store-errors';
import { fromStored } from './stored-form';

export const detailsCollection = 'personDetails';

/**
 * Names, mail addresses and phone numbers: the one place where they stand, apart from every history. A change refers to the
 * version of them that it was made with.
 */
export class PersonDetailsStore {
  readonly model: Model<DetailsDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<DetailsDocument>('PersonDetails', detailsSchema, detailsCollection);
  }

  async find(ids: readonly string[]): Promise<ReadonlyMap<string, PersonDetails>> {
    if (ids.length === 0) return new Map();
    const found = await fitting(detailsCollection, () => this.model.find({ _id: { $in: [...ids] } }).lean());
    return new Map(
      found.map((stored) => {
        const document = fromStored<DetailsDocument>(stored);
        return [document._id, detailsOf(document)];
      }),
    );
  }

  /** By person; what is kept of somebody already is not kept again. */
  async keep(
    people: readonly Person[],
    newId: () => string,
  ): Promise<ReadonlyMap<PersonId, DetailsDocument>> {
    if (people.length === 0) return new Map();
    const ids = people.map(({ id }) => id);
    const found = await fitting(detailsCollection, () => this.model.find({ person: { $in: ids } }).lean());
    const present = found.map((stored) => fromStored<DetailsDocument>(stored));
    const documents = people.map((person) => {
      const kept = present.find(
        (each) => each.person === person.id && isSameValue(detailsOf(each), detailsOf(person)),
      );
      return kept ?? { _id: newId(), person: person.id, ...detailsOf(person), salt: newId() };
    });
    await insertMissing(
      this.model,
      documents.filter((document) => !present.includes(document)),
    );
    return new Map(documents.map((document) => [document.person, document]));
  }
}

/** What a change vouches for: everything that is kept of the person, under whatever id. */
export function detailsHash({ _id, ...kept }: DetailsDocument): string {
  return canonicalHash(kept);
}

function detailsOf({ name, mail, phone }: PersonDetails): PersonDetails {
  return defined({ name, mail, phone });
}
