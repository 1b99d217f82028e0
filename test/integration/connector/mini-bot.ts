import {
  CloudAdapter,
  ConfigurationBotFrameworkAuthentication,
  type Activity,
  type InvokeResponse,
  type Request,
  type Response,
  type TurnContext,
} from 'botbuilder';
import { startLocalServer } from '../../support/local-server';

/** What the bot of a test does with an activity; an invoke is answered with what it returns. */
export type MiniBotLogic = (context: TurnContext) => Promise<InvokeResponse | void>;

/** The smallest bot there is: one on a CloudAdapter without an app id. */
export interface MiniBot {
  url: string;
  adapter: CloudAdapter;
  received: Partial<Activity>[];
  /** Replaces what the bot does. */
  does(logic: MiniBotLogic): void;
  close(): Promise<void>;
}

export async function startMiniBot(): Promise<MiniBot> {
  const adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const received: Partial<Activity>[] = [];
  let logic: MiniBotLogic = () => Promise.resolve();
  adapter.onTurnError = (_context, error) => Promise.reject(error);
  const server = await startLocalServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Record<string, unknown>;
      const adapterRequest: Request = { body, headers: request.headers, method: request.method ?? 'POST' };
      const adapterResponse: Response = {
        socket: response.socket,
        status: (code: number) => (response.statusCode = code),
        header: (name: string, value: unknown) => response.setHeader(name, String(value)),
        send: (answer: unknown) =>
          response.write(typeof answer === 'string' ? answer : JSON.stringify(answer)),
        end: () => response.end(),
      };
      adapter
        .process(adapterRequest, adapterResponse, async (context) => {
          received.push(context.activity);
          const answer = await logic(context);
          if (answer) await context.sendActivity({ type: 'invokeResponse', value: answer });
        })
        .catch(() => {
          response.statusCode = 500;
          response.end();
        });
    });
  });
  return {
    url: `${server.url}/api/messages`,
    adapter,
    received,
    does: (next) => {
      logic = next;
    },
    close: () => server.close(),
  };
}
