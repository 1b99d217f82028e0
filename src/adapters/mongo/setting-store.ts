import type { Connection, Model } from 'mongoose';
import type { SettingStore } from '../../app/ports/setting-store';
import { insertMissing } from './insert-missing';
import { settingSchema } from './schemas/small-schemas';
import { againOnDuplicateKey, fitting } from './store-errors';
import { fromStored } from './stored-form';

const collection = 'settings';

interface SettingDocument {
  readonly _id: string;
  readonly value: string;
}

/** Settings in MongoDB. */
export class MongoSettingStore implements SettingStore {
  readonly model: Model<SettingDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<SettingDocument>('Setting', settingSchema, collection);
  }

  async read(name: string): Promise<string | undefined> {
    const found = await fitting(collection, () => this.model.findOne({ _id: { $eq: name } }).lean());
    return found === null ? undefined : fromStored<SettingDocument>(found).value;
  }

  async readOrWrite(name: string, value: string): Promise<string> {
    await insertMissing(this.model, [{ _id: name, value }]);
    return (await this.read(name)) ?? value;
  }

  async write(name: string, value: string): Promise<void> {
    await fitting(collection, () =>
      againOnDuplicateKey(() =>
        this.model.updateOne({ _id: { $eq: name } }, { $set: { value } }, { upsert: true }).exec(),
      ),
    );
  }
}
