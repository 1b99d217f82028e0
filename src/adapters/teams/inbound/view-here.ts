import { type View, viewFor } from '../../../texts/view';
import type { BotDeps } from './turn';

/** What the answer to this request is told with. */
export function viewHere({ directory, clock }: Pick<BotDeps, 'directory' | 'clock'>): View {
  return viewFor({ installation: directory.installation(), now: clock.now() });
}
