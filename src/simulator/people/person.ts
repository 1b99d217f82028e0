import type { Connector, Delivery } from '../connector/connector';
import type { JsonObject } from '../connector/json';
import type { TeamsPerson } from '../connector/teams-accounts';
import type { Conversation } from '../connector/teams-world';
import { Clicks } from './clicks';
import { NotOnScreen } from './client-refusal';
import { PersonClient } from './person-client';
import { PlaceView } from './place-view';

/** Somebody with a Teams client. */
export class Person {
  private readonly counted = new Clicks();

  constructor(
    private readonly connector: Connector,
    readonly account: TeamsPerson,
    private readonly hasOldClient = false,
  ) {}

  /** How often this person has clicked so far; see Clicks. */
  get clicks(): number {
    return this.counted.count;
  }

  /** The same person with a client of Adaptive Cards 1.2; see asOfVersion12. */
  withOldClient(): Person {
    return new Person(this.connector, this.account, true);
  }

  /** A channel or chat by its id, its name, or "Team/Channel"; throws if the person is not in it. */
  in(place: string): PlaceView {
    const mine = this.conversations();
    const found = mine.filter((candidate) => names(candidate).includes(place));
    const [conversation] = found;
    if (!conversation || found.length > 1) {
      throw new NotOnScreen(
        `"${this.account.key}" has ${found.length} conversations "${place}"`,
        mine.map((candidate) => names(candidate).at(-1) ?? candidate.id),
      );
    }
    const { connector, account, counted, hasOldClient } = this;
    return new PlaceView(new PersonClient(connector, account.key, conversation, counted, hasOldClient));
  }

  /** The private chat with the bot; throws if the person never had the app. */
  chat(): PlaceView {
    const chat = this.connector.world.personalChatOf(this.account.key);
    if (!chat) throw new NotOnScreen(`"${this.account.key}" has no chat with the bot`, []);
    return this.in(chat.id);
  }

  /** Sends the same submission again, under its id or a new one. */
  sendsAgain(activity: JsonObject, options: { readonly withNewId?: boolean } = {}): Promise<Delivery> {
    return this.connector.deliverAgain(activity, options);
  }

  private conversations(): Conversation[] {
    const { world } = this.connector;
    return world
      .conversations()
      .filter((conversation) => world.memberOf(conversation, this.account.key) !== undefined);
  }
}

/** Acts as a person of the connector's world; an unknown key throws. */
export function person(connector: Connector, key: string): Person {
  return new Person(connector, connector.world.person(key));
}

function names(conversation: Conversation): string[] {
  const { id, name } = conversation;
  return conversation.kind === 'channel' ? [id, name, `${conversation.team.name}/${name}`] : [id, name];
}
