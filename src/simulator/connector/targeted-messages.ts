import { asObject, textOf, type JsonObject } from './json';
import type { Message } from './messages';
import { TeamsRefusal } from './refusals';
import type { ServerState } from './server-state';
import type { Conversation } from './teams-world';

/** How long a targeted message is there; milliseconds. */
export const targetedLifetime = 24 * 60 * 60 * 1_000;

/** Whether a message is one that this person may see: their own targeted ones until they expire, and all that are for everybody. */
export function isThereFor(message: Message, personKey: string, now: number): boolean {
  return message.onlyFor === undefined || (message.onlyFor === personKey && !isExpired(message, now));
}

/** The key of the only person who is to see what is sent with `isTargetedActivity=true`. */
export function targetOf(state: ServerState, conversation: Conversation, activity: JsonObject): string {
  if (conversation.kind === 'personal' || state.world.withoutTargeted.has(conversation.id)) {
    throw new TeamsRefusal('targeted-not-supported', conversation.id);
  }
  const id = textOf(asObject(activity['recipient'])['id']);
  if (id === undefined) throw new TeamsRefusal('targeted-without-recipient', 'recipient');
  const member = state.world
    .members(conversation)
    .find(({ teamsId, aadObjectId }) => teamsId === id || aadObjectId === id);
  if (member === undefined) throw new TeamsRefusal('targeted-to-stranger', id);
  return member.person.key;
}

/** Refuses an edit or deletion that does not treat the message as what it is, or comes too late. */
export function checkTargeted(state: ServerState, message: Message, asTargeted: boolean): void {
  const isTargeted = message.onlyFor !== undefined;
  if (isTargeted !== asTargeted) throw new TeamsRefusal('other-visibility', message.id);
  if (isTargeted && isExpired(message, state.now())) throw new TeamsRefusal('targeted-expired', message.id);
}

function isExpired({ at }: Message, now: number): boolean {
  return now - at >= targetedLifetime;
}
