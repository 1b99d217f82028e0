import { defined } from '../../../defined';
import type { Field } from './field';
import type { FieldValues } from './form-definition';
import { packValues } from './held-values';
import { withLineFeeds, withoutUnwanted } from './text-checks';

/** What somebody wrote in the chat that sounds like a fault: where the form of a report begins. */
export interface BegunReport {
  readonly description?: string;
  readonly module?: string;
}

/** For a button; nothing of it is shown before the form is. */
export function heldBeginning({ description, module }: BegunReport): string | undefined {
  const values = defined({ description, module });
  return Object.keys(values).length === 0 ? undefined : packValues(values);
}

/** What a button brought along, as far as the form's own fields take it: a module of its choices, a text of its length. */
export function beginningOfReport(
  fields: readonly Field[],
  brought: Readonly<Record<string, unknown>>,
): FieldValues {
  const { description, module } = brought;
  const text = fields.find(({ id }) => id === 'description');
  const choice = fields.find(({ id }) => id === 'module')?.choices?.find(({ value }) => value === module);
  const written = typeof description === 'string' ? withoutUnwanted(withLineFeeds(description)) : '';
  const fits = written.length <= (text?.maxLength ?? 0) && written !== '';
  return { ...(fits && { description: written }), ...defined({ module: choice?.value }) };
}
