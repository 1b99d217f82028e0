import { z } from 'zod';
import { parseDate } from '../../../domain/service-calendar/civil-date';
import { fieldErrors } from '../../../texts/form-errors.de';
import type { Field } from './field';
import type { FieldValues, Form, FormContext, FormDefinition, FormReading } from './form-definition';
import { blockedBy } from './blocked-by';
import { severalIn } from './choices';
import { unpackValues } from './held-values';
import { isBlank, textProblem, withLineFeeds, withoutUnwanted } from './text-checks';

export interface Submission<Command> {
  /** Everything typed, to be shown again. */
  readonly values: FieldValues;
  /** What is right by itself, trimmed. */
  readonly valid: FieldValues;
  readonly reading: FormReading<Command>;
}

/** More than the longest texts of a form take: only forged input comes here, and its card must still be one. */
const maxKeptBytes = 15_000;
const data = z.record(z.string(), z.unknown());

/**
 * What somebody sent with a form. Only the form's own fields are looked at, those of the page before where the check page
 * holds them; what is wrong is said at the field, and everything typed is given back.
 */
export function readForm<Context, Command>(
  form: Form<Context, Command>,
  context: Context,
  raw: unknown,
  blocked: string | undefined,
): Submission<Command> {
  const source = sourceOf(raw);
  const fields = form.fields(context);
  const values: Record<string, string> = {};
  const cleaned: Record<string, string> = {};
  const errors: Record<string, string> = {};
  for (const field of fields) {
    const typed = typedIn(source, field);
    const text = (typed ?? '').trim();
    values[field.id] = typed ?? '';
    const problem = typed === undefined ? fieldErrors.notText : problemOf(field, text);
    if (problem !== undefined) errors[field.id] = problem;
    else if (!isBlank(text)) cleaned[field.id] = text;
  }
  return { values: kept(fields, values), valid: cleaned, reading: read() };

  function read(): FormReading<Command> {
    if (blocked !== undefined) return { ok: false, errors: { ...errors, '': blocked } };
    return Object.keys(errors).length > 0 ? { ok: false, errors } : form.read(context, cleaned);
  }
}

/** The same of a form about a ticket, or of a new report. */
export function readSubmission(form: FormDefinition, context: FormContext, raw: unknown) {
  return readForm(form, context, raw, blockedBy(form, context));
}

/** The data of an action; on the check page what its `held` says. */
export function sourceOf(raw: unknown): Readonly<Record<string, unknown>> {
  const sent = data.safeParse(raw);
  if (!sent.success) return {};
  const { held } = sent.data;
  return typeof held === 'string' ? (unpackValues(held) ?? {}) : sent.data;
}

/** The text in a field; undefined for anything else than text. */
export function typedIn(source: Readonly<Record<string, unknown>>, { id }: Field): string | undefined {
  const sent = source[id] ?? '';
  return typeof sent === 'string' ? withLineFeeds(sent) : undefined;
}

function problemOf(field: Field, text: string): string | undefined {
  if (isBlank(text)) return field.sometimes === true ? undefined : field.missing;
  switch (field.kind) {
    case 'line':
    case 'text':
      return textProblem(text, field.maxLength ?? 0, field.kind === 'line');
    case 'choice':
      return choiceProblem(field, text);
    case 'several':
      return severalIn(text)
        .map((value) => choiceProblem(field, value))
        .find((problem) => problem !== undefined);
    case 'toggle':
      if (text === 'true') return undefined;
      return text === 'false' ? field.missing : fieldErrors.notAChoice;
    case 'date':
      return parseDate(text) === undefined ? fieldErrors.notADate : undefined;
    case 'time':
      return /^\d{2}:\d{2}$/.test(text) ? undefined : fieldErrors.notATime;
  }
}

function choiceProblem({ choices, gone }: Field, value: string): string | undefined {
  if (choices?.some((choice) => choice.value === value)) return undefined;
  return gone?.get(value) ?? fieldErrors.notAChoice;
}

/** As much of what was typed as a card can hold. */
export function kept(fields: readonly Field[], values: FieldValues): FieldValues {
  if (Buffer.byteLength(JSON.stringify(values)) <= maxKeptBytes) return values;
  return Object.fromEntries(
    fields.map(({ id, maxLength = 40 }) => [id, withoutUnwanted(values[id] ?? '').slice(0, maxLength)]),
  );
}
