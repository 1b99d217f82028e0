import { defined } from '../../../defined';
import type { ConnectorClient } from 'botframework-connector';
import { LRUCache } from 'lru-cache';
import type { Clock } from '../../../app/ports/clock';
import type { Instant } from '../../../domain/instant';
import type { Person } from '../../../domain/organisation/installation';
import { delivering, failureOf } from './delivery-failures';

/** Somebody of a conversation's roster, by the id that a mention needs. */
export interface RosterMember {
  readonly id: string;
  readonly name: string;
  readonly objectId: string;
  readonly tenant: string | undefined;
}

interface ReadRoster {
  readonly at: Instant;
  readonly members: readonly RosterMember[];
}

/** A roster is asked again after this time, and earlier where somebody is missing in it; milliseconds. */
const maxAge = 10 * 60_000;
const minAge = 30_000;
const pageSize = 200;

/** The members of channels, asked of the channel itself: those of a shared or private one are not its team's. */
export class ChannelRosters {
  private readonly rosters = new LRUCache<string, ReadRoster>({ max: 500 });

  constructor(private readonly clock: Clock) {}

  /** The person as a member of the conversation; undefined for somebody who is not, and where Teams gives no roster. */
  async memberFor(
    client: ConnectorClient,
    conversation: string,
    person: Person,
  ): Promise<RosterMember | undefined> {
    const known = await this.roster(client, conversation, maxAge);
    return memberOf(known, person) ?? memberOf(await this.roster(client, conversation, minAge), person);
  }

  private async roster(client: ConnectorClient, conversation: string, oldest: number): Promise<ReadRoster> {
    const known = this.rosters.get(conversation);
    const now = this.clock.now();
    if (known !== undefined && now - known.at < oldest) return known;
    const roster = { at: now, members: await readRoster(client, conversation) };
    this.rosters.set(conversation, roster);
    return roster;
  }
}

function memberOf({ members }: ReadRoster, person: Person): RosterMember | undefined {
  return members.find((member) =>
    person.identities.some(
      (identity) =>
        identity.objectId === member.objectId && identity.tenant === (member.tenant ?? identity.tenant),
    ),
  );
}

/** Without consent to read members the roster of a shared channel is refused: then nobody can be mentioned by it. */
async function readRoster(client: ConnectorClient, conversation: string): Promise<readonly RosterMember[]> {
  const members: RosterMember[] = [];
  let continuationToken: string | undefined;
  try {
    do {
      const page = await delivering(() => pageOf(client, conversation, continuationToken));
      members.push(...page.members.flatMap(asMember));
      continuationToken = page.continuationToken;
    } while (continuationToken !== undefined && continuationToken !== '');
  } catch (error) {
    if (failureOf(error)?.status !== 403) throw error;
  }
  return members;
}

interface RosterPage {
  readonly members: readonly Readonly<Record<string, unknown>>[];
  readonly continuationToken?: string;
}

/** The library's types of this call do not fit what it takes. */
function pageOf(
  client: ConnectorClient,
  conversation: string,
  continuationToken?: string,
): Promise<RosterPage> {
  const conversations = client.conversations as unknown as {
    getConversationPagedMembers(id: string, options: object): Promise<RosterPage>;
  };
  return conversations.getConversationPagedMembers(conversation, {
    pageSize,
    ...defined({ continuationToken }),
  });
}

function asMember({
  id,
  name,
  objectId,
  aadObjectId,
  tenantId,
}: Readonly<Record<string, unknown>>): readonly RosterMember[] {
  const entra = objectId ?? aadObjectId;
  if (typeof id !== 'string' || typeof name !== 'string' || typeof entra !== 'string') return [];
  return [{ id, name, objectId: entra, tenant: typeof tenantId === 'string' ? tenantId : undefined }];
}
