import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dispatcher } from './activity-press';

export interface LightTeams {
  readonly serviceUrl: string;
  /** Posts and edits accepted so far. */
  taken(): number;
  close(): Promise<void>;
}

/** A connector that accepts everything at once: the bot is measured, not its Teams. */
export async function startLightTeams(): Promise<LightTeams> {
  let taken = 0;
  const member = {
    id: dispatcher.teamsId,
    name: 'Dispatcher Eins',
    aadObjectId: dispatcher.objectId,
    tenantId: dispatcher.tenant,
  };
  const answerOf = ({ method, url = '' }: IncomingMessage): object => {
    if (method === 'GET') return url.includes('pagedmembers') ? { members: [member] } : member;
    taken += 1;
    return { id: `a${taken}`, activityId: `a${taken}` };
  };
  const server = createServer((request, response) => {
    request.resume();
    request.once('end', () => {
      response.setHeader('Content-Type', 'application/json');
      response.end(JSON.stringify(answerOf(request)));
    });
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return {
    serviceUrl: `http://127.0.0.1:${port}`,
    taken: () => taken,
    close: () => new Promise((closed) => server.close(() => closed())),
  };
}
