import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Clock } from '../../../app/ports/clock';
import type { Identity } from '../../../domain/organisation/installation';
import type { Logger } from '../../logging';
import type { ConnectorClients } from '../sdk/connector-clients';
import { within } from '../sdk/within';
import { askMember } from '../sender/ask-member';
import type { Conversation } from './conversation';

/** Entra ids of somebody do not change; the bound in time only lets a mistake heal. Milliseconds. */
const maxAge = 12 * 60 * 60_000;
const maxMembers = 20_000;
/** Teams gives up an invoke after 10 s, and one from a message extension after 5 s: the answer has to be there before. Milliseconds. */
const standardPatience = 3_000;

const memberShape = z
  .object({
    tenantId: z.string().min(1),
    aadObjectId: z.string().nullish(),
    objectId: z.string().nullish(),
  })
  .transform(({ tenantId, aadObjectId, objectId }) => ({
    // As in the organisation's records; Entra's ids are the same in capitals.
    tenant: tenantId.toLowerCase(),
    objectId: (objectId || aadObjectId || '').toLowerCase(),
  }))
  .refine(({ objectId }) => objectId !== '');

export interface IdentityLimits {
  /** How many people are kept. */
  readonly most?: number;
  /** How long somebody waits to be known; milliseconds. */
  readonly patience?: number;
}

/**
 * Who wrote or pressed. The token of an activity proves the connector, not the person: an unknown '29:' id is looked
 * up at the conversation's member endpoint, which knows the person's own tenant.
 */
export class Identities {
  private readonly known: LRUCache<string, Promise<Identity | undefined>>;
  private readonly patience: number;

  constructor(
    private readonly connectors: ConnectorClients,
    private readonly logger: Logger,
    private readonly clock: Clock,
    { most = maxMembers, patience = standardPatience }: IdentityLimits = {},
  ) {
    this.patience = patience;
    this.known = new LRUCache({ max: most, ttl: maxAge });
  }

  /**
   * Undefined where Teams does not know them or does not answer in time: then they have no rights. An answer that comes
   * later counts for the next time. Never rejects.
   */
  of(conversation: Conversation, teamsId: string): Promise<Identity | undefined> {
    return within(this.patience, this.lookUp(conversation, teamsId));
  }

  private lookUp(conversation: Conversation, teamsId: string): Promise<Identity | undefined> {
    const key = JSON.stringify([conversation.tenant ?? conversation.id, teamsId]);
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const asked = this.ask(conversation, teamsId);
    this.known.set(key, asked);
    void asked.then((identity) => {
      // No answer today is no reason to turn somebody away tomorrow.
      if (identity === undefined) this.known.delete(key);
    });
    return asked;
  }

  private async ask(conversation: Conversation, teamsId: string): Promise<Identity | undefined> {
    try {
      const { connectors, clock, patience } = this;
      const { id, serviceUrl } = conversation;
      const asked = { conversation: id, serviceUrl };
      const member = await askMember({ connectors, clock, patience }, asked, teamsId);
      const reading = memberShape.safeParse(member);
      if (reading.success) return reading.data;
      this.logger.warn('a member came without tenant or object id');
    } catch (error) {
      this.logger.warn({ err: error }, 'member lookup failed');
    }
    return undefined;
  }
}
