import type { JsonObject } from './json';

/** A message as the server keeps it. */
export interface Message {
  id: string;
  /** The channel or chat, without `;messageid=`. */
  conversationId: string;
  /** In a channel the root of the thread, for a root its own id; undefined in chats. */
  rootId: string | undefined;
  /** The key of the person who wrote it, undefined for the bot. */
  author: string | undefined;
  activity: JsonObject;
  at: number;
  edits: number;
  deleted: boolean;
  /** Cards that single people see instead of the common one, until the message is edited. */
  views: Map<string, JsonObject>;
}

/** The messages of all conversations, in the order in which they were posted. */
export class Messages {
  private readonly byConversation = new Map<string, Message[]>();
  private lastId = 0;

  /** Adds a message; without a root it starts a thread when the conversation is a channel. */
  post(entry: {
    conversationId: string;
    inChannel: boolean;
    rootId: string | undefined;
    author: string | undefined;
    activity: JsonObject;
    at: number;
  }): Message {
    const id = this.nextId(entry.at);
    const message: Message = {
      id,
      conversationId: entry.conversationId,
      rootId: entry.inChannel ? (entry.rootId ?? id) : undefined,
      author: entry.author,
      activity: entry.activity,
      at: entry.at,
      edits: 0,
      deleted: false,
      views: new Map(),
    };
    const list = this.byConversation.get(entry.conversationId) ?? [];
    list.push(message);
    this.byConversation.set(entry.conversationId, list);
    return message;
  }

  /** Puts other contents into a message; what single people saw instead of it is gone. */
  edit(message: Message, activity: JsonObject): void {
    message.activity = activity;
    message.edits += 1;
    message.views.clear();
  }

  /** All messages of a channel or chat that were not deleted. */
  in(conversationId: string): Message[] {
    return (this.byConversation.get(conversationId) ?? []).filter((message) => !message.deleted);
  }

  /** A message by its id, undefined when it is not there (any more). */
  find(conversationId: string, id: string): Message | undefined {
    return this.in(conversationId).find((message) => message.id === id);
  }

  /** Whether a thread was ever started by this message; replies stay possible after the root was deleted. */
  hasThread(conversationId: string, rootId: string): boolean {
    return (this.byConversation.get(conversationId) ?? []).some((message) => message.rootId === rootId);
  }

  /** Message ids are the time of posting in milliseconds, as in Teams, but never twice the same. */
  private nextId(at: number): string {
    this.lastId = Math.max(this.lastId + 1, Math.floor(at));
    return String(this.lastId);
  }
}
