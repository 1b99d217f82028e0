import type { IncomingMessage } from 'node:http';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';

/** Names by which a browser on this machine reaches the loopback address. */
const loopbackNames = ['127.0.0.1', 'localhost'];

/**
 * Refuses what a foreign page may have sent. Any page can make the browser send requests to 127.0.0.1, and after DNS
 * rebinding even read the answers; the Host header then names the foreign host.
 */
export function checkHost(request: IncomingMessage, port: number): void {
  const hosts = loopbackNames.map((name) => `${name}:${port}`);
  if (!hosts.includes(request.headers.host ?? '')) throw new ApiRefusal(403, simulatorTexts.foreignHost);
}

/**
 * Refuses a request with an effect that comes from another origin. Browsers send the origin with every POST; a client
 * that sends none is not a browser.
 */
export function checkOrigin(request: IncomingMessage): void {
  const { origin, host } = request.headers;
  const site = request.headers['sec-fetch-site'];
  const foreign =
    (origin !== undefined && origin !== `http://${host ?? ''}`) ||
    (site !== undefined && site !== 'same-origin' && site !== 'none');
  if (foreign) throw new ApiRefusal(403, simulatorTexts.foreignOrigin);
}

/** A form on a foreign page can send text and form data without a preflight, but not JSON. */
export function checkJson(request: IncomingMessage): void {
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json') throw new ApiRefusal(415, simulatorTexts.jsonOnly);
}
