import { randomUUID } from 'node:crypto';
import { EventEmitter, once } from 'node:events';
import { createLogger } from '../../../src/adapters/logging';
import {
  type AuthenticationOptions,
  TeamsAuthentication,
} from '../../../src/adapters/teams/sdk/authentication';
import { TeamsAdapter } from '../../../src/adapters/teams/sdk/cloud-adapter';
import { defined } from '../../../src/defined';
import type { LocalIssuer } from './local-issuer';
import { httpServerWith } from './http-server';

export const appId = 'abcdef11-2222-4333-8444-555555555555';
export const serviceUrl = 'http://127.0.0.1:1/connector';
export const activity = {
  type: 'message',
  id: '1',
  channelId: 'msteams',
  serviceUrl,
  conversation: { id: 'a:1', conversationType: 'personal' },
  from: { id: '29:1' },
  recipient: { id: '28:bot' },
  text: 'hilfe',
};

/** A bot that does nothing but check tokens, as Teams reaches it over HTTP. */
export interface BotBehindTokens {
  post(authorization: string | undefined, sent?: object): Promise<Response>;
  readonly port: number;
  /** Resolves when so many activities have come, let through or not. */
  received(count: number): Promise<void>;
  /** How many activities were let through. */
  readonly turns: number;
  /** The log's lines. */
  readonly written: readonly string[];
  stop(): Promise<void>;
}

export async function startBotBehindTokens(
  issuer: LocalIssuer,
  options: Partial<AuthenticationOptions> = {},
): Promise<BotBehindTokens> {
  let turns = 0;
  let received = 0;
  const arrivals = new EventEmitter();
  const written: string[] = [];
  const logger = createLogger({ stream: { write: (line) => void written.push(line) } });
  const credentials = { appId, appPassword: 'not-a-secret', appTenant: randomUUID() };
  const authentication = new TeamsAuthentication({
    credentials,
    issuer,
    serviceUrlHosts: ['127.0.0.1'],
    ...options,
  });
  const adapter = new TeamsAdapter(authentication, logger);
  const server = httpServerWith({
    appId,
    host: '127.0.0.1',
    logger,
    newRequestId: randomUUID,
    checkToken: (authorization) => {
      received += 1;
      arrivals.emit('arrival');
      return adapter.checkToken(authorization);
    },
    receiveActivity: (authorization, sent) =>
      adapter.receive(authorization, sent as object, () => {
        turns += 1;
        return Promise.resolve();
      }),
  });
  const port = await server.start();
  const url = `http://127.0.0.1:${port}/api/messages`;
  return {
    port,
    post: (authorization, sent = activity) =>
      fetch(url, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', ...defined({ Authorization: authorization }) },
        body: JSON.stringify(sent),
      }),
    async received(count) {
      while (received < count) await once(arrivals, 'arrival');
    },
    get turns() {
      return turns;
    },
    written,
    stop: () => server.stop(1_000),
  };
}
