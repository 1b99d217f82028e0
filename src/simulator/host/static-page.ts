import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize, sep } from 'node:path';
import { simulatorTexts } from '../../texts/simulator.de';

const htmlType = 'text/html; charset=utf-8';
const types: Readonly<Record<string, string>> = {
  '.html': htmlType,
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Only this origin's code runs; the page's component library creates styles at run time. */
const policy =
  "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; " +
  "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

/** Nothing of this name, or a name that no file can have. */
const noSuchFile = new Set(['ENOENT', 'EISDIR', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE']);

/** Serves the built page: its files, and index.html for every address the page handles itself. */
export async function servePage(folder: string, path: string, response: ServerResponse): Promise<void> {
  response.setHeader('X-Content-Type-Options', 'nosniff');
  response.setHeader('Referrer-Policy', 'no-referrer');
  const asFile = path.startsWith('/assets/') || extname(path) !== '';
  const bytes = await fileOf(folder, asFile ? path : '/index.html');
  if (bytes === undefined && asFile) {
    send(response, 404, 'text/plain; charset=utf-8', 'no-store', simulatorTexts.noSuchFile);
    return;
  }
  response.setHeader('Content-Security-Policy', policy);
  if (bytes === undefined) {
    send(response, 503, htmlType, 'no-store', simulatorTexts.pageNotBuilt);
    return;
  }
  // Vite puts a content hash into asset names.
  const caching = path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  const type = asFile ? (types[extname(path)] ?? 'application/octet-stream') : htmlType;
  send(response, 200, type, caching, bytes);
}

/** No chained calls: restify, loaded in the same process, replaces `writeHead` with one that returns nothing. */
function send(
  response: ServerResponse,
  status: number,
  type: string,
  caching: string,
  body: string | Buffer,
): void {
  response.statusCode = status;
  response.setHeader('Content-Type', type);
  response.setHeader('Cache-Control', caching);
  response.end(body);
}

async function fileOf(folder: string, path: string): Promise<Buffer | undefined> {
  const file = normalize(join(folder, path));
  if (!file.startsWith(folder + sep)) return undefined;
  try {
    return await readFile(file);
  } catch (error) {
    if (noSuchFile.has((error as NodeJS.ErrnoException).code ?? '')) return undefined;
    throw error;
  }
}
