import type { SchemaDefinition, Schema } from 'mongoose';
import { documentSchema } from './strict-schema';

/**
 * An entry of the audit log (process 10), of any kind: append-only, and marked until it is in the ledger. The mark comes
 * with the entry in its one write, so none can be forgotten.
 */
export function auditEntrySchema(definition: SchemaDefinition): Schema {
  return documentSchema({ ...definition, anchorDue: { type: Boolean, default: true } }).index({
    anchorDue: 1,
    _id: 1,
  });
}
