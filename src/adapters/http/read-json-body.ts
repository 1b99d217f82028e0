import type { IncomingMessage } from 'node:http';

/** A request's body, or why it is refused: an HTTP status and a sentence that quotes nothing of the content. */
export type JsonBody =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly refusal: HttpRefusal };

export interface HttpRefusal {
  readonly status: 400 | 408 | 413 | 415;
  readonly code: string;
  readonly message: string;
}

/**
 * Reads a JSON body of at most `limit` bytes. Compressed bodies are refused, as their size shows only after unpacking.
 * Anything beyond the limit is discarded.
 */
export async function readJsonBody(request: IncomingMessage, limit: number): Promise<JsonBody> {
  if (!isJson(request.headers['content-type']))
    return refuse(415, 'UnsupportedMediaType', 'The body must be application/json.');
  const encoding = request.headers['content-encoding'];
  if (encoding !== undefined && encoding !== 'identity')
    return refuse(415, 'UnsupportedEncoding', 'The body must not be compressed.');
  const chunks: Buffer[] = [];
  let size = Number(request.headers['content-length'] ?? 0);
  if (size > limit) return tooLarge(limit);
  size = 0;
  try {
    for await (const chunk of request as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > limit) return tooLarge(limit);
      chunks.push(chunk);
    }
  } catch {
    return refuse(400, 'Interrupted', 'The body ended early.');
  }
  try {
    return { ok: true, value: JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown };
  } catch {
    return refuse(400, 'InvalidJson', 'The body is not valid JSON.');
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
