import { recordLabels } from '../../../texts/records.de';
import type { OwnTexts } from '../forms/given-back';
import type { Field } from '../forms/field';
import { kept, sourceOf, typedIn } from '../forms/read-submission';
import { recordLimits } from './record-limits';

/** Whatever is typed into the forms of records; everything else is chosen, and no loss. */
const textFields: readonly Field[] = [
  { id: 'name', kind: 'line', label: recordLabels.name, maxLength: recordLimits.name },
  { id: 'mail', kind: 'line', label: recordLabels.mail, maxLength: recordLimits.name },
  { id: 'phone', kind: 'line', label: recordLabels.phone, maxLength: recordLimits.name },
  {
    id: 'packageRepository',
    kind: 'line',
    label: recordLabels.packageRepository,
    maxLength: recordLimits.address,
  },
  {
    id: 'installedVersion',
    kind: 'line',
    label: recordLabels.installedVersion,
    maxLength: recordLimits.version,
  },
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
