import type { Delivery } from '../connector/connector';
import { clientInfo } from '../connector/inbound-activity';
import { asObject, type JsonObject } from '../connector/json';
import type { Message } from '../connector/messages';
import { isThereFor } from '../connector/targeted-messages';
import type { Conversation, TeamsWorld } from '../connector/teams-world';
import { ClientRefusal, NotOnScreen } from './client-refusal';
import { dialogOutcome, type Outcome } from './dialog';
import { readDialogAnswer } from './invoke-answer';
import { typedMessage } from './outgoing-message';
import type { PersonClient } from './person-client';
import type { ShownCard } from './shown-card';
import { ShownMessage } from './shown-message';

/** A message written by a person, and the bot's reaction; no delivery if the bot does not receive it. */
export interface Written {
  readonly message: Message;
  readonly delivery: Delivery | undefined;
}

interface WritingOptions {
  /** The message that a reply quotes ("Antworten" in the menu of a message in a chat). */
  readonly quotes?: ShownMessage | ShownCard;
}

/** Into the field below the messages, and "Senden". */
const clicksToWrite = 2;
/** The app below the messages, and its command. */
const clicksToOpenExtension = 2;

type Match = string | RegExp | ((message: ShownMessage) => boolean);

/** A channel or chat as one person sees it. */
export class PlaceView {
  constructor(private readonly client: PersonClient) {}

  get conversation(): Conversation {
    return this.client.conversation;
  }

  /** Writes a new message; in channels and group chats the bot gets only what mentions it ("@Software-Pflege …"). */
  writes(text: string, options: WritingOptions = {}): Promise<Written> {
    return this.write(text, undefined, options);
  }

  /** Writes into the thread of a card or message. */
  replies(to: ShownCard | ShownMessage, text: string, options: WritingOptions = {}): Promise<Written> {
    return this.write(text, to.message.rootId, options);
  }

  /** Writes to the bot alone, by the slash command that is its name; nobody else in the channel or group chat sees it. */
  async writesPrivately(text: string): Promise<Written> {
    const { client, conversation } = this;
    if (conversation.kind === 'personal') throw new ClientRefusal('A private chat has no targeted messages');
    const activity: JsonObject = { type: 'message', text, textFormat: 'plain', entities: [clientInfo()] };
    const { personKey } = client;
    const post = { rootId: undefined, author: personKey, onlyFor: personKey, activity };
    const message = client.connector.showFromPerson(conversation, post);
    const envelope = client.envelope(message.rootId);
    const recipient = { ...asObject(envelope['recipient']), isTargeted: true };
    const delivery = await client.connector.deliver({ ...envelope, ...activity, recipient, id: message.id });
    return { message, delivery };
  }

  /** Edits a message of one's own; outside the private chat the bot is told if the message mentions it now. */
  async edits(edited: ShownMessage, typed: string): Promise<Written> {
    const { client, conversation } = this;
    const { connector } = client;
    const message = this.own(edited);
    const { text, sent, entities, mentionsBot } = typedMessage(connector.world, conversation, typed);
    const activity: JsonObject = { type: 'message', text, textFormat: 'plain', entities };
    connector.changeFromPerson(conversation, message, activity);
    const delivery = await this.tellsChange(message, mentionsBot, 'editMessage', {
      ...activity,
      text: sent,
      type: 'messageUpdate',
      attachments: [{ contentType: 'text/html', content: `<div>${asHtml(text)}</div>` }],
    });
    return { message, delivery };
  }

  /** Deletes a message of one's own; outside the private chat the bot is told if the message mentioned it. */
  async deletes(deleted: ShownMessage): Promise<Written> {
    const { client, conversation } = this;
    const message = this.own(deleted);
    const mentionedBot = deleted.mentionsBot;
    client.connector.changeFromPerson(conversation, message, 'deleted');
    const change = { type: 'messageDelete' };
    const delivery = await this.tellsChange(message, mentionedBot, 'softDeleteMessage', change);
    return { message, delivery };
  }

  /** All messages that this person sees, oldest first. */
  shows(): ShownMessage[] {
    void this.client.member;
    const { connector, personKey } = this.client;
    return connector.messages
      .in(this.conversation.id)
      .filter((message) => isThereFor(message, personKey, connector.now()))
      .map((message) => new ShownMessage(this.client, message));
  }

  /** The messages of one thread, its root first. */
  thread(of: ShownCard | ShownMessage): ShownMessage[] {
    return this.shows().filter((message) => message.threadId === of.message.rootId);
  }

  /** Everything there is to read, message by message. */
  text(): string {
    return this.shows()
      .map((message) => `${message.author}: ${message.text}`)
      .join('\n\n');
  }

  /** The latest message that matches, or throws with what is there. */
  message(match: Match): ShownMessage {
    const found = this.find(match);
    if (!found) {
      throw new NotOnScreen(
        `No message for ${String(match)} in "${this.conversation.name}"`,
        this.shows().map((message) => message.text),
      );
    }
    return found;
  }

  /** The latest card whose text matches (any card without a match), or throws with what is there. */
  card(match: string | RegExp = ''): ShownCard {
    return this.message((message) => message.hasCard && matches(message, match)).card;
  }

  /** Waits until a message matches; `within` in milliseconds, default 5,000. */
  waitsFor(match: Match, options: { readonly within?: number } = {}): Promise<ShownMessage> {
    const what = `a message for ${String(match)} in "${this.conversation.name}"`;
    return this.client.connector.waitFor(() => this.find(match), { for: what, ...options });
  }

  /** Waits until a card's text matches. */
  async waitsForCard(match: string | RegExp, options: { readonly within?: number } = {}): Promise<ShownCard> {
    const found = await this.waitsFor((message) => message.hasCard && matches(message, match), options);
    return found.card;
  }

  /** The card comes into view: its refresh runs. Returns the card as this person then sees it. */
  async looksAt(card: ShownCard): Promise<ShownCard> {
    await card.look();
    return card;
  }

  /** Opens the dialog of a message extension's action command. */
  async opensExtension(commandId: string): Promise<Outcome> {
    const { client } = this;
    const { conversation, member } = client;
    if (conversation.kind === 'channel' && member.tenantId !== conversation.tenantId) {
      throw new ClientRefusal('Message extensions are not offered to people of other tenants');
    }
    client.clicks.add(clicksToOpenExtension);
    const extra = { commandId, commandContext: 'compose' };
    const value = { ...extra, context: { theme: 'default' } };
    const delivery = await client.invoke('composeExtension/fetchTask', value);
    const answer = readDialogAnswer(delivery, client.surroundings, 'fetch');
    const submitName = 'composeExtension/submitAction';
    return dialogOutcome(answer, delivery, { client, submitName, extra, about: undefined });
  }

  /** Any invoke, unchanged: for what no button of a valid card would send. */
  invokes(name: string, value: JsonObject): Promise<Delivery> {
    return this.client.invoke(name, value);
  }

  private find(match: Match): ShownMessage | undefined {
    return this.shows()
      .reverse()
      .find((message) => (typeof match === 'function' ? match(message) : matches(message, match)));
  }

  /** Nobody's client offers to change what somebody else wrote. */
  private own({ message }: ShownMessage): Message {
    if (message.author !== this.client.personKey || message.deleted) {
      throw new ClientRefusal('Only messages of one’s own that are still there can be changed');
    }
    return message;
  }

  private async tellsChange(
    message: Message,
    mentionsBot: boolean,
    eventType: string,
    change: JsonObject,
  ): Promise<Delivery | undefined> {
    const { client, conversation } = this;
    const { connector } = client;
    const heard = conversation.kind === 'personal' || mentionsBot;
    if (!heard || !connector.world.appIsIn(conversation)) return undefined;
    const envelope = client.envelope(message.rootId);
    const channelData = { ...asObject(envelope['channelData']), eventType };
    return connector.deliver({ ...envelope, ...change, id: message.id, channelData });
  }

  private async write(
    typed: string,
    rootId: string | undefined,
    { quotes }: WritingOptions,
  ): Promise<Written> {
    const { client, conversation } = this;
    const { connector } = client;
    client.clicks.add(clicksToWrite);
    if (conversation.kind === 'personal') refuseClosedChat(connector.world, conversation);
    const { text, sent, entities, mentionsBot } = typedMessage(connector.world, conversation, typed);
    const activity: JsonObject = { type: 'message', text, textFormat: 'plain', entities };
    const message = connector.showFromPerson(conversation, { rootId, author: client.personKey, activity });
    const heard = conversation.kind === 'personal' || mentionsBot;
    if (!heard || !connector.world.appIsIn(conversation)) return { message, delivery: undefined };
    const quoted = quotes && quotationOf(quotes.message);
    const delivery = await connector.deliver({
      ...client.envelope(message.rootId),
      ...activity,
      text: (quoted?.mark ?? '') + sent,
      ...(quoted && { entities: [...entities, quoted.entity] }),
      id: message.id,
      attachments: [{ contentType: 'text/html', content: `<div>${asHtml(text)}</div>` }],
    });
    return { message, delivery };
  }
}

function matches(message: ShownMessage, match: string | RegExp): boolean {
  return typeof match === 'string' ? message.text.includes(match) : match.test(message.text);
}

function refuseClosedChat(
  world: TeamsWorld,
  conversation: Conversation & { readonly kind: 'personal' },
): void {
  const { installed, blocked } = conversation.chat;
  if (!installed || blocked || !world.appAvailableIn(conversation.tenantId)) {
    throw new ClientRefusal('The app is not installed, blocked or of another tenant: no chat to write into');
  }
}

/** How the bot is told of what a reply quotes; people see a box above the text. */
function quotationOf({ id }: Message): { readonly mark: string; readonly entity: JsonObject } {
  return {
    mark: `<quoted messageId="${id}"/>`,
    entity: { type: 'quotedReply', quotedReply: { messageId: id } },
  };
}

function asHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('\n', '<br>');
}
