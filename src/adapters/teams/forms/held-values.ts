import { deflateRawSync, inflateRawSync } from 'node:zlib';
import { z } from 'zod';
import type { FieldValues } from './form-definition';

const fields = z.record(z.string(), z.unknown());

/** Far above what the fields of a form can hold; anything bigger is not from here. */
const maxBytes = 64_000;

/**
 * The values of a form as its check page carries them. Two buttons carry them beside the texts that are shown, and JSON
 * within JSON doubles every quotation mark: packed, the longest texts still leave room in a card.
 */
export function packValues(values: FieldValues): string {
  return deflateRawSync(Buffer.from(JSON.stringify(values), 'utf16le')).toString('base64url');
}

/** What was packed, or undefined for anything else: cards are untrusted, and every field is checked again. */
export function unpackValues(packed: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const unpacked = inflateRawSync(Buffer.from(packed, 'base64url'), { maxOutputLength: maxBytes });
    const read = fields.safeParse(JSON.parse(unpacked.toString('utf16le')));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
