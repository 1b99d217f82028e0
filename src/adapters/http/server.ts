import type { Server as NodeServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createServer, type Request, type Response, type Server, type ServerOptions } from 'restify';
import { type Logger, withLogContext } from '../logging';
import { type IncomingActivity, readActivity } from './activity-shape';
import { followConnections, keepIdleConnections } from './connections';
import { BodyRoom, type HttpLimits, limitArrivals, Pipelines, standardLimits } from './limits';
import { isForeign } from './local-callers';
import { readJsonBody } from './read-json-body';
import { requestIdOf } from './request-id';

export interface HttpServerOptions {
  readonly port: number;
  /** Without an app id no token is asked for, so only this machine may speak to the bot. */
  readonly appId: string | undefined;
  /** Where to listen with an app id; defaults to every address. */
  readonly host?: string;
  /**
   * Looks at the token before anything of the body is read; resolves to what a caller is answered who is not listened
   * to. Default is to listen to everybody.
   */
  readonly checkToken?: (authorization: string) => Promise<HttpAnswer | undefined>;
  /** Checks the token and runs the bot; returns the client's answer. */
  readonly receiveActivity: (authorization: string, activity: IncomingActivity) => Promise<HttpAnswer>;
  /** What runs: the version of the software, and of the stored form that it reads and writes. */
  readonly versions: { readonly software: string; readonly schema: number };
  /** Resolves to why the bot cannot serve, or to undefined if it can. */
  readonly notReady: () => Promise<string | undefined>;
  /** The metrics of the running bot. */
  readonly metrics: () => Promise<{ readonly contentType: string; readonly text: string }>;
  readonly logger: Logger;
  readonly newRequestId: () => string;
  /** What is left out is as usual. */
  readonly limits?: Partial<HttpLimits>;
}

export interface HttpAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** The body is text of this type; without it, JSON. */
  readonly contentType?: string;
  /** Seconds after which the client may ask again. */
  readonly retryAfter?: number;
}

export interface HttpServer {
  /** Resolves to the port in use. */
  start(): Promise<number>;
  /** Accepts nothing new, waits at most `graceMilliseconds` for what is under way, then cuts off the rest. */
  stop(graceMilliseconds: number): Promise<void>;
  /** How many connections are open, in any state. */
  openConnections(): Promise<number>;
}

/** The bot's endpoint and its health checks; transport only. */
export function createHttpServer(options: HttpServerOptions): HttpServer {
  const { logger } = options;
  const [notReady, metrics] = [shared(options.notReady), shared(options.metrics)];
  const limits = { ...standardLimits, ...options.limits };
  const room = new BodyRoom(limits.bodies);
  let stopping = false;
  const server = createServer({ name: 'software-pflege-bot', log: silent(logger) });
  const node = nodeServerOf(server);
  keepIdleConnections(node);
  limitArrivals(node, limits);
  const connections = followConnections(node);
  const pipelines = new Pipelines(limits.pipelined);
  server.pre((request, response, next) => next(pipelines.admit(request, response) ? undefined : false));
  refuseUpgrades(server, node);
  if (options.appId === undefined) refuseForeignPages(server);

  server.on(
    'restifyError',
    (_request: Request, _response: Response, error: RestifyError, done: () => void) => {
      const status = error.statusCode ?? 500;
      if (status >= 500) logger.error({ err: error }, 'request failed');
      error.toJSON = () => ({ code: status === 404 ? 'NotFound' : 'Refused', message: `HTTP ${status}` });
      done();
    },
  );

  // restify recognises asynchronous handlers by their declaration, so each one is declared `async`.
  server.post('/api/messages', async (request, response) => {
    await answer(request, response, '/api/messages', async () => {
      const authorization = request.headers.authorization ?? '';
      const refusal = await options.checkToken?.(authorization);
      if (refusal !== undefined) {
        // What a stranger sends besides is not waited for.
        response.setHeader('Connection', 'close');
        return refusal;
      }
      const body = await readJsonBody(request, limits.body, room);
      if (!body.ok) {
        const { status, code, message } = body.refusal;
        // Do not wait for the rest of a body that is too large or has no room.
        if (status === 413 || status === 503) response.setHeader('Connection', 'close');
        return { status, body: { code, message } };
      }
      const reading = readActivity(body.value);
      if ('wrong' in reading) {
        const message = `Missing or wrong in the activity: ${reading.wrong.join(', ')}`;
        return { status: 400, body: { code: 'MalformedActivity', message } };
      }
      return options.receiveActivity(authorization, reading.activity);
    });
  });

  server.get('/healthz', async (request, response) => {
    const { software, schema } = options.versions;
    const body = { status: 'up', version: software, schemaVersion: schema };
    await answer(request, response, '/healthz', () => Promise.resolve({ status: 200, body }));
  });

  server.get('/readyz', async (request, response) => {
    await answer(request, response, '/readyz', async () => {
      const reason = stopping ? 'stopping' : await notReady();
      return reason === undefined
        ? { status: 200, body: { status: 'ready' } }
        : { status: 503, body: { status: 'not ready', reason } };
    });
  });

  server.get('/metrics', async (request, response) => {
    await answer(request, response, '/metrics', async () => {
      const { contentType, text } = await metrics();
      return { status: 200, body: text, contentType };
    });
  });

  /** The one place where requests are answered; error details go only to the log. */
  async function answer(
    request: Request,
    response: Response,
    route: string,
    work: () => Promise<HttpAnswer>,
  ): Promise<void> {
    const requestId = requestIdOf(request.headers['x-request-id'], options.newRequestId);
    const began = performance.now();
    await withLogContext({ requestId }, async () => {
      const answered = await work().catch((error: unknown) => {
        logger.error({ err: error }, 'request failed');
        return internalError;
      });
      response.setHeader('X-Request-Id', requestId);
      if (stopping) response.setHeader('Connection', 'close');
      send(response, answered);
      const { status } = answered;
      const duration = Math.round(performance.now() - began);
      const level = status >= 500 ? 'warn' : route === '/api/messages' ? 'info' : 'debug';
      logger[level]({ route, status, duration }, 'answered');
    });
  }

  return {
    start: () =>
      new Promise((resolve, reject) => {
        // restify passes on the underlying server's errors as its own.
        server.once('error', reject);
        const host = options.appId === undefined ? '127.0.0.1' : options.host;
        const listening = () => {
          server.off('error', reject);
          server.on('error', (error: Error) => logger.error({ err: error }, 'server failed'));
          resolve((node.address() as AddressInfo).port);
        };
        if (host === undefined) node.listen(options.port, listening);
        else node.listen(options.port, host, listening);
      }),
    async stop(graceMilliseconds) {
      stopping = true;
      await connections.end(graceMilliseconds);
    },
    openConnections: () => connections.count(),
  };
}

/** Whoever asks while the work is under way gets its result: anybody may ask, and the store is asked once. */
function shared<Result>(work: () => Promise<Result>): () => Promise<Result> {
  let underWay: Promise<Result> | undefined;
  return () => {
    underWay ??= work().finally(() => {
      underWay = undefined;
    });
    return underWay;
  };
}

const internalError: HttpAnswer = {
  status: 500,
  body: { code: 'InternalError', message: 'The request could not be carried out.' },
};

type RestifyError = Error & { readonly statusCode?: number; toJSON?: () => unknown };

function send(response: Response, { status, body, contentType, retryAfter }: HttpAnswer): void {
  if (response.headersSent || response.destroyed) return;
  response.statusCode = status;
  if (retryAfter !== undefined) response.setHeader('Retry-After', String(retryAfter));
  if (body === undefined) {
    response.end();
    return;
  }
  response.setHeader('Content-Type', contentType ?? 'application/json; charset=utf-8');
  response.end(contentType === undefined ? JSON.stringify(body) : body);
}

/**
 * Answers a request for another protocol (`Upgrade`) in HTTP/1.1, as HTTP allows. restify listens for upgrades, so Node
 * hands over the socket, and nobody reads, answers or closes it; without a listener Node treats it as an ordinary
 * request. Node leaves anything received after it unread, so the connection cannot be reused.
 */
function refuseUpgrades(server: Server, node: NodeServer): void {
  node.removeAllListeners('upgrade');
  server.pre((request, response, next) => {
    if (request.headers.upgrade !== undefined) response.setHeader('Connection', 'close');
    next();
  });
}

/** Without a token, that a request comes from this machine must not only be because a browser on it sent it. */
function refuseForeignPages(server: Server): void {
  server.pre((request, response, next) => {
    if (!isForeign(request)) return next();
    response.setHeader('Connection', 'close');
    const message =
      'Without an app id the bot answers to programs of this machine alone, under its own name.';
    send(response, { status: 403, body: { code: 'Foreign', message } });
    next(false);
  });
}

/** restify has its own logger, which would log what ours leaves out. */
function silent(logger: Logger): NonNullable<ServerOptions['log']> {
  return logger.child({}, { level: 'silent' }) as unknown as NonNullable<ServerOptions['log']>;
}

/** The underlying server, which restify's types do not mention. */
function nodeServerOf(server: Server): NodeServer {
  return (server as Server & { readonly server: NodeServer }).server;
}
