import { type Lane, laneKey } from './messages/lane';
import type { ConversationReference, ConversationStore } from './ports/conversation-store';
import type { Directory } from './ports/directory';

export interface NewestAddressDeps {
  readonly conversations: ConversationStore;
  readonly directory: Directory;
}

/**
 * Teams moves a tenant to another service URL, and tells it only where somebody writes: where a lane is refused or nobody
 * answers, it is reached by the newest URL of its tenant from now on. False if that is the one it was reached by.
 */
export async function moveToNewestAddress(deps: NewestAddressDeps, lane: Lane): Promise<boolean> {
  const used = await addressOf(deps, lane);
  const newest = used && (await deps.conversations.newestOf(used.tenant));
  if (used === undefined || newest === undefined || newest.serviceUrl === used.serviceUrl) return false;
  if (newest.seenAt <= used.seenAt) return false;
  await deps.conversations.save({ ...used, serviceUrl: newest.serviceUrl, seenAt: newest.seenAt });
  return true;
}

/** How the lane was reached; undefined for a private chat that there is not yet. */
async function addressOf(
  { conversations }: NewestAddressDeps,
  lane: Lane,
): Promise<ConversationReference | undefined> {
  const seen = await conversations.find(laneKey(lane));
  if (seen !== undefined || lane.kind !== 'channel') return seen;
  const { conversation, serviceUrl, tenant } = lane.address;
  return { laneKey: laneKey(lane), conversation, serviceUrl, tenant, seenAt: -Infinity };
}
