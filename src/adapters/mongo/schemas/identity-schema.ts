import type { Identity } from '../../../domain/organisation/installation';
import { type FieldsOf, partSchema, requiredText } from './strict-schema';

/** Who somebody is to Entra. */
export const identitySchema = partSchema({
  tenant: requiredText,
  objectId: requiredText,
} satisfies FieldsOf<Identity>);
