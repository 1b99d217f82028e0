import type { Activity, ChannelAccount } from 'botbuilder';
import type { ConnectorClient } from 'botframework-connector';
import type { Clock } from '../../../app/ports/clock';
import { DeliveryFailure } from '../../../app/ports/messenger';
import type { Logger } from '../../logging';
import { asTargeted } from '../sdk/targeted';
import { withoutThread } from '../sdk/thread-id';
import { delivering } from './delivery-failures';
import { UntriedForNow } from './untried-for-now';

/** What Teams took, with the id it gave; without one where it split the message. */
export interface Posted {
  readonly id?: string;
}

/** Something for one person of a channel or group chat. */
export interface ForOne {
  readonly client: ConnectorClient;
  /** With the thread. */
  readonly conversation: string;
  readonly recipient: Pick<ChannelAccount, 'id'>;
  readonly activity: Partial<Activity>;
  /** Says it to everybody there; undefined where it must not be. */
  readonly publicly: (() => Promise<Posted | undefined>) | undefined;
}

/** These say something of the recipient, and all others of the place. */
const ofRecipient = new Set([403, 404]);
const notImplemented = 501;

/**
 * Answers that only whoever asked is to see. Where Teams refuses them (the client, the place or somebody of another tenant
 * does not have them) they are said publicly, at once: a lost answer is worse. What may pass, passes for the caller to
 * repeat: it may have been carried out, and must not be said a second time to everybody.
 */
export class PrivateAnswers {
  /** By place or by place and person. */
  private readonly untried: UntriedForNow;

  constructor(private readonly deps: { readonly clock: Clock; readonly logger?: Pick<Logger, 'warn'> }) {
    this.untried = new UntriedForNow(deps.clock);
  }

  /** Rejects with DeliveryFailure where neither way is open. */
  async post(answer: ForOne): Promise<Posted | undefined> {
    const { publicly } = answer;
    if (publicly === undefined) return this.postTargeted(answer);
    if (this.wasRefused(answer)) return publicly();
    let refusal: DeliveryFailure;
    try {
      return await this.postTargeted(answer);
    } catch (error) {
      if (!(error instanceof DeliveryFailure) || error.transient) throw error;
      refusal = error;
    }
    const posted = await publicly();
    const { status } = refusal;
    this.deps.logger?.warn({ status }, 'no private answer: said to all of the place');
    // Only now: what nobody takes says nothing of targeted messages.
    this.untried.add(ofRecipient.has(status ?? 0) ? keyOfRecipient(answer) : keyOfPlace(answer));
    return posted;
  }

  private async postTargeted({ client, conversation, recipient, activity }: ForOne): Promise<Posted> {
    const targeted = { ...activity, recipient } as Activity;
    const send = () => client.conversations.sendToConversation(conversation, targeted);
    try {
      return await delivering(this.deps.clock, () => asTargeted(send));
    } catch (error) {
      // Where there are no targeted messages, there will be none in a minute either.
      if (error instanceof DeliveryFailure && error.status === notImplemented)
        throw new DeliveryFailure(false, notImplemented, undefined);
      throw error;
    }
  }

  private wasRefused(answer: ForOne): boolean {
    return [keyOfPlace(answer), keyOfRecipient(answer)].some((key) => this.untried.has(key));
  }
}

function keyOfPlace({ conversation }: ForOne): string {
  return withoutThread(conversation);
}

function keyOfRecipient(answer: ForOne): string {
  return JSON.stringify([keyOfPlace(answer), answer.recipient.id]);
}
