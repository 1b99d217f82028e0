import type { ConnectorClient } from 'botframework-connector';
import { laneKey } from '../../../app/messages/lane';
import type { Clock } from '../../../app/ports/clock';
import type { ConversationReference, ConversationStore } from '../../../app/ports/conversation-store';
import type { Directory } from '../../../app/ports/directory';
import { DeliveryFailure } from '../../../app/ports/messenger';
import { personById, placesOfConversation } from '../../../domain/organisation/find';
import type { Identity, Installation, PersonId } from '../../../domain/organisation/installation';
import type { ConnectorClients } from '../sdk/connector-clients';
import { canBePrivateChat } from '../sdk/private-chat-id';
import { delivering } from './delivery-failures';

export interface PrivateChatDeps {
  readonly connectors: ConnectorClients;
  readonly conversations: ConversationStore;
  readonly directory: Directory;
  readonly clock: Clock;
  /** The bot's own id, '28:<app id>'. */
  readonly botId: string;
}

/** What was remembered as a private chat and is none, nobody is written to in. */
function isPrivateChat(installation: Installation, conversation: string): boolean {
  return canBePrivateChat(conversation) && placesOfConversation(installation, conversation).length === 0;
}

/** A role's id stays when somebody else has the role: the chat with the former one is theirs. */
function isOf(identities: readonly Identity[], { identity }: ConversationReference): boolean {
  if (identity === undefined) return true;
  return identities.some(
    ({ tenant, objectId }) => tenant === identity.tenant && objectId === identity.objectId,
  );
}

export interface OpenChat {
  readonly client: ConnectorClient;
  readonly conversation: string;
}

/**
 * The person's private chat with the bot: where they wrote last, as whom they are known now, else a new one with their
 * identity in the hosting tenant. Teams refuses a chat with somebody of another tenant, which is a failure for good.
 */
export async function openPrivateChat(deps: PrivateChatDeps, person: PersonId): Promise<OpenChat> {
  const key = laneKey({ kind: 'person', person });
  const installation = deps.directory.installation();
  const known = await deps.conversations.find(key);
  const identities = personById(installation, person)?.identities ?? [];
  if (known !== undefined && isPrivateChat(installation, known.conversation) && isOf(identities, known)) {
    return { client: await deps.connectors.create(known.serviceUrl), conversation: known.conversation };
  }
  const { hostingTenant, serviceUrl: configured } = installation;
  const identity = identities.find((each) => each.tenant === hostingTenant) ?? identities[0];
  // Not known any more: nobody is there to be written to.
  if (identity === undefined) throw new DeliveryFailure(false, 404, undefined);
  // What was seen last is newer than the organisation file: service URLs change.
  const serviceUrl = (await deps.conversations.newestOf(identity.tenant))?.serviceUrl ?? configured;
  const client = await deps.connectors.create(serviceUrl);
  const created = await delivering(deps.clock, () =>
    client.conversations.createConversation({
      isGroup: false,
      bot: { id: deps.botId, name: '' },
      members: [{ id: identity.objectId, name: '' }],
      tenantId: identity.tenant,
      channelData: { tenant: { id: identity.tenant } },
      topicName: '',
      activity: undefined as never,
    }),
  );
  await deps.conversations.save({
    laneKey: key,
    conversation: created.id,
    serviceUrl,
    tenant: identity.tenant,
    identity: { tenant: identity.tenant, objectId: identity.objectId },
    seenAt: deps.clock.now(),
  });
  return { client, conversation: created.id };
}
