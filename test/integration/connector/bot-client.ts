import type { Activity, PagedMembersResult } from 'botbuilder';
import { ConnectorClient, MicrosoftAppCredentials } from 'botframework-connector';

/** The bot's own client, without the retries that it does by itself. */
export function botClient(serviceUrl: string): ConnectorClient {
  const client = new ConnectorClient(new MicrosoftAppCredentials('', ''), { baseUri: serviceUrl });
  const inner = client as unknown as {
    client: { pipeline: { removePolicy(policy: { name: string }): unknown[] } };
  };
  const removed = inner.client.pipeline.removePolicy({ name: 'defaultRetryPolicy' });
  if (removed.length !== 1) throw new Error('The client has no retry policy to remove any more');
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

/** A request that the client library does not know: targeted messages and reactions. The answer's `id`, if it has one. */
export async function ask(
  serviceUrl: string,
  method: string,
  path: string,
  body?: object,
): Promise<string | undefined> {
  const response = await fetch(`${serviceUrl}/v3/conversations/${path}`, {
    method,
    headers: { connection: 'close' },
    ...(body && { body: JSON.stringify(body) }),
  });
  const answer = (await response.text()) || '{}';
  const parsed = JSON.parse(answer) as { readonly id?: string };
  if (!response.ok) throw Object.assign(new Error('refused'), { statusCode: response.status, body: parsed });
  return parsed.id;
}

/** Sends to one person of a conversation, by their Teams id. */
export async function sendTo(
  serviceUrl: string,
  conversationId: string,
  recipient: string,
  activity: Activity,
): Promise<string> {
  const path = `${encodeURIComponent(conversationId)}/activities?isTargetedActivity=true`;
  return (await ask(serviceUrl, 'POST', path, { ...activity, recipient: { id: recipient } })) ?? '';
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

/** A page of the roster; the library's own types of this call do not fit what it takes. */
export function pageOfMembers(
  client: ConnectorClient,
  conversationId: string,
  options: { pageSize: number; continuationToken?: string },
): Promise<PagedMembersResult> {
  const conversations = client.conversations as unknown as {
    getConversationPagedMembers(id: string, options: object): Promise<PagedMembersResult>;
  };
  return conversations.getConversationPagedMembers(conversationId, options);
}
