import type { Server } from 'node:http';

/** Longer than any browser keeps an idle connection (Chromium 300 s, Firefox 115 s); milliseconds. */
const keptIdle = 330_000;
/** What clients are told of it, seconds: the bot's would otherwise close at the same moment, and still send now and then. */
const toldIdle = 310;

/** Whoever sends closes an idle connection first. At Node's 5 s, requests after a short silence met one that was being closed. */
export function keepIdleConnections(server: Server): void {
  server.keepAliveTimeout = keptIdle;
  server.prependListener('request', (_request, response) => {
    response.setHeader('Keep-Alive', `timeout=${toldIdle}`);
  });
}
