import { request as httpRequest } from 'node:http';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { HttpAnswer, HttpServer, HttpServerOptions } from '../../../src/adapters/http/server';
import { createLogger } from '../../../src/adapters/logging';
import { httpServerWith } from './http-server';

const activity = {
  type: 'message',
  serviceUrl: 'http://127.0.0.1:1/',
  conversation: { id: 'a:1' },
  from: { id: '29:1', name: 'Canary Person' },
  text: 'canary text',
};

describe('the HTTP server', () => {
  let server: HttpServer;
  let written: string;
  let base: string;

  async function start(options: Partial<HttpServerOptions> = {}): Promise<void> {
    written = '';
    server = httpServerWith({
      logger: createLogger({ level: 'debug', stream: { write: (line) => void (written += line) } }),
      receiveActivity: () => Promise.resolve({ status: 200, body: { ok: true } }),
      ...options,
    });
    base = `http://127.0.0.1:${await server.start()}`;
  }

  const post = (body: string, headers: Record<string, string> = {}) =>
    fetch(`${base}/api/messages`, {
      method: 'POST',
      body,
      headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
    });

  afterEach(async () => {
    await server.stop(0);
  });

  it('passes a well-formed activity on and answers what comes back', async () => {
    await start();
    const answer = await post(JSON.stringify(activity));
    expect(answer.status).toBe(200);
    expect(await answer.json()).toEqual({ ok: true });
  });

  it.each([
    { what: 'another content type', status: 415, body: 'a=1', headers: { 'Content-Type': 'text/plain' } },
    { what: 'a compressed body', status: 415, body: '{}', headers: { 'Content-Encoding': 'gzip' } },
    { what: 'invalid JSON', status: 400, body: '{"type":', headers: {} },
    { what: 'no object', status: 400, body: '[1]', headers: {} },
    { what: 'null', status: 400, body: 'null', headers: {} },
    { what: 'an empty body', status: 400, body: '', headers: {} },
    { what: 'a body over the limit', status: 413, body: `"${'x'.repeat(300 * 1024)}"`, headers: {} },
  ])('answers $status to $what, without echoing it', async ({ status, body, headers }) => {
    await start();
    const answer = await post(body, headers);
    expect(answer.status).toBe(status);
    expect(Object.keys((await answer.json()) as object)).toEqual(['code', 'message']);
  });

  it.each(['type', 'serviceUrl', 'conversation', 'from'] as const)(
    'answers 400 to an activity without %s and names the field',
    async (field) => {
      await start();
      const answer = await post(JSON.stringify({ ...activity, [field]: undefined }));
      expect(answer.status).toBe(400);
      expect(await answer.text()).toContain(field);
    },
  );

  it('answers 404 to unknown paths and 405 to unknown methods as JSON', async () => {
    await start();
    expect((await fetch(`${base}/elsewhere`)).status).toBe(404);
    const answer = await fetch(`${base}/api/messages`);
    expect(answer.status).toBe(405);
    expect(await answer.json()).toEqual({ code: 'Refused', message: 'HTTP 405' });
  });

  it('keeps stack traces and messages inside when the bot fails', async () => {
    await start({ receiveActivity: () => Promise.reject(new Error('canary secret')) });
    const answer = await post(JSON.stringify(activity));
    expect(answer.status).toBe(500);
    const text = await answer.text();
    expect(text).not.toContain('canary');
    expect(text).not.toContain('at ');
    expect(written).toContain('request failed');
    expect(written).not.toContain('canary');
  });

  it('logs route, status, duration and request id, and nothing of the content', async () => {
    await start();
    const answer = await post(JSON.stringify(activity), { 'X-Request-Id': 'from-outside-1' });
    expect(answer.headers.get('X-Request-Id')).toBe('from-outside-1');
    const line = JSON.parse(written.trim()) as Record<string, unknown>;
    expect(line).toMatchObject({ requestId: 'from-outside-1', route: '/api/messages', status: 200 });
    expect(typeof line['duration']).toBe('number');
    expect(written.toLowerCase()).not.toContain('canary');
  });

  it('makes a request id where the one given could not stand in a log line', async () => {
    await start();
    const answer = await post(JSON.stringify(activity), { 'X-Request-Id': 'a b"; drop' });
    expect(answer.headers.get('X-Request-Id')).toBe('generated-id');
  });

  it('is up, and ready only while the store is', async () => {
    let reason: string | undefined = 'store unreachable';
    await start({ notReady: () => Promise.resolve(reason) });
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    const notReady = await fetch(`${base}/readyz`);
    expect(notReady.status).toBe(503);
    expect(await notReady.json()).toEqual({ status: 'not ready', reason: 'store unreachable' });
    reason = undefined;
    expect((await fetch(`${base}/readyz`)).status).toBe(200);
  });

  it('asks the store once for all who ask at the same time whether it is ready, or for metrics', async () => {
    const asked = { ready: 0, metrics: 0 };
    let begun = 0;
    let answerAll = (): void => undefined;
    const allAsked = new Promise<void>((resolve) => (answerAll = resolve));
    await start({
      newRequestId: () => `request-${(begun += 1)}`,
      notReady: () => {
        asked.ready += 1;
        return allAsked.then(() => undefined);
      },
      metrics: () => {
        asked.metrics += 1;
        return allAsked.then(() => ({ contentType: 'text/plain', text: 'deliveries_due 0' }));
      },
    });
    const questions = ['/readyz', '/metrics'].flatMap((path) => [1, 2, 3].map(() => fetch(base + path)));
    while (begun < questions.length) await nextTurn();
    answerAll();
    expect((await Promise.all(questions)).map(({ status }) => status)).toEqual(Array(6).fill(200));
    expect(asked).toEqual({ ready: 1, metrics: 1 });
    await fetch(`${base}/readyz`);
    expect(asked.ready).toBe(2);
  });

  it('gives what is measured as text', async () => {
    await start();
    const answer = await fetch(`${base}/metrics`);
    expect(answer.headers.get('Content-Type')).toBe('text/plain; version=0.0.4');
    expect(await answer.text()).toBe('deliveries_due 0');
  });

  it('finishes what is under way when it stops, and takes up nothing new', async () => {
    let finish: (answer: HttpAnswer) => void = () => undefined;
    let arrived: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (arrived = resolve));
    await start({
      receiveActivity: () => {
        arrived();
        return new Promise((resolve) => (finish = resolve));
      },
    });
    const answer = post(JSON.stringify(activity));
    await underWay;
    const stopped = server.stop(60_000);
    await expect(fetch(`${base}/healthz`)).rejects.toThrow();
    finish({ status: 200, body: { done: true } });
    expect(await (await answer).json()).toEqual({ done: true });
    await stopped;
  });

  it('cuts off what does not end within the grace', async () => {
    let arrived: () => void = () => undefined;
    const underWay = new Promise<void>((resolve) => (arrived = resolve));
    await start({
      receiveActivity: () => {
        arrived();
        return new Promise(() => undefined);
      },
    });
    const outcome = post(JSON.stringify(activity)).then(
      () => 'answered',
      () => 'cut off',
    );
    await underWay;
    await server.stop(0);
    expect(await outcome).toBe('cut off');
  });

  it('says so when its port is taken', async () => {
    await start();
    const taken = httpServerWith({ port: Number(new URL(base).port) });
    await expect(taken.start()).rejects.toMatchObject({ code: 'EADDRINUSE', syscall: 'listen' });
  });

  it('listens on this machine only without an app id, whatever host is asked for', async () => {
    await start({ host: '0.0.0.0' });
    const port = Number(new URL(base).port);
    // Every address of 127/8 is this machine; one bound to all addresses would answer on 127.0.0.2 too.
    const refused = await new Promise<string | undefined>((resolve) => {
      const request = httpRequest({ host: '127.0.0.2', port, path: '/healthz' }, () => resolve(undefined));
      request.on('error', (error: NodeJS.ErrnoException) => resolve(error.code));
      request.end();
    });
    expect(refused).toBe('ECONNREFUSED');
  });
});
