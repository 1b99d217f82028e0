import { defined } from '../../defined';
import type { Connection, Model } from 'mongoose';
import type { PublishedReaction, ReactionScope, ReactionStore, Span } from '../../app/ports/reaction-store';
import { type Conditions, exactly } from './conditions';
import { insertMissing } from './insert-missing';
import { publishedReactionSchema } from './schemas/reaction-schema';
import { againOnDuplicateKey, checkWhole, fitting, isDuplicateKey } from './store-errors';
import { fromStored, storable } from './stored-form';

const collection = 'reactions';

interface ReactionDocument extends Omit<PublishedReaction, 'id'> {
  readonly _id: string;
}

/** The reaction cycles of all tickets in MongoDB: one small document each. */
export class MongoReactionStore implements ReactionStore {
  readonly model: Model<ReactionDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<ReactionDocument>('Reaction', publishedReactionSchema, collection);
  }

  async publish(reactions: readonly PublishedReaction[]): Promise<void> {
    for (const reaction of reactions) await this.replaceOlder(toDocument(reaction));
  }

  /** Inserts those that no relay has published, because software did not yet do so when they came about. */
  async publishMissing(reactions: readonly PublishedReaction[]): Promise<void> {
    await insertMissing(this.model, reactions.map(toDocument));
  }

  async withDeadlineIn({ from, to }: Span): Promise<readonly PublishedReaction[]> {
    const found = await fitting(collection, () =>
      this.model
        .find({ deadline: { $gte: from, $lt: to } })
        .sort({ deadline: 1, _id: 1 })
        .lean(),
    );
    return found.map(toReaction);
  }

  async judgedIn(
    scopes: readonly ReactionScope[],
    { from, to }: Span,
  ): Promise<{ readonly met: number; readonly missed: number }> {
    if (scopes.length === 0) return { met: 0, missed: 0 };
    const inSpan = { $gte: from, $lt: to };
    const count = (judged: Conditions) =>
      fitting(collection, () => this.model.countDocuments({ ...judged, $or: scopes.map(conditionsOf) }));
    const [met, ranOut, stillOpen, missedOtherwise] = await Promise.all([
      count({ result: 'met', decidedAt: inSpan }),
      count({ result: 'missed', breachReason: 'elapsed', deadline: inSpan }),
      count({ result: 'open', deadline: inSpan }),
      count({ result: 'missed', breachReason: { $ne: 'elapsed' }, decidedAt: inSpan }),
    ]);
    return { met, missed: ranOut + stillOpen + missedOtherwise };
  }

  private async replaceOlder(document: ReactionDocument): Promise<void> {
    const { _id, version } = document;
    try {
      await fitting(collection, async () => {
        await checkWhole(this.model, document);
        const older = { _id: { $eq: _id }, version: { $lt: version } };
        // The second try is for an older version that somebody inserted in between.
        await againOnDuplicateKey(() => this.model.replaceOne(older, document, { upsert: true }).exec());
      });
    } catch (error) {
      // No older version was found, and the id is taken: the stored one is as new, or newer.
      if (!isDuplicateKey(error)) throw error;
    }
  }
}

/** Every cycle has an operator, so without other conditions this matches all. */
function conditionsOf({ operator, module, assigned }: ReactionScope) {
  return {
    operator: exactly(operator) ?? { $gte: '' },
    ...defined({ module: exactly(module), assigned: exactly(assigned) }),
  };
}

function toDocument({ id, ...reaction }: PublishedReaction): ReactionDocument {
  return { ...storable(reaction), _id: id };
}

function toReaction(stored: object): PublishedReaction {
  const { _id: id, ...reaction } = fromStored<ReactionDocument>(stored);
  return { id, ...reaction };
}
