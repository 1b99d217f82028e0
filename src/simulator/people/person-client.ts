import { isMentionable } from '../connector/activity-handlers';
import type { CardSurroundings } from '../connector/card-check';
import type { Connector, Delivery } from '../connector/connector';
import { asOfVersion12 } from '../connector/card-walk';
import { clientInfo, envelope, eventId } from '../connector/inbound-activity';
import type { JsonObject } from '../connector/json';
import type { Membership } from '../connector/teams-accounts';
import type { Conversation } from '../connector/teams-world';
import { Clicks } from './clicks';
import { ClientRefusal } from './client-refusal';

/** The Teams client of one person in one conversation: turns what they do into activities. */
export class PersonClient {
  constructor(
    readonly connector: Connector,
    readonly personKey: string,
    readonly conversation: Conversation,
    readonly clicks = new Clicks(),
    /** Of Adaptive Cards 1.2 instead of 1.5. */
    private readonly isOld = false,
  ) {}

  /** The card as far as this client knows what is in it. */
  known(card: JsonObject): JsonObject {
    return this.isOld ? asOfVersion12(card) : card;
  }

  /** The person's identity in this conversation; somebody no longer in it cannot do anything there. */
  get member(): Membership {
    const member = this.connector.world.memberOf(this.conversation, this.personKey);
    if (!member) throw new ClientRefusal(`"${this.personKey}" is not in "${this.conversation.name}"`);
    return member;
  }

  /** What a card in this conversation may mention. */
  get surroundings(): CardSurroundings {
    const { world } = this.connector;
    return { isMember: (id) => isMentionable(world, this.conversation, id) };
  }

  /** The common part of all activities from here. */
  envelope(rootId: string | undefined): JsonObject {
    const { connector, conversation } = this;
    const place = {
      world: connector.world,
      conversation,
      rootId,
      serviceUrl: connector.serviceUrl,
      at: connector.now(),
    };
    return { ...envelope(place, this.member), entities: [clientInfo()] };
  }

  /** An invoke about a message (its card) or about no message. */
  invoke(
    name: string,
    value: JsonObject,
    about?: { readonly id: string; readonly rootId: string | undefined },
  ): Promise<Delivery> {
    this.refuseWithoutApp();
    return this.connector.deliver({
      ...this.envelope(about?.rootId),
      type: 'invoke',
      name,
      id: eventId(),
      value,
      ...(about ? { replyToId: about.id } : {}),
    });
  }

  /** The invisible message sent by a button. */
  submitMessage(
    fields: JsonObject,
    about: { readonly id: string; readonly rootId: string | undefined },
  ): Promise<Delivery> {
    this.refuseWithoutApp();
    return this.connector.deliver({
      ...this.envelope(about.rootId),
      type: 'message',
      id: eventId(),
      replyToId: about.id,
      ...fields,
    });
  }

  private refuseWithoutApp(): void {
    if (!this.connector.world.appIsIn(this.conversation)) {
      throw new ClientRefusal(`The app is not in "${this.conversation.name}"`);
    }
  }
}
