import type { Faults } from './faults';
import type { JsonObject } from './json';
import type { Message, Messages } from './messages';
import type { ConnectorRecord } from './record';
import type { Conversation, TeamsWorld } from './teams-world';
import type { Throttle } from './throttle';

/** The state that the REST API's handlers work on. */
export interface ServerState {
  readonly world: TeamsWorld;
  readonly messages: Messages;
  readonly record: ConnectorRecord;
  readonly throttle: Throttle;
  /** Counts the bot's reactions, wherever they are set. */
  readonly reactionThrottle: Throttle;
  readonly faults: Faults;
  /** Milliseconds since 1970. */
  now(): number;
}

/** Posts into a conversation and records who sees it. */
export function show(
  state: ServerState,
  conversation: Conversation,
  post: {
    readonly rootId: string | undefined;
    readonly author: string | undefined;
    readonly onlyFor?: string;
    readonly activity: JsonObject;
  },
): Message {
  const message = state.messages.post({
    conversationId: conversation.id,
    inChannel: conversation.kind === 'channel',
    at: state.now(),
    ...post,
  });
  recordShown(state, conversation, message, 'posted');
  return message;
}

/** Records that a message appeared, changed or disappeared. */
export function recordShown(
  state: ServerState,
  conversation: Conversation,
  message: Message,
  how: 'posted' | 'edited' | 'deleted',
): void {
  state.record.add({
    kind: 'shown',
    at: state.now(),
    how,
    conversationId: conversation.id,
    activityId: message.id,
    to:
      message.onlyFor === undefined
        ? state.world.members(conversation).map((member) => member.person.key)
        : [message.onlyFor],
    activity: message.activity,
  });
}
