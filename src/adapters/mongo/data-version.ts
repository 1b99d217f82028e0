import type { Connection, Model } from 'mongoose';
import { softwareVersion } from '../../version';
import { schemaVersion, versionNeeded } from './migrations/registry';
import { dataVersionSchema } from './schemas/small-schemas';
import { againOnDuplicateKey, fitting } from './store-errors';

const collection = 'schema';
const recordId = 'database';

/** The version of the data in the store, and the software that brought it there. */
export interface DataVersion {
  readonly version: number;
  readonly software: string;
}

interface DataVersionDocument extends DataVersion {
  readonly _id: string;
}

/** The data is of another version than this software reads and writes. Says both, and what can be done. */
export class DataOfOtherVersion extends Error {
  override readonly name = 'DataOfOtherVersion';
  constructor(found: string, remedy: string) {
    super(
      `the data in the store has ${found}; this is software ${softwareVersion}, which knows schema version ${schemaVersion}: ${remedy}`,
    );
  }
}

/** Knows of which version everything in the store is: the record of the whole, and the mark of each document. */
export class MongoDataVersion {
  readonly model: Model<DataVersionDocument>;

  constructor(private readonly connection: Connection) {
    this.model = connection.model<DataVersionDocument>('DataVersion', dataVersionSchema, collection);
  }

  /** Undefined for an empty store, and where no software after 0.1.0 has been started on the data: it kept none. */
  async find(): Promise<DataVersion | undefined> {
    const found = await fitting(collection, () => this.model.findOne({ _id: { $eq: recordId } }).lean());
    return found === null ? undefined : { version: found.version, software: found.software };
  }

  /** Throws DataOfOtherVersion if the whole or any document is of a later version than this software knows. */
  async checkNotNewer(): Promise<void> {
    await this.checkRecord();
    for (const model of this.models()) {
      const newer = await model
        .findOne({ schemaVersion: { $gte: schemaVersion + 1 } }, { schemaVersion: 1 })
        .lean();
      if (newer === null) continue;
      throw new DataOfOtherVersion(
        `documents of schema version ${newer.schemaVersion} in ${model.collection.name}`,
        'start the software that wrote them, or restore a backup made before that was started',
      );
    }
  }

  /** Throws DataOfOtherVersion if later software has been started on the data. */
  async checkRecord(): Promise<void> {
    const { version = 0, software = '' } = (await this.find()) ?? {};
    if (version <= schemaVersion) return;
    throw new DataOfOtherVersion(
      `schema version ${version} (software ${software})`,
      `start software ${software} or newer, or restore a backup made before that was started`,
    );
  }

  /** Whether any document has to be migrated first: all of an earlier version, or one restored into the present one. */
  async isOlder(): Promise<boolean> {
    for (const model of this.models()) {
      if ((await model.exists(olderThanNeeded(model))) !== null) return true;
    }
    return false;
  }

  /** From now on earlier software refuses this data. */
  async record(): Promise<void> {
    await fitting(collection, () =>
      againOnDuplicateKey(() =>
        this.model
          .updateOne(
            { _id: { $eq: recordId } },
            { $set: { version: schemaVersion, software: softwareVersion } },
            { upsert: true },
          )
          .exec(),
      ),
    );
  }

  /** The collections with documents of the product; the record itself is none. */
  models(): readonly MarkedModel[] {
    const models = Object.values(this.connection.models) as unknown as MarkedModel[];
    return models.filter(({ collection: { name } }) => name !== collection);
  }
}

export type MarkedModel = Model<{ readonly _id: string; readonly schemaVersion?: number | null }>;

/** Found through the index of the mark, which holds null for a document without it. */
export function olderThan(version: number) {
  const earlier = Array.from({ length: version }, (_, index) => index);
  return { schemaVersion: { $in: [null, ...earlier] } };
}

function olderThanNeeded({ collection: { name } }: MarkedModel) {
  return olderThan(versionNeeded(name));
}
