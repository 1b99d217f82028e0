import { type Document, serialize } from 'bson';
import { readDocument } from './storage';

export const maxMessage = 48_000_000;
/** The header of a message; bytes. */
const headerBytes = 16;
const opcode = { reply: 1, query: 2004, message: 2013 };
const flag = { checksumPresent: 1, moreToCome: 2 };

export interface Request {
  readonly requestId: number;
  readonly body: Document;
  /** Whether the sender waits for a reply; false with `w: 0`. */
  readonly answered: boolean;
  /** True for a driver's greeting, sent in the protocol that preceded OP_MSG. */
  readonly legacy: boolean;
}

/** Splits a stream into messages; throws on an impossible length, or one beyond what is allowed just now. */
export class MessageReader {
  private chunks: Buffer[] = [];
  private length = 0;

  constructor(private readonly limit: () => number = () => maxMessage) {}

  *push(chunk: Buffer): Generator<Buffer> {
    this.chunks.push(chunk);
    this.length += chunk.length;
    while (this.length >= 4) {
      if ((this.chunks[0]?.length ?? 0) < 4) this.chunks = [Buffer.concat(this.chunks)];
      const size = this.chunks[0]?.readInt32LE(0) ?? 0;
      if (size < headerBytes || size > this.limit()) throw new RangeError(`message of ${size} bytes`);
      if (this.length < size) return;
      const all = Buffer.concat(this.chunks);
      this.chunks = [all.subarray(size)];
      this.length -= size;
      yield all.subarray(0, size);
    }
  }
}

function documentAt(message: Buffer, at: number, end: number): Buffer {
  const size = at + 4 <= end ? message.readInt32LE(at) : 0;
  if (size < 5 || at + size > end) throw new RangeError('document outside of its message');
  return message.subarray(at, at + size);
}

function textEnd(message: Buffer, at: number): number {
  const end = message.indexOf(0, at);
  if (end < 0) throw new RangeError('text without an end');
  return end;
}

/** Decodes one message into a command; a document section becomes the array field it stands for. Throws on malformed bytes. */
export function decodeRequest(message: Buffer): Request {
  const code = message.readInt32LE(12);
  if (code === opcode.query) return decodeLegacy(message);
  if (code !== opcode.message) throw new RangeError(`unsupported opcode ${code}`);
  return decodeSections(message);
}

function decodeLegacy(message: Buffer): Request {
  const at = textEnd(message, 20) + 9;
  const bytes = documentAt(message, at, message.length);
  if (at + bytes.length !== message.length) throw new RangeError('bytes after the query');
  return { requestId: message.readInt32LE(4), body: readDocument(bytes), answered: true, legacy: true };
}

/** The array of documents that a section of kind 1 stands for. */
function sequenceAt(
  message: Buffer,
  at: number,
  end: number,
): { readonly name: string; readonly documents: Document[]; readonly end: number } {
  const sectionEnd = at + (at + 4 <= end ? message.readInt32LE(at) : 0);
  const nameEnd = textEnd(message, at + 4);
  // The length counts itself and the name: a smaller one would lead back.
  if (sectionEnd <= nameEnd || sectionEnd > end) throw new RangeError('section outside of its message');
  const documents: Document[] = [];
  for (let next = nameEnd + 1; next < sectionEnd;) {
    const bytes = documentAt(message, next, sectionEnd);
    documents.push(readDocument(bytes));
    next += bytes.length;
  }
  return { name: message.toString('utf8', at + 4, nameEnd), documents, end: sectionEnd };
}

function decodeSections(message: Buffer): Request {
  const flags = message.readUInt32LE(16);
  if ((flags & 0xffff & ~(flag.checksumPresent | flag.moreToCome)) !== 0)
    throw new RangeError(`unsupported flags ${flags}`);
  const end = message.length - (flags & flag.checksumPresent ? 4 : 0);
  let body: Document | undefined;
  const sequences = new Map<string, Document[]>();
  for (let at = 20; at < end;) {
    const kind = message[at];
    at += 1;
    if (kind === 0) {
      if (body !== undefined) throw new RangeError('a second body');
      const bytes = documentAt(message, at, end);
      body = readDocument(bytes);
      at += bytes.length;
    } else if (kind === 1) {
      const sequence = sequenceAt(message, at, end);
      if (sequences.has(sequence.name)) throw new RangeError('a second section of the same name');
      sequences.set(sequence.name, sequence.documents);
      at = sequence.end;
    } else {
      throw new RangeError(`unsupported section kind ${kind}`);
    }
  }
  if (body === undefined) throw new RangeError('a message without a body');
  return {
    requestId: message.readInt32LE(4),
    body: { ...body, ...Object.fromEntries(sequences) },
    answered: (flags & flag.moreToCome) === 0,
    legacy: false,
  };
}

/** Documents already in BSON, for a reply that takes them as they are. */
export class Batch {
  constructor(
    readonly name: 'firstBatch' | 'nextBatch',
    readonly documents: readonly Uint8Array[],
    readonly rest: Document,
  ) {}
}

/** A BSON document of one field of the given type and value, followed by the fields of `rest`. */
function withField(type: number, name: string, value: readonly Uint8Array[], rest: Document): Buffer {
  const parts = [
    Buffer.from(`\0\0\0\0${String.fromCharCode(type)}${name}\0`, 'latin1'),
    ...value,
    serialize(rest).subarray(4),
  ];
  const bytes = Buffer.concat(parts);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

function arrayOf(documents: readonly Uint8Array[]): Buffer {
  const parts = documents.flatMap((document, at) => [Buffer.from(`\x03${at}\0`, 'latin1'), document]);
  const bytes = Buffer.concat([Buffer.alloc(4), ...parts, Buffer.alloc(1)]);
  bytes.writeInt32LE(bytes.length, 0);
  return bytes;
}

function replyBody(reply: Document): Uint8Array {
  const { cursor, ...rest } = reply as { readonly cursor?: unknown };
  if (!(cursor instanceof Batch)) return serialize(reply, { ignoreUndefined: true });
  return withField(3, 'cursor', [withField(4, cursor.name, [arrayOf(cursor.documents)], cursor.rest)], rest);
}

/** The reply as a message, in the protocol of its request. */
export function encodeReply({ requestId, legacy }: Request, reply: Document): Buffer {
  const body = replyBody(reply);
  const header = Buffer.alloc(legacy ? 36 : 21);
  header.writeInt32LE(header.length + body.length, 0);
  header.writeInt32LE(requestId, 8);
  header.writeInt32LE(legacy ? opcode.reply : opcode.message, 12);
  if (legacy) header.writeInt32LE(1, 32);
  return Buffer.concat([header, body]);
}
