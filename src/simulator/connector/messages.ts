import { defined } from '../../defined';
import { FormerCards } from './card-versions';
import type { JsonObject } from './json';

/** A message as the server keeps it. */
export interface Message {
  readonly id: string;
  /** The channel or chat, without `;messageid=`. */
  readonly conversationId: string;
  /** The root of the thread in a channel (for a root, its own id); undefined in chats. */
  readonly rootId: string | undefined;
  /** The key of the author, undefined for the bot. */
  readonly author: string | undefined;
  /** The key of the only person who sees it beside its author, for a targeted message; undefined for everybody's. */
  readonly onlyFor?: string;
  activity: JsonObject;
  readonly at: number;
  edits: number;
  /** When it was last edited. */
  editedAt: number | undefined;
  deleted: boolean;
  /** What the bot has reacted with. */
  reactions: readonly string[];
  /** Cards that individual people see instead of the common one, until the message is edited. */
  readonly views: Map<string, JsonObject>;
}

/** The messages of all conversations, in the order in which they were posted. */
export class Messages {
  private readonly byConversation = new Map<string, Message[]>();
  private readonly listeners = new Set<(message: Message) => void>();
  private readonly former = new FormerCards();
  private lastId = 0;

  /** Calls back after each message that appears or changes. */
  onChange(listener: (message: Message) => void): void {
    this.listeners.add(listener);
  }

  /** Every message that is posted from now on has a greater id. */
  get lastPosted(): number {
    return this.lastId;
  }

  /** Restores messages from an earlier run, oldest first; nobody is notified. */
  restore(kept: Iterable<Message>): void {
    for (const message of kept) {
      this.lastId = Math.max(this.lastId, Number(message.id));
      this.listOf(message.conversationId).push(message);
    }
  }

  /** Forgets every message; ids keep rising, so none is ever reused. */
  clear(): void {
    this.byConversation.clear();
    this.former.clear();
  }

  /** Adds a message; without a root it starts a thread when the conversation is a channel. */
  post(entry: {
    readonly conversationId: string;
    readonly inChannel: boolean;
    readonly rootId: string | undefined;
    readonly author: string | undefined;
    readonly onlyFor?: string;
    readonly activity: JsonObject;
    readonly at: number;
  }): Message {
    const id = this.nextId(entry.at);
    const message: Message = {
      id,
      conversationId: entry.conversationId,
      rootId: entry.inChannel ? (entry.rootId ?? id) : undefined,
      author: entry.author,
      ...defined({ onlyFor: entry.onlyFor }),
      activity: entry.activity,
      at: entry.at,
      edits: 0,
      editedAt: undefined,
      deleted: false,
      reactions: [],
      views: new Map(),
    };
    this.listOf(entry.conversationId).push(message);
    this.changed(message);
    return message;
  }

  /** Replaces the content of a message; individual views of it are discarded. */
  edit(message: Message, activity: JsonObject, at: number): void {
    this.former.keepAllOf(message);
    message.activity = activity;
    message.edits += 1;
    message.editedAt = at;
    message.views.clear();
    this.changed(message);
  }

  /** Removes a message; its thread stays. */
  remove(message: Message): void {
    message.deleted = true;
    this.changed(message);
  }

  /** Sets what the bot has reacted with. */
  react(message: Message, reactions: readonly string[]): void {
    message.reactions = reactions;
    this.changed(message);
  }

  /** Lets one person see another card in place of the common one. */
  setView(message: Message, personKey: string, card: JsonObject): void {
    this.former.keepViewOf(message, personKey);
    message.views.set(personKey, card);
    this.changed(message);
  }

  /** The card that a person pressed, by its version; undefined if the message never showed it to them, or long ago. */
  cardOfVersion(message: Message, personKey: string, version: string): JsonObject | undefined {
    return this.former.find(message, personKey, version);
  }

  /** All messages of a channel or chat that have not been deleted. */
  in(conversationId: string): Message[] {
    return this.everIn(conversationId).filter((message) => !message.deleted);
  }

  /** All messages of a channel or chat, including deleted ones. */
  everIn(conversationId: string): readonly Message[] {
    return this.byConversation.get(conversationId) ?? [];
  }

  /** A message by its id; undefined if it does not exist (any more). */
  find(conversationId: string, id: string): Message | undefined {
    return this.everIn(conversationId).find((message) => message.id === id && !message.deleted);
  }

  /** Whether a thread was ever started by this message; replies stay possible after the root was deleted. */
  hasThread(conversationId: string, rootId: string): boolean {
    return this.everIn(conversationId).some((message) => message.rootId === rootId);
  }

  private listOf(conversationId: string): Message[] {
    const list = this.byConversation.get(conversationId) ?? [];
    this.byConversation.set(conversationId, list);
    return list;
  }

  private changed(message: Message): void {
    for (const listener of this.listeners) listener(message);
  }

  /** Message ids are the time of posting in milliseconds, as in Teams, but unique. */
  private nextId(at: number): string {
    this.lastId = Math.max(this.lastId + 1, Math.floor(at));
    return String(this.lastId);
  }
}
