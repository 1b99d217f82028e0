import type { Activity } from 'botbuilder';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';

/** The bot's own client, without the retries that it does by itself. */
export function botClient(serviceUrl: string): ConnectorClient {
  const client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: serviceUrl });
  const { pipeline } = client as unknown as {
    pipeline?: { removePolicy(policy: { name: string }): unknown };
  };
  pipeline?.removePolicy({ name: 'defaultRetryPolicy' });
  return client;
}

/** Sends into a conversation and answers with the id, undefined when there was none. */
export async function send(
  client: ConnectorClient,
  conversationId: string,
  activity: Activity,
): Promise<string | undefined> {
  const answer = await client.conversations.sendToConversation(conversationId, activity);
  return answer.id;
}

/** Status and error code of a request that has to fail. */
export async function refusalOf(
  request: Promise<unknown>,
): Promise<{ status: number | undefined; code: string | undefined }> {
  try {
    await request;
  } catch (error) {
    const { statusCode, body, code } = error as {
      statusCode?: number;
      code?: string;
      body?: { error?: { code?: string } };
    };
    return { status: statusCode, code: body?.error?.code ?? code };
  }
  throw new Error('The request was not refused');
}
