import type { IncomingMessage } from 'node:http';

const loopback = /^(?:127(?:\.\d{1,3}){3}|localhost|\[::1\])(?::\d{1,5})?$/i;

/**
 * Whether a request may come from a foreign page. Any page can make the browser of this machine send requests to
 * loopback, where no token is asked for, and after DNS rebinding even read the answers: the Host header then names the
 * foreign host. What is no browser sends neither origin nor site.
 */
export function isForeign({ headers }: Pick<IncomingMessage, 'headers'>): boolean {
  const { host = '', origin } = headers;
  const site = headers['sec-fetch-site'] ?? 'none';
  const isOwnOrigin = origin === undefined || origin === `http://${host}`;
  return !loopback.test(host) || !isOwnOrigin || (site !== 'same-origin' && site !== 'none');
}
