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

/** What a change can refer to, and what of it was not there before. */
export interface KeptDetails {
  readonly byPerson: ReadonlyMap<PersonId, DetailsDocument>;
  readonly added: readonly DetailsDocument[];
}

/**
 * Names, mail addresses, phone numbers and ids of Entra: the one place where they stand, apart from every history. A change refers to the
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

  /** By person; what changes refer to already is not kept again. */
  async keep(
    people: readonly Person[],
    {
      newId,
      referredTo,
    }: { readonly newId: () => string; readonly referredTo: () => Promise<ReadonlySet<string>> },
  ): Promise<KeptDetails> {
    if (people.length === 0) return { byPerson: new Map(), added: [] };
    const ids = people.map(({ id }) => id);
    const found = await fitting(detailsCollection, () => this.model.find({ person: { $in: ids } }).lean());
    const known = found.length === 0 ? new Set() : await referredTo();
    const present = found
      .map((stored) => fromStored<DetailsDocument>(stored))
      .filter(({ _id }) => known.has(_id));
    const documents = people.map((person) => {
      const kept = present.find(
        (each) => each.person === person.id && isSameValue(detailsOf(each), detailsOf(person)),
      );
      return kept ?? { _id: newId(), person: person.id, ...detailsOf(person), salt: newId() };
    });
    const added = documents.filter((document) => !present.includes(document));
    await insertMissing(this.model, added);
    return { byPerson: new Map(documents.map((document) => [document.person, document])), added };
  }

  /** What no change refers to after all. */
  async drop(details: readonly DetailsDocument[]): Promise<void> {
    if (details.length === 0) return;
    await fitting(detailsCollection, () =>
      this.model.deleteMany({ _id: { $in: details.map(({ _id }) => _id) } }),
    );
  }
}

/** What a change vouches for: everything that is kept of the person, under whatever id. */
export function detailsHash({ _id, ...kept }: DetailsDocument): string {
  return canonicalHash(kept);
}

function detailsOf({ name, mail, phone, identities }: PersonDetails): PersonDetails {
  return defined({ name, mail, phone, identities });
}
