import { crc32 } from 'node:zlib';

/** Something stored is not as it was written. */
export class DamagedEntry extends Error {
  override readonly name = 'DamagedEntry';
}

const sumBytes = 4;

/** BSON, which begins with its own length, followed by its checksum. */
export function sealed(bson: Uint8Array): Buffer {
  const bytes = Buffer.allocUnsafe(bson.length + sumBytes);
  bytes.set(bson);
  bytes.writeUInt32LE(crc32(bson), bson.length);
  return bytes;
}

/** The BSON of a sealed entry. What an earlier version stored has no checksum yet. Throws DamagedEntry. */
export function unsealed(bytes: Buffer): Buffer {
  const length = bytes.length >= 5 ? bytes.readInt32LE(0) : -1;
  if (length === bytes.length) return bytes;
  const bson = bytes.subarray(0, Math.max(length, 0));
  if (bytes.length !== length + sumBytes || bytes.readUInt32LE(length) !== crc32(bson))
    throw new DamagedEntry('something stored is not as it was written');
  return bson;
}
