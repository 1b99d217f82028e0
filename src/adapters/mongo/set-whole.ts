import type { Model, UpdateQuery } from 'mongoose';
import { againOnDuplicateKey, checkWhole, fitting } from './store-errors';

/** Inserts the document, or sets all that it says in the one with its `_id`; also when two callers do this at once. */
export async function setWhole<T extends { readonly _id: string }>(
  model: Model<T>,
  document: T,
): Promise<void> {
  const { _id, ...fields } = document;
  await fitting(model.collection.name, async () => {
    await checkWhole(model, document);
    await againOnDuplicateKey(() =>
      model.updateOne({ _id: { $eq: _id } }, { $set: fields } as UpdateQuery<T>, { upsert: true }).exec(),
    );
  });
}
