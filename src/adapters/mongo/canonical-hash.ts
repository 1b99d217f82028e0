import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** SHA-256, in hexadecimal digits, over the canonical JSON (RFC 8785), which does not depend on the order in which a store keeps fields. */
export function canonicalHash(value: object): string {
  const text = canonicalize(value);
  if (text === undefined) throw new Error('what is hashed has a JSON form');
  return createHash('sha256').update(text, 'utf8').digest('hex');
}
