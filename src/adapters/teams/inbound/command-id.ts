import { createHash } from 'node:crypto';

/** The same press of the same person on the same state is the same command, however often it is delivered. */
export function commandIdOf(...parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}
