import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Answer } from './activity-handlers';
import type { Fault } from './faults';
import { TeamsRefusal } from './refusals';
import { answerRest } from './rest-routes';
import type { ServerState } from './server-state';

/** Far above what Teams accepts, so that an oversized activity is refused by its own rule and not by the transport. */
const maxBody = 5 * 1024 * 1024;

export interface RestServerSettings {
  readonly state: ServerState;
  /** Whether a bearer token is valid; undefined lets everybody in. */
  readonly acceptsToken: ((token: string) => boolean) | undefined;
  /** Called around each request, so that others can wait for all of them to end. */
  onBegin(): void;
  onEnd(): void;
  /** The path prefix when the API is part of a larger server: "/_connector". */
  readonly prefix: string;
  /** Awaited before each answer: what was carried out is persisted by then. */
  kept(): Promise<void>;
}

/** Handles one request of the Bot Connector's REST API. */
export type RestHandler = (request: IncomingMessage, response: ServerResponse) => void;

/** The HTTP side of the Bot Connector: reads the request, applies faults, answers and records. */
export function restHandler(settings: RestServerSettings): RestHandler {
  return (request, response) => {
    settings.onBegin();
    void serve(settings, request, response)
      .catch((error: unknown) => send(response, simulatorError(error), undefined))
      .finally(() => settings.onEnd());
  };
}

async function serve(
  settings: RestServerSettings,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { state } = settings;
  const method = request.method ?? 'GET';
  // Joined, and not resolved: a path that begins with two slashes would name another host, or none.
  const address = `http://127.0.0.1${(request.url ?? '/').slice(settings.prefix.length)}`;
  if (!URL.canParse(address)) {
    send(response, { status: 400, body: { error: { code: 'BadSyntax', message: 'no path' } } }, undefined);
    return;
  }
  const url = new URL(address);
  const path = decodeSafely(url.pathname);
  const raw = await readBody(request);
  const body = parseBody(raw);
  const hit = state.faults.next(method, path);
  const entry = { kind: 'request' as const, method, path, body };

  if (hit && !carriesOut(hit.fault)) {
    const status = hit.fault.kind === 'status' ? hit.fault.status : undefined;
    state.record.add({
      ...entry,
      at: state.now(),
      status,
      answer: undefined,
      fault: hit.fault.kind,
      carriedOut: false,
    });
    if (hit.fault.kind === 'reset') request.socket.resetAndDestroy();
    if (hit.fault.kind === 'silence') await closed(request);
    if (hit.fault.kind === 'status') fail(response, hit.fault);
    return;
  }

  const { answer: carriedOut, refused } = carryOut(settings, request, url, method, body);
  const answer =
    hit?.fault.kind === 'other-answer'
      ? { ...carriedOut, body: hit.fault.alter(carriedOut.body) }
      : carriedOut;
  await settings.kept();
  const lost = hit?.fault.kind === 'lost-answer';
  state.record.add({
    ...entry,
    at: state.now(),
    status: lost ? undefined : answer.status,
    answer: answer.body,
    carriedOut: refused === undefined,
    ...(refused ? { refusal: refused.refusal } : {}),
    ...(hit ? { fault: hit.fault.kind } : {}),
  });
  if (lost) {
    request.socket.destroy();
    return;
  }
  if (hit?.fault.kind === 'hold') await Promise.race([hit.held(), closed(request)]);
  if (hit?.fault.kind === 'delay') await delay(hit.fault.milliseconds);
  send(response, answer, refused?.retryAfterSeconds);
}

function carryOut(
  settings: RestServerSettings,
  request: IncomingMessage,
  url: URL,
  method: string,
  body: unknown,
): { readonly answer: Answer; readonly refused: TeamsRefusal | undefined } {
  try {
    checkToken(settings, request.headers.authorization);
    const segments = url.pathname
      .replace(/^\/+|(?<!\/)\/+$/g, '')
      .split('/')
      .map(decodeSafely);
    const answer = answerRest(settings.state, { method, segments, query: url.searchParams, body });
    return { answer, refused: undefined };
  } catch (error) {
    if (error instanceof TeamsRefusal) {
      return { answer: { status: error.status, body: error.body }, refused: error };
    }
    return { answer: simulatorError(error), refused: undefined };
  }
}

/** A bug in the simulator, an inconsistent world or a full disk: loudly, so that a test fails and the log has the reason. */
function simulatorError(error: unknown): Answer {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return { status: 500, body: { error: { code: 'SimulatorError', message } } };
}

function checkToken(settings: RestServerSettings, header: string | undefined): void {
  if (!settings.acceptsToken) return;
  const token = /^Bearer (.+)$/.exec(header ?? '')?.[1];
  if (token === undefined || !settings.acceptsToken(token)) {
    throw new TeamsRefusal('no-token', 'Authorization has been denied for this request.');
  }
}

function carriesOut(fault: Fault): boolean {
  return fault.kind !== 'status' && fault.kind !== 'reset' && fault.kind !== 'silence';
}

function fail(response: ServerResponse, fault: Fault & { readonly kind: 'status' }): void {
  send(
    response,
    { status: fault.status, body: { error: { code: 'ServiceError', message: `injected ${fault.status}` } } },
    fault.retryAfterHeader ?? fault.retryAfterSeconds,
  );
}

function send(response: ServerResponse, answer: Answer, retryAfter: number | string | undefined): void {
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  response.statusCode = answer.status;
  if (answer.body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', 'application/json; charset=utf-8');
  response.end(JSON.stringify(answer.body));
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length;
      if (size <= maxBody) chunks.push(chunk as Buffer);
    }
  } catch {
    // The bot aborted its own request; there is nobody to answer.
  }
  return Buffer.concat(chunks).toString('utf8');
}

function parseBody(raw: string): unknown {
  try {
    return raw === '' ? undefined : (JSON.parse(raw) as unknown);
  } catch {
    return raw;
  }
}

function decodeSafely(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function closed(request: IncomingMessage): Promise<void> {
  return new Promise((resolve) => {
    if (request.socket.destroyed) resolve();
    else request.socket.once('close', () => resolve());
  });
}

function delay(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
