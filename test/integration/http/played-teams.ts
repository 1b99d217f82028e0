import type { ServerResponse } from 'node:http';
import type { ConnectorFactory } from 'botframework-connector';
import { type LocalServer, startLocalServer } from '../../support/local-server';

/** A Teams that answers as a test says, and counts what it was asked. */
export class PlayedTeams {
  requests = 0;
  behave: (response: ServerResponse) => void = () => undefined;
  private server: LocalServer | undefined;

  async start(): Promise<void> {
    this.server = await startLocalServer((request, response) => {
      this.requests += 1;
      request.resume();
      this.behave(response);
    });
  }

  get url(): string {
    return this.server?.url ?? '';
  }

  async stop(): Promise<void> {
    await this.server?.close();
  }

  /** A message by one of these connectors; what went wrong, or undefined. */
  async failureOfSending(connectors: ConnectorFactory): Promise<unknown> {
    const client = await connectors.create(this.url);
    return client.conversations.sendToConversation('19:x@thread.tacv2', { type: 'message', text: 'x' }).then(
      () => undefined,
      (error: unknown) => error,
    );
  }
}
