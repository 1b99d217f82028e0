import type { IncomingMessage } from 'node:http';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';

/** Names under which a browser of this machine reaches the loopback address. */
const loopbackNames = ['127.0.0.1', 'localhost'];

/**
 * Refuses what a page of somebody else may have sent. Any page in the browser can make it send requests to 127.0.0.1, and
 * after DNS rebinding even read the answers; then the Host header names the foreign host.
 */
export function checkHost(request: IncomingMessage, port: number): void {
  const hosts = loopbackNames.map((name) => `${name}:${port}`);
  if (!hosts.includes(request.headers.host ?? '')) throw new ApiRefusal(403, simulatorTexts.foreignHost);
}

/**
 * Refuses a request with an effect that comes from another origin. Browsers name the origin with every POST; a client
 * that names none is no browser.
 */
export function checkOrigin(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign =
    (origin !== undefined && origin !== `http://${host ?? ''}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (foreign) throw new ApiRefusal(403, simulatorTexts.foreignOrigin);
}

/** A form of a foreign page can send text and form data without asking first, but not JSON. */
export function checkJson(request: IncomingMessage): void {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new ApiRefusal(415, simulatorTexts.jsonOnly);
}
