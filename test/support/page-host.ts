import { readFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { pageDirectory } from '../../src/simulator/page-build/page-build';
import type {
  ActionRequest,
  ActionResult,
  ConversationView,
  DialogResult,
  Overview,
} from '../../src/simulator/page-api';

/** What a page host shows and answers; tests change it and call `changed`. */
export interface PageScene {
  overview: Overview;
  /** By conversation id; every person sees all of them. */
  conversations: Map<string, ConversationView>;
  act(messageId: string, request: ActionRequest): ActionResult;
  submit(dialogId: string, request: ActionRequest): DialogResult;
}

/** A request of the page, for expectations. */
export interface PageRequest {
  readonly path: string;
  readonly body: unknown;
}

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
};

/** A host for the page alone, by the contract in page-api.ts: what it shows is given, nothing stands behind it. */
export class PageHost {
  readonly requests: PageRequest[] = [];
  /** How often a conversation was fetched. */
  reads = 0;
  /** Answers to posts wait so long; milliseconds. */
  delay = 0;
  /** Posts are refused with this sentence. */
  refusal: string | undefined;
  private readonly server: Server = createServer((request, response) => {
    this.serve(request, response).catch(() => response.destroy());
  });
  private readonly streams = new Set<ServerResponse>();
  private version = 0;

  constructor(readonly scene: PageScene) {}

  /** How many streams of changes the pages hold open. */
  get openStreams(): number {
    return this.streams.size;
  }

  async start(): Promise<string> {
    await new Promise<void>((resolve) => this.server.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const closed = new Promise((resolve) => this.server.close(resolve));
    this.server.closeAllConnections();
    await closed;
  }

  /** Tells the pages that something changed. */
  changed(): void {
    this.version += 1;
    for (const stream of this.streams) stream.write(`data: ${JSON.stringify({ version: this.version })}\n\n`);
  }

  private async serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname: path, searchParams } = new URL(request.url ?? '/', 'http://host');
    if (path === '/api/events') return this.stream(response);
    if (!path.startsWith('/api/')) return servePage(path, response);
    const parts = path.slice('/api/'.length).split('/').map(decodeURIComponent);
    if (request.method !== 'POST')
      return json(response, 200, this.read(parts, Number(searchParams.get('threads'))));
    const body = JSON.parse(await textOf(request)) as unknown;
    this.requests.push({ path, body });
    await wait(this.delay);
    if (this.refusal !== undefined && !path.endsWith('/seen'))
      return json(response, 409, { error: this.refusal });
    json(response, parts.at(-1) === 'messages' ? 201 : 200, this.post(parts, body));
  }

  private read([first, , , place]: readonly string[], wanted: number): unknown {
    if (first === 'overview') return this.scene.overview;
    if (place !== undefined) {
      this.reads += 1;
      const view = this.scene.conversations.get(place);
      const threads = view?.threads.slice(-wanted) ?? [];
      return view && { ...view, threads, earlierThreads: view.threads.length - threads.length };
    }
    return [...this.scene.conversations.values()].map(({ summary }) => summary);
  }

  private post(parts: readonly string[], body: unknown): unknown {
    const [, , kind, id, , message] = parts;
    const last = parts.at(-1);
    if (last === 'actions') return this.scene.act(message ?? '', body as ActionRequest);
    if (last === 'messages') return { messageId: '9' };
    if (kind === 'dialogs' && last !== 'close') return this.scene.submit(id ?? '', body as ActionRequest);
    return {};
  }

  private stream(response: ServerResponse): void {
    response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
    response.write(': \n\n');
    this.streams.add(response);
    response.on('close', () => this.streams.delete(response));
  }
}

async function servePage(path: string, response: ServerResponse): Promise<void> {
  const file = path.startsWith('/assets/') ? path : '/index.html';
  const type = types[extname(file)] ?? 'application/octet-stream';
  const policy = "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:";
  response.writeHead(200, { 'Content-Type': type, 'Content-Security-Policy': policy });
  response.end(await readFile(join(pageDirectory, file)));
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' });
  response.end(JSON.stringify(body ?? {}));
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('utf8');
}
