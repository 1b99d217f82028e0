import type { Model } from 'mongoose';
import { checkWhole, fitting, isDuplicateKey } from './store-errors';

/** Inserts the documents whose `_id` does not exist yet; existing ones stay as they are, even when two callers do this at once. */
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
    // Somebody else inserted the same ones between an upsert's look-up and insert: they exist.
    if (!isDuplicateKey(error)) throw error;
  }
}

function insertUnlessThere({ _id, ...fields }: { readonly _id: string }) {
  return { updateOne: { filter: { _id: { $eq: _id } }, update: { $setOnInsert: fields }, upsert: true } };
}
