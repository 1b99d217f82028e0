import type { OrganisationId } from '../../domain/organisation/installation';
import type { PublishedNotice, ReleaseNoticeStore } from '../ports/release-notice-store';

export interface ReleaseList {
  readonly notices: readonly PublishedNotice[];
  readonly total: number;
}

/** "Bugfix-Pakete": what was released for an operator's modules, with the package reference, newest first (process 6). */
export async function releasedFor(
  deps: { readonly notices: ReleaseNoticeStore },
  operator: OrganisationId,
  { limit, skip = 0 }: { readonly limit: number; readonly skip?: number },
): Promise<ReleaseList> {
  const [notices, total] = await Promise.all([
    deps.notices.ofOperator(operator, { limit, skip }),
    deps.notices.countOfOperator(operator),
  ]);
  return { notices, total };
}
