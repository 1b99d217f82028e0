import type { PublishedNotice } from '../../../app/ports/release-notice-store';
import type { Release, ReleaseNotice } from '../../../domain/ticket/release/release-notice';
import { onBehalfSchema } from './fault-report-schema';
import {
  documentSchema,
  type FieldsOf,
  part,
  partSchema,
  requiredInstant,
  requiredList,
  requiredText,
} from './strict-schema';

type Confirmation = NonNullable<ReleaseNotice['confirmed']>;

const confirmationSchema = partSchema({
  by: requiredText,
  at: requiredInstant,
  onBehalf: part(onBehalfSchema),
} satisfies FieldsOf<Confirmation>);

const noticeSchema = partSchema({
  operator: requiredText,
  confirmed: part(confirmationSchema),
} satisfies FieldsOf<ReleaseNotice>);

/** What the affected operators of a ticket are told, and who has confirmed it (process 6). */
export const releaseSchema = partSchema({
  fixVersion: requiredText,
  packageReference: requiredText,
  text: requiredText,
  notices: requiredList(noticeSchema),
} satisfies FieldsOf<Release>);

/** One affected operator's copy, for lists; `_id` is made from ticket and operator. */
export const publishedNoticeSchema = documentSchema({
  _id: requiredText,
  ticket: requiredText,
  operator: requiredText,
  module: requiredText,
  fixVersion: requiredText,
  packageReference: requiredText,
  text: requiredText,
  releasedAt: requiredInstant,
} satisfies FieldsOf<Omit<PublishedNotice, 'id'> & { readonly _id: string }>).index({
  operator: 1,
  releasedAt: -1,
  _id: 1,
});
