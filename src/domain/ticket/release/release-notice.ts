import type { Instant } from '../../instant';
import type { OrganisationId, PersonId } from '../../organisation/installation';
import type { OnBehalf } from '../on-behalf';

/** One affected operator's copy of the release information (process 6). */
export interface ReleaseNotice {
  readonly operator: OrganisationId;
  /** Confirmed by one person for the organisation. */
  readonly confirmed?: { readonly by: PersonId; readonly at: Instant; readonly onBehalf?: OnBehalf };
}

/** What the affected operators are told on closing; it never names the reporter (process 6). */
export interface Release {
  readonly fixVersion: string;
  readonly packageReference: string;
  /** What it fixes, written by the dispatcher for this notice. */
  readonly text: string;
  readonly notices: readonly ReleaseNotice[];
}

/** The part of a ticket that these rules use. */
interface Released {
  readonly release?: Release;
}

export function noticeFor({ release }: Released, operator: OrganisationId): ReleaseNotice | undefined {
  return release?.notices.find((notice) => notice.operator === operator);
}

/** The operators that have not confirmed; the dispatcher's card lists them (process 6). */
export function unconfirmedOperators({ release }: Released): readonly OrganisationId[] {
  const notices = release?.notices ?? [];
  return notices.flatMap(({ operator, confirmed }) => (confirmed === undefined ? [operator] : []));
}
