import type { IncomingMessage } from 'node:http';
import type { BodyRoom } from './limits';

/** A request's body, or why it is refused: an HTTP status and a sentence that quotes nothing of the content. */
export type JsonBody =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: HttpRefusal };

export interface HttpRefusal {
  readonly status: 400 | 413 | 415 | 503;
  readonly code: string;
  readonly message: string;
}

/** So many pieces are joined to one: each costs more than its bytes, and a body may come byte by byte. */
const maxPieces = 64;

/**
 * Reads a JSON body of at most `limit` bytes, as long as there is room for it. Compressed bodies are refused, as their
 * size shows only after unpacking. Anything beyond the limit is discarded.
 */
export async function readJsonBody(
  request: IncomingMessage,
  limit: number,
  room: BodyRoom,
): Promise<JsonBody> {
  if (!isJson(request.headers['content-type']))
    return refuse(415, 'UnsupportedMediaType', 'The body must be application/json.');
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return refuse(415, 'UnsupportedEncoding', 'The body must not be compressed.');
  if (Number(request.headers['content-length'] ?? 0) > limit) return tooLarge(limit);
  const body = await receive(request, limit, room);
  if (!Buffer.isBuffer(body)) return body;
  try {
    return { ok: true, value: JSON.parse(body.toString('utf8')) as unknown };
  } catch {
    return refuse(400, 'InvalidJson', 'The body is not valid JSON.');
  }
}

async function receive(request: IncomingMessage, limit: number, room: BodyRoom): Promise<Buffer | JsonBody> {
  let pieces: Buffer[] = [];
  let size = 0;
  try {
    for await (const piece of request as AsyncIterable<Buffer>) {
      if (size + piece.length > limit) return tooLarge(limit);
      if (!room.take(piece.length)) return refuse(503, 'Busy', 'Too much is arriving at the moment.');
      size += piece.length;
      pieces.push(piece);
      if (pieces.length >= maxPieces) pieces = [Buffer.concat(pieces)];
    }
    return Buffer.concat(pieces);
  } catch {
    return refuse(400, 'Interrupted', 'The body ended early.');
  } finally {
    room.give(size);
  }
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(contentType ?? '');
}

function tooLarge(limit: number): JsonBody {
  return refuse(413, 'TooLarge', `The body must not exceed ${limit} bytes.`);
}

function refuse(status: HttpRefusal['status'], code: string, message: string): JsonBody {
  return { ok: false, refusal: { status, code, message } };
}
