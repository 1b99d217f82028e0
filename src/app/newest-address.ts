import { type Lane, laneKey } from './messages/lane';
import type { ConversationReference, ConversationStore } from './ports/conversation-store';
import type { Directory } from './ports/directory';
import { DeliveryFailure, type Messenger } from './ports/messenger';

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

/**
 * Before Teams' word is taken that a place refuses, or that an activity is gone, the lane is asked once more by the newest
 * URL of its tenant: the former one answers for what is not there any more. A card taken for gone would stand twice.
 */
export function askingAtNewestAddress(messenger: Messenger, deps: NewestAddressDeps): Messenger {
  async function asking<Result>(lane: Lane, ask: () => Promise<Result>): Promise<Result> {
    try {
      const result = await ask();
      if (result !== 'gone' || !(await moveToNewestAddress(deps, lane))) return result;
    } catch (error) {
      if (!(error instanceof DeliveryFailure) || error.transient) throw error;
      if (!(await moveToNewestAddress(deps, lane))) throw error;
    }
    return ask();
  }

  return {
    postCard: (lane, ...rest) => asking(lane, () => messenger.postCard(lane, ...rest)),
    editCard: (lane, ...rest) => asking(lane, () => messenger.editCard(lane, ...rest)),
    postMention: (lane, ...rest) => asking(lane, () => messenger.postMention(lane, ...rest)),
    postReminder: (lane, ...rest) => asking(lane, () => messenger.postReminder(lane, ...rest)),
    postReminders: (lane, ...rest) => asking(lane, () => messenger.postReminders(lane, ...rest)),
    postAnswer: (lane, ...rest) => asking(lane, () => messenger.postAnswer(lane, ...rest)),
    replacePost: (lane, ...rest) => asking(lane, () => messenger.replacePost(lane, ...rest)),
    postTrouble: (lane, ...rest) => asking(lane, () => messenger.postTrouble(lane, ...rest)),
    postNewcomer: (lane, ...rest) => asking(lane, () => messenger.postNewcomer(lane, ...rest)),
    postAccessCall: (lane, ...rest) => asking(lane, () => messenger.postAccessCall(lane, ...rest)),
    postOnboardingCall: (lane, ...rest) => asking(lane, () => messenger.postOnboardingCall(lane, ...rest)),
    postContractEnds: (lane, ...rest) => asking(lane, () => messenger.postContractEnds(lane, ...rest)),
    markReported: (lane, ...rest) => asking(lane, () => messenger.markReported(lane, ...rest)),
  };
}
