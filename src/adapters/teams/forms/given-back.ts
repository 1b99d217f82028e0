import { defined } from '../../../defined';
import { roles } from '../../../domain/organisation/installation';
import { formWords, typedGivenBackText } from '../../../texts/form-words.de';
import { backButtons } from '../cards/back-button';
import type { AdaptiveCardJson } from '../cards/card-json';
import type { DialogMode } from '../cards/dialog-mode';
import { renderNotice } from '../cards/notice-card';
import type { Field } from './field';
import type { FieldValues, FormContext, FormDefinition } from './form-definition';
import { kept, sourceOf, typedIn } from './read-submission';
import { drawField, fieldsTypedIn } from './draw-form';

/** What somebody has written into a form: it is theirs, whatever they may read or do now. */
export interface OwnTexts {
  readonly fields: readonly Field[];
  readonly values: FieldValues;
}

/**
 * The texts in a form that was sent, whoever it was drawn for. Nothing that the ticket holds, with which the form may have
 * begun; no choices either: they are no loss, and name what the ticket offers.
 */
export function ownTextsIn(
  form: FormDefinition,
  about: Pick<FormContext, 'view' | 'record'>,
  raw: unknown,
): OwnTexts {
  const source = sourceOf(raw);
  const inTicket = new Set(textsIn(about.record));
  const written = roles.flatMap((role) => {
    const context = { ...about, actor: { person: '', role, organisation: '', modules: [] } };
    const fields = form.fields(context);
    const values = Object.fromEntries(fields.map((field) => [field.id, typedIn(source, field) ?? '']));
    return fieldsTypedIn(form, context, values)
      .map((field) => ({ field, text: values[field.id] ?? '' }))
      .filter(({ text }) => !inTicket.has(text.trim()));
  });
  const values = Object.fromEntries(written.map(({ field, text }) => [field.id, text]));
  const fields = [...new Map(written.map(({ field }) => [field.id, field])).values()];
  return { fields, values: kept(fields, values) };
}

/** Below the sentence that says why nothing was done: what was typed, to be copied, in a form that cannot be sent. */
export function renderGivenBack(
  sentence: string,
  { fields, values }: OwnTexts,
  ticket: Parameters<typeof backButtons>[1],
  mode: DialogMode,
): AdaptiveCardJson {
  const notice = renderNotice(typedGivenBackText(sentence));
  const inputs = fields.flatMap(({ id, kind, label, maxLength }) =>
    drawField({ id, kind, label, ...defined({ maxLength }) }, { values, errors: {} }),
  );
  const actions = backButtons(formWords.back, ticket, mode);
  return { ...notice, body: [...notice.body, ...inputs], actions };
}

function textsIn(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value.trim()];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(textsIn);
}
