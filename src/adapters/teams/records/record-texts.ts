import type { OwnTexts } from '../forms/given-back';
import type { Field } from '../forms/field';
import { kept, sourceOf, typedIn } from '../forms/read-submission';
import {
  evidenceField,
  mailField,
  nameField,
  phoneField,
  reasonField,
  referenceField,
  repositoryField,
  versionField,
} from './text-fields';

/** Whatever is typed into the forms of records and would be a loss; everything else is chosen. */
const textFields: readonly Field[] = [
  nameField,
  mailField,
  phoneField,
  repositoryField,
  versionField,
  referenceField,
  evidenceField,
  reasonField,
];

/**
 * The texts that were sent with the form of a record. Held against no record: whoever may not read it would learn from the
 * difference what it says, or that there is one (process 10).
 */
export function recordTextsIn(raw: unknown): OwnTexts {
  const source = sourceOf(raw);
  const values = Object.fromEntries(textFields.map((field) => [field.id, typedIn(source, field) ?? '']));
  const fields = textFields.filter(({ id }) => values[id]?.trim());
  return { fields, values: kept(fields, values) };
}
