import type { ConnectorClient } from 'botframework-connector';
import { z } from 'zod';
import { defined } from '../../../defined';

/** Somebody of a conversation's roster, by the id that a mention needs. */
export interface RosterMember {
  readonly id: string;
  /** What Teams calls them; may be missing or unfit for a mention. */
  readonly name: string | undefined;
  readonly mail: string | undefined;
  readonly objectId: string;
  readonly tenant: string | undefined;
}

export interface RosterPage {
  readonly members: readonly RosterMember[];
  /** Whether Teams gave everybody's Entra id; who has none may be anybody. */
  readonly allKnown: boolean;
  readonly continuationToken: string | undefined;
}

const pageSize = 200;

const pageShape = z.object({
  members: z.array(z.unknown()),
  continuationToken: z.unknown().optional(),
});

const memberShape = z.object({
  id: z.string().min(1),
  name: z.unknown().optional(),
  email: z.unknown().optional(),
  userPrincipalName: z.unknown().optional(),
  objectId: z.unknown().optional(),
  aadObjectId: z.unknown().optional(),
  tenantId: z.unknown().optional(),
});

/** Asks for one page, once; rejects also where the answer is no page. Who has no Entra id is left out: nobody is looked up without. */
export async function rosterPage(
  client: ConnectorClient,
  conversation: string,
  continuationToken: string | undefined,
): Promise<RosterPage> {
  // The library's types of this call do not fit what it takes.
  const conversations = client.conversations as unknown as {
    getConversationPagedMembers(id: string, options: object): Promise<unknown>;
  };
  const answer = await conversations.getConversationPagedMembers(conversation, {
    pageSize,
    ...defined({ continuationToken }),
  });
  const { members, continuationToken: token } = pageShape.parse(answer);
  const known = members.flatMap((given) => rosterMember(given) ?? []);
  return {
    members: known,
    allKnown: known.length === members.length,
    // Teams ends with none, with null and with an empty one; whatever else is no text leads nowhere either.
    continuationToken: typeof token === 'string' && token !== '' ? token : undefined,
  };
}

/** One member as Teams gives it; undefined for who has no Entra id. */
export function rosterMember(given: unknown): RosterMember | undefined {
  const reading = memberShape.safeParse(given);
  if (!reading.success) return undefined;
  const { id, name, email, userPrincipalName, objectId, aadObjectId, tenantId } = reading.data;
  const entra = textOf(objectId) ?? textOf(aadObjectId);
  if (entra === undefined) return undefined;
  const mail = textOf(email) ?? textOf(userPrincipalName);
  return { id, name: textOf(name), mail, objectId: entra, tenant: textOf(tenantId) };
}

function textOf(given: unknown): string | undefined {
  return typeof given === 'string' && given.trim() !== '' ? given : undefined;
}
