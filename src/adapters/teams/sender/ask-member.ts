import type { Clock } from '../../../app/ports/clock';
import type { ConversationToAsk } from '../../../app/ports/rosters';
import type { ConnectorClients } from '../sdk/connector-clients';
import { inItsTime } from './in-its-time';

export interface AskingDeps {
  readonly connectors: ConnectorClients;
  readonly clock: Clock;
  /** How long somebody waits for the answer; milliseconds. */
  readonly patience: number;
}

/** How often Teams is asked within that time. */
const tries = 3;

/** Asks a conversation for one of its members; resolves to whatever Teams answers, and rejects where it does not. */
export async function askMember(
  { connectors, clock, patience }: AskingDeps,
  { conversation, serviceUrl }: ConversationToAsk,
  teamsId: string,
): Promise<unknown> {
  const client = await connectors.create(serviceUrl);
  return inItsTime({ clock, patience, tries }, () =>
    client.conversations.getConversationMember(conversation, teamsId),
  );
}
