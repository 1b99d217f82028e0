import { defined } from '../../defined';
import type { Message, Messages } from '../connector/messages';
import { isThereFor } from '../connector/targeted-messages';
import type { Conversation, TeamsWorld } from '../connector/teams-world';
import type { ConversationSummary, ConversationView, MemberView } from '../page-api';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';
import { isUnread, messageView } from './message-view';
import { previewOf } from './preview';
import type { TeamsLog } from './teams-log';
import { mentions } from './text-parts';

/** How many of the latest threads of a conversation are given unless more are asked for. */
const firstThreads = 500;

/** Which threads are wanted. */
export interface ThreadRange {
  /** So many of the latest. */
  readonly threads?: number;
  /** And all since that of this message. */
  readonly message?: string;
}

/** What a person sees: their conversations, and the messages of one. */
export class Conversations {
  constructor(
    private readonly world: TeamsWorld,
    private readonly messages: Messages,
    private readonly log: TeamsLog,
    private readonly now: () => number,
  ) {}

  /** The conversation with this id; one the person is not in is treated like one that does not exist. */
  of(person: string, id: string): Conversation {
    this.known(person);
    const conversation = this.world.conversation(id);
    if (!conversation || !this.world.memberOf(conversation, person)) {
      throw new ApiRefusal(404, simulatorTexts.noSuchConversation);
    }
    return conversation;
  }

  /** Refuses an unknown key. */
  known(person: string): void {
    if (!this.world.people.some(({ key }) => key === person)) {
      throw new ApiRefusal(404, simulatorTexts.noSuchPerson);
    }
  }

  /** The person's conversations, channels first, each with its unread messages. */
  list(person: string): ConversationSummary[] {
    this.known(person);
    return this.world
      .conversations()
      .filter((conversation) => this.world.memberOf(conversation, person) !== undefined)
      .map((conversation) => this.summary(person, conversation));
  }

  view(person: string, id: string, range: ThreadRange = {}): ConversationView {
    const conversation = this.of(person, id);
    const all = threadsOf(this.everSeenBy(person, conversation));
    const shown = inRange(all, range);
    const viewer = { key: person, seenUpTo: this.log.seenUpTo(person, conversation.id) };
    return {
      summary: this.summary(person, conversation),
      members: this.members(conversation),
      threads: shown.map(({ rootId, messages }) => ({
        ...defined({ rootId }),
        messages: messages.map((message) => messageView(this.world, message, viewer)),
      })),
      earlierThreads: all.length - shown.length,
    };
  }

  summary(person: string, conversation: Conversation): ConversationSummary {
    const { world } = this;
    const ever = this.everSeenBy(person, conversation);
    const seenUpTo = this.log.seenUpTo(person, conversation.id);
    const unread = ever.filter((message) => isUnread(message, person, seenUpTo));
    const lastAt = ever.reduce((last, { at, editedAt = 0 }) => Math.max(last, at, editedAt), 0);
    const closed = closedBecause(world, conversation);
    const last = ever.findLast(({ deleted }) => !deleted);
    return {
      id: conversation.id,
      kind: conversation.kind,
      name: conversation.kind === 'personal' ? world.bot.name : conversation.name,
      ...(conversation.kind === 'channel' ? { team: conversation.team.name } : {}),
      tenant: this.tenantName(conversation.tenantId),
      shared: conversation.kind === 'channel' && conversation.channel.kind === 'shared',
      unread: unread.length,
      mentions: unread.filter(({ activity }) => mentions(world, activity, person)).length,
      ...(lastAt === 0 ? {} : { lastAt }),
      ...defined({ preview: last && previewOf(last.activity) }),
      members: world.members(conversation).length + (world.appIsIn(conversation) ? 1 : 0),
      canWrite: closed === undefined,
      ...defined({ reason: closed }),
    };
  }

  tenantName(id: string): string {
    return this.world.tenants.find((tenant) => tenant.id === id)?.name ?? id;
  }

  /** Including what was deleted. */
  private everSeenBy(person: string, { id }: Conversation): Message[] {
    const now = this.now();
    return this.messages.everIn(id).filter((message) => isThereFor(message, person, now));
  }

  private members(conversation: Conversation): MemberView[] {
    const { world } = this;
    const people = world
      .members(conversation)
      .map(({ person }) => ({ key: person.key, name: person.name, isBot: false }));
    return world.appIsIn(conversation) ? [{ name: world.bot.name, isBot: true }, ...people] : people;
  }
}

interface Thread {
  readonly rootId: string | undefined;
  readonly messages: Message[];
}

/** Threads with the last message last, as in a Teams channel: a reply moves its thread to the end. In a chat, each message by itself. */
function threadsOf(ever: readonly Message[]): Thread[] {
  const byRoot = new Map<string, Thread>();
  for (const message of ever) {
    const { rootId } = message;
    const key = rootId ?? message.id;
    const thread = byRoot.get(key) ?? { rootId, messages: [] };
    thread.messages.push(message);
    // Entered anew, and so behind all others.
    byRoot.delete(key);
    byRoot.set(key, thread);
  }
  return [...byRoot.values()];
}

function inRange(
  all: readonly Thread[],
  { threads = firstThreads, message }: ThreadRange,
): readonly Thread[] {
  const named = all.findIndex(({ messages }) => messages.some(({ id }) => id === message));
  const first = Math.max(0, all.length - threads);
  return all.slice(named < 0 ? first : Math.min(first, named));
}

/** Why nobody can write there; undefined if they can. */
function closedBecause(world: TeamsWorld, conversation: Conversation): string | undefined {
  if (conversation.kind !== 'personal') return undefined;
  const { installed, blocked } = conversation.chat;
  if (blocked) return simulatorTexts.botBlocked;
  return installed && world.appAvailableIn(conversation.tenantId)
    ? undefined
    : simulatorTexts.appNotInstalled;
}
