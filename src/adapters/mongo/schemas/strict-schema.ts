import { Schema, type SchemaDefinition, type SchemaDefinitionProperty } from 'mongoose';
import { schemaVersion } from '../migrations/registry';

// Mongoose treats an empty text as missing; here, left empty and left out are different.
Schema.Types.String.checkRequired((value) => typeof value === 'string');

const strictOptions = {
  // A field that no schema names is our own bug: neither store it nor query by it.
  strict: 'throw',
  strictQuery: 'throw',
  // An empty object is read back as it was written.
  minimize: false,
  versionKey: false,
  id: false,
} as const;

/** Exactly the fields of a type, optional ones included: with `satisfies`, a schema that forgets one does not compile. */
export type FieldsOf<T> = { readonly [Field in keyof T]-?: SchemaDefinitionProperty };

/**
 * A schema for a whole document; `_id` is part of the definition. Every document says by which version of the stored
 * form it was written, and an index finds those that are older or newer than what this software knows.
 */
export function documentSchema(definition: SchemaDefinition): Schema {
  const marked = { ...definition, schemaVersion: { ...requiredNumber, default: schemaVersion } };
  const options = { ...strictOptions, autoIndex: false, autoCreate: false };
  return new Schema(marked, options).index({ schemaVersion: 1 });
}

/** A schema for a part of a document. */
export function partSchema(definition: SchemaDefinition): Schema {
  return new Schema(definition, { ...strictOptions, _id: false });
}

/** A schema for one of several kinds of part, distinguished by `key`; each kind's own fields are added as discriminators. */
export function variantSchema(definition: SchemaDefinition, key: string): Schema {
  return new Schema(definition, { ...strictOptions, _id: false, discriminatorKey: key });
}

export const text = { type: String } as const;
export const requiredText = { type: String, required: true } as const;
export const number = { type: Number } as const;
export const requiredNumber = { type: Number, required: true } as const;
export const flag = { type: Boolean } as const;
export const requiredFlag = { type: Boolean, required: true } as const;
/** An instant: a number in the domain, a date in the store, so that people can read it in a shell. */
export const instant = { type: Date } as const;
export const requiredInstant = { type: Date, required: true } as const;

/** One of a closed set of words or numbers. */
export function oneOf<T extends string | number>(values: readonly T[]) {
  return { type: typeof values[0] === 'number' ? Number : String, enum: [...values] };
}

export function requiredOneOf<T extends string | number>(values: readonly T[]) {
  return { ...oneOf(values), required: true };
}

/** A part that may be missing; without the default, mongoose would fill in an empty one for some. */
export function part(schema: Schema) {
  return { type: schema };
}

export function requiredPart(schema: Schema) {
  return { type: schema, required: true };
}

/** A list that may be missing: otherwise mongoose would fill in an empty one, and the history's hash would no longer match. */
export function optionalList<T>(of: T) {
  return { type: [of], default: undefined };
}

/** A list that may be empty, but not missing. */
export function requiredList<T>(of: T) {
  return { ...optionalList(of), required: true };
}
