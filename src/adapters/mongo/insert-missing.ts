import type { Model } from 'mongoose';
import { checkWhole, fitting, isDuplicateKey } from './store-errors';

/** Inserts the documents whose `_id` is not there yet; what is there stays as it is, also when two do this at once. */
export async function insertMissing<T extends { readonly _id: string }>(
  model: Model<T>,
  documents: readonly T[],
): Promise<void> {
  if (documents.length === 0) return;
  try {
    await fitting(model.collection.name, async () => {
      for (const document of documents) await checkWhole(model, document);
      await model.bulkWrite(documents.map(insertUnlessThere), { ordered: false });
    });
  } catch (error) {
    // Somebody else inserted the same ones between the look-up and the insert of an upsert: they are there.
    if (!isDuplicateKey(error)) throw error;
  }
}

function insertUnlessThere({ _id, ...fields }: { readonly _id: string }) {
  return { updateOne: { filter: { _id: { $eq: _id } }, update: { $setOnInsert: fields }, upsert: true } };
}
