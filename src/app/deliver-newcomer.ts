import { defined } from '../defined';
import { personOfIdentity, placesOfConversation } from '../domain/organisation/find';
import { peopleToMention } from '../domain/ticket/people-to-mention';
import { conversationToAsk, type ConversationsToAskDeps } from './conversations-to-ask';
import type { Effect } from './messages/effect';
import type { Lane } from './messages/lane';
import type { Clock } from './ports/clock';
import type { Messenger } from './ports/messenger';
import type { Rosters } from './ports/rosters';
import { ofTrouble } from './tell-trouble';

export interface DeliverNewcomerDeps extends ConversationsToAskDeps {
  readonly clock: Clock;
  readonly messenger: Messenger;
  readonly rosters: Pick<Rosters, 'memberOf'>;
}

/**
 * Tells the process owners of somebody who wants to be taken in, by the name that Teams says now. Posts nothing (false) where
 * they are known by now, or where nobody could be picked any more because the conversation is gone.
 */
export async function deliverNewcomer(
  deps: DeliverNewcomerDeps,
  lane: Lane,
  { conversation, member: teamsId }: Extract<Effect, { readonly kind: 'tellNewcomer' }>,
): Promise<boolean> {
  const asked = await conversationToAsk(deps, conversation);
  if (asked === undefined) return false;
  const member = await deps.rosters.memberOf(asked, teamsId);
  const installation = deps.directory.installation();
  if (member !== undefined && personOfIdentity(installation, member.identity) !== undefined) return false;
  const places = placesOfConversation(installation, conversation);
  const people = peopleToMention(ofTrouble, installation, deps.clock.now());
  await deps.messenger.postNewcomer(
    lane,
    { conversation, teamsId, places, ...defined({ name: member?.name }) },
    people,
  );
  return true;
}
