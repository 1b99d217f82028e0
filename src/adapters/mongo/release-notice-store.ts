import type { Connection, Model } from 'mongoose';
import type { PublishedNotice, ReleaseNoticeStore } from '../../app/ports/release-notice-store';
import type { OrganisationId } from '../../domain/organisation/installation';
import { insertMissing } from './insert-missing';
import { publishedNoticeSchema } from './schemas/release-schema';
import { fitting } from './store-errors';
import { fromStored, storable } from './stored-form';

const collection = 'releaseNotices';

interface NoticeDocument extends Omit<PublishedNotice, 'id'> {
  readonly _id: string;
}

/** The release information of the affected operators in MongoDB: one small document each. */
export class MongoReleaseNoticeStore implements ReleaseNoticeStore {
  readonly model: Model<NoticeDocument>;

  constructor(connection: Connection) {
    this.model = connection.model<NoticeDocument>('ReleaseNotice', publishedNoticeSchema, collection);
  }

  async publish(notices: readonly PublishedNotice[]): Promise<void> {
    const documents = notices.map(({ id, ...notice }) => ({ ...storable(notice), _id: id }));
    await insertMissing(this.model, documents);
  }

  async ofOperator(
    operator: OrganisationId,
    page: { readonly limit: number; readonly skip: number },
  ): Promise<readonly PublishedNotice[]> {
    if (page.limit <= 0) return [];
    const found = await fitting(collection, () =>
      this.model
        .find({ operator: { $eq: operator } })
        .sort({ releasedAt: -1, _id: 1 })
        .skip(page.skip)
        .limit(page.limit)
        .lean(),
    );
    return found.map(toNotice);
  }

  async countOfOperator(operator: OrganisationId): Promise<number> {
    return fitting(collection, () => this.model.countDocuments({ operator: { $eq: operator } }));
  }
}

function toNotice(stored: object): PublishedNotice {
  const { _id: id, ...notice } = fromStored<NoticeDocument>(stored);
  return { id, ...notice };
}
