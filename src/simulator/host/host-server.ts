import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { keepIdleConnections } from '../connector/keep-alive';
import type { ErrorBody } from '../page-api';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';
import { apiRoute } from './api-routes';
import { checkHost, checkJson, checkOrigin } from './request-guard';
import type { Simulator } from './simulator';
import { servePage } from './static-page';

/** Where the Bot Connector's REST API is on this server. */
export const connectorPath = '/_connector';
const host = '127.0.0.1';
/** A form with all its fields filled is far below this. */
const maxBody = 512 * 1024;

export interface HostServerOptions {
  /** 0 takes a free one. */
  readonly port: number;
  /** Where the built page is. */
  readonly pageFolder: string;
  /** Receives what failed, without any typed text. */
  readonly report: (problem: string, error: unknown) => void;
}

/** The one address of the simulated Teams, on loopback only: the page, its API, and the connector that the bot talks to. */
export class HostServer {
  private readonly server: Server = createServer((request, response) => void this.serve(request, response));
  private simulator: Simulator | undefined;

  constructor(private readonly options: HostServerOptions) {
    keepIdleConnections(this.server);
  }

  /** Rejects with the system error if the port is in use. */
  async listen(): Promise<void> {
    await new Promise<void>((resolve, reject) => {
      this.server.once('error', reject);
      this.server.listen(this.options.port, host, resolve);
    });
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get address(): string {
    return `http://${host}:${this.port}`;
  }

  /** Until then everything except the page is answered with 503. */
  setSimulator(simulator: Simulator): void {
    this.simulator = simulator;
  }

  async close(): Promise<void> {
    const closed = new Promise<void>((resolve) => this.server.close(() => resolve()));
    this.server.closeAllConnections();
    await closed;
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await this.route(request, response);
    } catch (error) {
      if (!(error instanceof ApiRefusal)) this.options.report('request of the page failed', error);
      const [status, text] =
        error instanceof ApiRefusal ? [error.status, error.message] : [500, simulatorTexts.failed];
      if (response.headersSent) response.destroy();
      else sendJson(response, status, { error: text } satisfies ErrorBody);
    }
  }

  private async route(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    checkHost(request, this.port);
    const path = url.split(/[?#]/)[0] ?? '/';
    if (path.startsWith(`${connectorPath}/`)) {
      checkOrigin(request);
      this.ready().connector.answer(request, response);
      return;
    }
    if (!path.startsWith('/api/')) {
      if (method !== 'GET' && method !== 'HEAD') throw new ApiRefusal(405, simulatorTexts.noSuchRoute);
      await servePage(this.options.pageFolder, decode(path), response);
      return;
    }
    const simulator = this.ready();
    if (method === 'GET' && path === '/api/events') {
      if (!simulator.feed.connect(response)) throw new ApiRefusal(503, simulatorTexts.tooManyWindows);
      return;
    }
    const found = apiRoute(method, path.slice('/api/'.length).split('/').map(decode));
    if (found === undefined) throw new ApiRefusal(404, simulatorTexts.noSuchRoute);
    const sent = method === 'POST' ? await this.bodyOf(request) : queryOf(url);
    sendJson(response, found.status, (await found.answer(simulator, sent)) ?? {});
  }

  private async bodyOf(request: IncomingMessage): Promise<unknown> {
    checkOrigin(request);
    checkJson(request);
    const chunks: Buffer[] = [];
    let size = 0;
    for await (const chunk of request) {
      size += (chunk as Buffer).length;
      if (size > maxBody) throw new ApiRefusal(413, simulatorTexts.bodyTooLarge);
      chunks.push(chunk as Buffer);
    }
    try {
      return JSON.parse(Buffer.concat(chunks).toString('utf8') || '{}') as unknown;
    } catch {
      throw new ApiRefusal(400, simulatorTexts.badRequest('JSON'));
    }
  }

  private ready(): Simulator {
    if (this.simulator === undefined) throw new ApiRefusal(503, simulatorTexts.appUnreachable);
    return this.simulator;
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, {
    'Content-Type': 'application/json; charset=utf-8',
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
  });
  response.end(JSON.stringify(body));
}

/** The last value of each name. */
function queryOf(url: string): Record<string, string> {
  return Object.fromEntries(new URLSearchParams(/\?([^#]*)/.exec(url)?.[1] ?? ''));
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    throw new ApiRefusal(400, simulatorTexts.noSuchRoute);
  }
}
