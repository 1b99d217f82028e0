import { Agent, request as httpRequest } from 'node:http';

/** What the bot answered over HTTP; no status means no answer. */
export interface BotAnswer {
  readonly status: number | undefined;
  readonly body: unknown;
  readonly failure?: 'unreachable' | 'no answer in time';
}

/** Teams waits this long for the answer to an invoke. */
export const answerWithinMilliseconds = 10_000;

/** Posts to the bot's messages endpoint. */
export class BotEndpoint {
  private readonly agent = new Agent({ keepAlive: true });

  constructor(private readonly answerWithin: number) {}

  /** Never rejects: a bot that is down or silent is something a person sees, not an error in the test. */
  post(url: string, body: string, headers: Record<string, string>): Promise<BotAnswer> {
    return new Promise((resolve) => {
      let inTime = true;
      const request = httpRequest(
        url,
        {
          method: 'POST',
          agent: this.agent,
          headers: {
            'Content-Type': 'application/json; charset=utf-8',
            'Content-Length': Buffer.byteLength(body),
            ...headers,
          },
        },
        (response) => {
          const chunks: Buffer[] = [];
          response.on('data', (chunk: Buffer) => chunks.push(chunk));
          response.on('error', () => resolve({ status: undefined, body: undefined, failure: 'unreachable' }));
          response.on('end', () => {
            clearTimeout(timer);
            resolve({ status: response.statusCode, body: parse(Buffer.concat(chunks).toString('utf8')) });
          });
        },
      );
      const timer = setTimeout(() => {
        inTime = false;
        request.destroy();
      }, this.answerWithin);
      request.on('error', () => {
        clearTimeout(timer);
        resolve({
          status: undefined,
          body: undefined,
          failure: inTime ? 'unreachable' : 'no answer in time',
        });
      });
      request.end(body);
    });
  }

  close(): void {
    this.agent.destroy();
  }
}

function parse(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}
