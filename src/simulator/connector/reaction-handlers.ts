import { type Answer, messageThere } from './activity-handlers';
import type { Message } from './messages';
import { TeamsRefusal } from './refusals';
import type { ServerState } from './server-state';

/** Teams' short names; every other reaction is named by its code points and a word: 2705_whiteheavycheckmark. */
const shortNames = new Set(['like', 'heart', 'laugh', 'surprised', 'sad', 'angry', 'launch']);
const byCodePoints = /^[\da-f]{4,6}(?:_[\da-f]{4,6})*_[a-z]+(?:-tone[1-5])?$/;

/** PUT …/activities/{id}/reactions/{type}: setting it again changes nothing. */
export const addReaction = reacting((reactions, type) =>
  reactions.includes(type) ? reactions : [...reactions, type],
);

/** DELETE …/activities/{id}/reactions/{type}. */
export const removeReaction = reacting((reactions, type) => reactions.filter((each) => each !== type));

function reacting(change: (reactions: readonly string[], type: string) => readonly string[]) {
  return (state: ServerState, conversationId: string, activityId: string, type: string): Answer => {
    const message = reactedTo(state, conversationId, activityId, type);
    state.messages.react(message, change(message.reactions, type));
    state.record.announce();
    return { status: 200 };
  };
}

function reactedTo(state: ServerState, conversationId: string, activityId: string, type: string): Message {
  const { message } = messageThere(state, conversationId, activityId);
  if (!shortNames.has(type) && !byCodePoints.test(type)) throw new TeamsRefusal('unknown-reaction', type);
  if (message.onlyFor !== undefined) throw new TeamsRefusal('reaction-to-targeted', activityId);
  state.reactionThrottle.take('reactions');
  return message;
}
