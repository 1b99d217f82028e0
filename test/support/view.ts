import type { Instant } from '../../src/domain/instant';
import { type View, viewFor } from '../../src/texts/view';
import { installation as sample } from './installation';

/** What somebody reads at an instant, in the sample installation unless another is given. */
export function viewAt(now: Instant = 0, installation = sample): View {
  return viewFor({ installation, now });
}
