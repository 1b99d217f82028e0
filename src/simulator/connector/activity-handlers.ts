import { defined } from '../../defined';
import { writableConversation } from './access';
import { checkActivity, isSplit } from './activity-checks';
import type { CardSurroundings } from './card-check';
import { threadConversationId } from './conversation-ids';
import { asObject, isObject, objectsOf, textOf, type JsonObject } from './json';
import type { Message } from './messages';
import { TeamsRefusal } from './refusals';
import { recordShown, show, type ServerState } from './server-state';
import { checkTargeted, targetOf } from './targeted-messages';
import type { Conversation, TeamsWorld } from './teams-world';

export interface Answer {
  readonly status: number;
  readonly body?: unknown;
}

/** POST /v3/conversations: a private chat, or a new thread in a channel. */
export function createConversation(state: ServerState, body: JsonObject): Answer {
  const channelData = asObject(body['channelData']);
  const channelId = textOf(asObject(channelData['channel'])['id']);
  return channelId === undefined
    ? createPersonalChat(state, body)
    : createThread(state, channelId, body['activity']);
}

function createThread(state: ServerState, channelId: string, activity: unknown): Answer {
  const { conversation } = writableConversation(state.world, state.messages, channelId);
  if (conversation.kind !== 'channel') throw new TeamsRefusal('unknown-conversation', channelId);
  if (!isObject(activity)) throw new TeamsRefusal('thread-without-activity', channelId);
  const { first, split } = accept(state, conversation, undefined, activity);
  const id = threadConversationId(conversation.id, first.id);
  return split ? { status: 202, body: { id } } : { status: 201, body: { id, activityId: first.id } };
}

function createPersonalChat(state: ServerState, body: JsonObject): Answer {
  const { world } = state;
  const members = objectsOf(body['members']);
  const wanted = members[0];
  if (!wanted || members.length > 1) throw new TeamsRefusal('one-member-only', `${members.length} members`);
  const tenantId =
    textOf(body['tenantId']) ?? textOf(asObject(asObject(body['channelData'])['tenant'])['id']);
  if (tenantId === undefined) throw new TeamsRefusal('tenant-missing', 'tenantId');
  const id = textOf(wanted['id']) ?? '';
  const account = world.identity(id);
  if (!account) throw new TeamsRefusal('unknown-person', id);
  if (account.tenantId !== tenantId || !world.appAvailableIn(account.tenantId)) {
    throw new TeamsRefusal('other-tenant', `${id} belongs to ${account.tenantId}`);
  }
  const chat = world.personalChatOf(account.person.key);
  if (chat?.tenantId !== tenantId) throw new TeamsRefusal('app-not-installed', id);
  const { conversation } = writableConversation(world, state.messages, chat.id);
  const activity = body['activity'];
  if (!isObject(activity)) return { status: 201, body: { id: chat.id } };
  const { first, split } = accept(state, conversation, undefined, activity);
  return split
    ? { status: 202, body: { id: chat.id } }
    : { status: 201, body: { id: chat.id, activityId: first.id } };
}

/** POST …/activities and …/activities/{replyTo}. The conversation id determines the thread; replyTo does not. */
export function postActivity(
  state: ServerState,
  conversationId: string,
  activity: JsonObject,
  asTargeted: boolean,
): Answer {
  const { conversation, rootId } = writableConversation(state.world, state.messages, conversationId);
  if (activity['type'] === 'typing') {
    state.throttle.take(conversation.id);
    checkActivity(activity, surroundingsOf(state.world, conversation));
    return { status: 202, body: {} };
  }
  const onlyFor = asTargeted ? targetOf(state, conversation, activity) : undefined;
  const { first, split } = accept(state, conversation, rootId, activity, onlyFor);
  return split ? { status: 202, body: {} } : { status: 201, body: { id: first.id } };
}

/** PUT …/activities/{id}. */
export function editActivity(
  state: ServerState,
  conversationId: string,
  activityId: string,
  activity: JsonObject,
  asTargeted: boolean,
): Answer {
  const { conversation, message } = ownMessage(state, conversationId, activityId);
  checkTargeted(state, message, asTargeted);
  if (asTargeted && activity['recipient'] !== undefined) {
    throw new TeamsRefusal('targeted-edit-with-recipient', activityId);
  }
  checkActivity(activity, surroundingsOf(state.world, conversation));
  state.throttle.take(conversation.id);
  state.messages.edit(message, activity, state.now());
  recordShown(state, conversation, message, 'edited');
  return { status: 200, body: { id: message.id } };
}

/** DELETE …/activities/{id}. */
export function deleteActivity(
  state: ServerState,
  conversationId: string,
  activityId: string,
  asTargeted: boolean,
): Answer {
  const { conversation, message } = ownMessage(state, conversationId, activityId);
  checkTargeted(state, message, asTargeted);
  state.throttle.take(conversation.id);
  state.messages.remove(message);
  recordShown(state, conversation, message, 'deleted');
  return { status: 200 };
}

interface MessageThere {
  readonly conversation: Conversation;
  readonly message: Message;
}

function ownMessage(state: ServerState, conversationId: string, activityId: string): MessageThere {
  const there = messageThere(state, conversationId, activityId);
  if (there.message.author !== undefined) throw new TeamsRefusal('foreign-activity', activityId);
  return there;
}

/** The message of the conversation; where that names a thread, of the thread. */
export function messageThere(state: ServerState, conversationId: string, activityId: string): MessageThere {
  const { conversation, rootId } = writableConversation(state.world, state.messages, conversationId);
  const message = state.messages.find(conversation.id, activityId);
  if (!message || (rootId !== undefined && message.rootId !== rootId)) {
    throw new TeamsRefusal('unknown-activity', activityId);
  }
  return { conversation, message };
}

/** Checks and posts. Text with a card becomes two messages: first the text, then the card, in the same thread. */
function accept(
  state: ServerState,
  conversation: Conversation,
  rootId: string | undefined,
  activity: JsonObject,
  onlyFor?: string,
): { readonly first: Message; readonly split: boolean } {
  checkActivity(activity, surroundingsOf(state.world, conversation));
  state.throttle.take(conversation.id);
  const from = { author: undefined, ...defined({ onlyFor }) };
  if (!isSplit(activity)) {
    return { first: show(state, conversation, { ...from, rootId, activity }), split: false };
  }
  const { attachments, text, entities, ...rest } = activity;
  const first = show(state, conversation, {
    ...from,
    rootId,
    activity: { ...rest, text, ...defined({ entities }) },
  });
  show(state, conversation, {
    ...from,
    rootId: rootId ?? first.rootId,
    activity: { ...rest, attachments },
  });
  return { first, split: true };
}

function surroundingsOf(world: TeamsWorld, conversation: Conversation): CardSurroundings {
  return { isMember: (id) => isMentionable(world, conversation, id) };
}

/** People of the conversation by Teams or Entra id, and the bot itself. */
export function isMentionable(world: TeamsWorld, conversation: Conversation, id: string): boolean {
  return (
    id === world.bot.id ||
    world.members(conversation).some((member) => member.teamsId === id || member.aadObjectId === id)
  );
}
