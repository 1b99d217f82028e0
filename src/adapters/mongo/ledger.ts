import type { Connection, Model } from 'mongoose';
import type { Ledger, LedgerHead, LedgerSubject } from '../../app/ports/ledger';
import { keyOf, linksAfter, opened } from './ledger-chain';
import { type LedgerDocument, ledgerSchema } from './schemas/ledger-schema';
import { fitting, isDuplicateKey } from './store-errors';

const collection = 'ledger';

/** Beyond it, adding one is no longer exact; only a forged entry gets there. */
const lastPlace = 1e15;
/** More than there are processes that could be faster. */
const maxTries = 100;

/** The ledger in MongoDB: the unique `_id` lets only one process fill a place, the unique key anchors each subject once. */
export class MongoLedger implements Ledger {
  readonly model: Model<LedgerDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<LedgerDocument>('LedgerEntry', ledgerSchema, collection);
  }

  async anchor(subjects: readonly LedgerSubject[]): Promise<void> {
    let missing = await this.withoutEntry(subjects);
    // Whoever was faster has filled a place, so each further try is about a longer chain.
    for (let tries = 0; missing.length > 0; tries += 1) {
      if (tries === maxTries) throw new Error('no entry can be appended to the ledger');
      if (await this.append(missing)) return;
      missing = await this.withoutEntry(missing);
    }
  }

  async head(): Promise<LedgerHead | undefined> {
    const newest = await fitting(collection, () =>
      this.model
        .findOne({ _id: { $gte: 1, $lt: lastPlace } }, { hash: 1 })
        .sort({ _id: -1 })
        .lean<{ readonly _id: number; readonly hash?: unknown } | null>(),
    );
    // An entry that somebody has damaged is for the verification to find; the next one is appended all the same.
    return newest === null ? undefined : { seq: newest._id, hash: String(newest.hash) };
  }

  /** Whether everything from before there was a ledger has its entry. */
  async isOpened(): Promise<boolean> {
    return (await this.withoutEntry([opened])).length === 0;
  }

  private async withoutEntry(subjects: readonly LedgerSubject[]): Promise<readonly LedgerSubject[]> {
    const byKey = new Map(subjects.map((subject) => [keyOf(subject), subject]));
    if (byKey.size === 0) return [];
    const found = await fitting(collection, () =>
      this.model
        .find({ key: { $in: [...byKey.keys()] } }, { key: 1 })
        .lean<{ readonly _id: number; readonly key: string }[]>(),
    );
    for (const { key } of found) byKey.delete(key);
    return [...byKey.values()];
  }

  /** False if a place or a subject was taken meanwhile; what comes before it in the order has been appended. */
  private async append(subjects: readonly LedgerSubject[]): Promise<boolean> {
    const links = linksAfter(await this.head(), subjects);
    try {
      await fitting(collection, () => this.model.insertMany(links, { ordered: true }));
      return true;
    } catch (error) {
      if (isDuplicateKey(error)) return false;
      throw error;
    }
  }
}
