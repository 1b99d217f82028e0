import { createPipelineRequest } from '@azure/core-rest-pipeline';
import type { ConnectorClient } from 'botframework-connector';

/** ✅: what was said is recorded. Teams names its reactions by code points and a word. */
const recorded = '2705_whiteheavycheckmark';

/**
 * Sets ✅ to a message; setting it again changes nothing. The SDK's client does not know the route, so its pipeline is given
 * the request as it is. Rejects as the client does, with the status in `statusCode`.
 */
export async function markRecorded(
  client: ConnectorClient,
  {
    serviceUrl,
    conversation,
    activityId,
  }: { readonly serviceUrl: string; readonly conversation: string; readonly activityId: string },
): Promise<void> {
  const message = `conversations/${encodeURIComponent(conversation)}/activities/${encodeURIComponent(activityId)}`;
  const url = `${serviceUrl.replace(/\/$/, '')}/v3/${message}/reactions/${recorded}`;
  const allowInsecureConnection = url.startsWith('http:');
  const response = await client.sendRequest(
    createPipelineRequest({ method: 'PUT', url, allowInsecureConnection }),
  );
  const { status: statusCode } = response;
  if (statusCode >= 300) throw Object.assign(new Error('the reaction was refused'), { statusCode, response });
}
