import { formWords, hint, shortenedLabel } from '../../../texts/form-words.de';
import { defined } from '../../../defined';
import { stateNames } from '../../../texts/labels.de';
import type { Ticket } from '../../../domain/ticket/ticket';
import { inlineButton, primary } from '../cards/buttons';
import type { AdaptiveCardJson, CardPart } from '../cards/card-json';
import { expandCard } from '../cards/expand';
import { shortened } from '../cards/typed-text';
import { maxAnswerBytes } from '../cards/teams-limits';
import { maxChoicesAtOnce, severalIn } from './choices';
import { packValues } from './held-values';
import type { Field } from './field';
import type { CheckPage, FieldErrors, FieldValues, Form, FormState } from './form-definition';
import type { DialogMode } from '../cards/dialog-mode';
import type { LabelledText } from '../cards/labelled-text';

/** UTF-16 units of a text on a check page that would not fit otherwise. */
const repeatedLengths = [600, 80] as const;

export interface ShownForm<Command> {
  readonly values: FieldValues;
  readonly errors: FieldErrors;
  readonly page: 'fill' | 'check';
  readonly state: FormState;
  readonly mode: DialogMode;
  /** It stands in a dialog that was asked for: nobody but the person sees it. */
  readonly isPrivate?: true;
  /** What will be sent: on the check page. */
  readonly command?: Command;
}

/** What surrounds the fields: what the form is about, and where its buttons lead. */
export interface FormFrame {
  /** Why it cannot be filled in now. */
  readonly blocked: string | undefined;
  /** Named in its heading. */
  readonly ticket?: Ticket;
  /** What its buttons carry: their verb, and what the form is about. */
  readonly data: { readonly do: string };
  /** Leads back to where the form was opened, where it took the place of something. */
  readonly leave: readonly CardPart[];
}

/**
 * A page of a form, as a dialog's card or inline. The check page carries the values of the page before, so that it can be
 * left without losing anything; a form that asks for nothing begins with it.
 */
export function drawForm<Context, Command>(
  form: Form<Context, Command>,
  context: Context,
  shown: ShownForm<Command>,
  frame: FormFrame,
): AdaptiveCardJson {
  const drawing = { form, context, shown, frame };
  if (frame.blocked !== undefined) {
    return keepsWhatWasTyped(drawing)
      ? fillPage(drawing)
      : blockedForm(drawing, sentenceOfGone(drawing) ?? frame.blocked);
  }
  const command = commandToCheck(drawing);
  return form.check !== undefined && command !== undefined
    ? checkPage(drawing, form.check(context, command))
    : fillPage(drawing);
}

interface Drawing<Context, Command> {
  readonly form: Form<Context, Command>;
  readonly context: Context;
  readonly shown: ShownForm<Command>;
  readonly frame: FormFrame;
}

/** Somebody was faster than the sender: the typed text stays to be copied, below the sentence that says so. */
function keepsWhatWasTyped<Context, Command>({
  form,
  context,
  shown: { errors, values },
}: Drawing<Context, Command>): boolean {
  return Object.keys(errors).length > 0 && hasTypedText(form, context, values);
}

/** Whether somebody has written anything that would be lost with the form; what it began with and choices are no loss. */
export function hasTypedText<Context, Command>(
  form: Form<Context, Command>,
  context: Context,
  values: FieldValues,
): boolean {
  return fieldsTypedIn(form, context, values).length > 0;
}

/** The fields that somebody has written into. */
export function fieldsTypedIn<Context, Command>(
  form: Form<Context, Command>,
  context: Context,
  values: FieldValues,
): readonly Field[] {
  const begun = form.initialValues(context);
  return form.fields(context).filter(({ id, kind }) => {
    const text = (values[id] ?? '').trim();
    return (kind === 'line' || kind === 'text') && text !== '' && text !== begun[id]?.trim();
  });
}

function commandToCheck<Context, Command>({
  form,
  context,
  shown,
}: Drawing<Context, Command>): Command | undefined {
  if (shown.page === 'check') return shown.command;
  const asksNothing = form.check !== undefined && form.fields(context).length === 0;
  if (!asksNothing || Object.keys(shown.errors).length > 0) return undefined;
  const reading = form.read(context, {});
  return reading.ok && 'command' in reading ? reading.command : undefined;
}

function fillPage<Context, Command>(drawing: Drawing<Context, Command>): AdaptiveCardJson {
  const { form, context, shown } = drawing;
  const label = form.check === undefined ? form.submitLabel(context) : formWords.next;
  return framed(drawing, {
    problems: problemsOf(shown.errors),
    info: form.info(context, shown.isPrivate),
    body: form
      .fields(context)
      .filter((field) => isDrawable(field) || Object.keys(shown.errors).length === 0)
      .flatMap((field) => drawField(field, shown)),
    actions: [primary(submitButton(label, 'fill', drawing))],
  });
}

function checkPage<Context, Command>(drawing: Drawing<Context, Command>, page: CheckPage): AdaptiveCardJson {
  const { form, context, shown } = drawing;
  const held = packValues(shown.values);
  const back =
    form.fields(context).length === 0
      ? []
      : [{ ...submitButton(formWords.back, 'back', drawing, held), associatedInputs: 'none' }];
  const card = (lines: CheckPage['lines']) =>
    framed(drawing, {
      problems: problemsOf(shown.errors),
      info: [],
      body: expandCard('forms/check.form', { ...page, lines }).body,
      actions: [primary(submitButton(form.submitLabel(context), 'check', drawing, held)), ...back],
    });
  const cut = (maxLength: number) => card(page.lines.map((line) => cutLine(line, maxLength)));
  const whole = card(page.lines);
  if (fits(whole)) return whole;
  const shorter = cut(repeatedLengths[0]);
  return fits(shorter) ? shorter : cut(repeatedLengths[1]);
}

function cutLine({ label, text }: LabelledText, maxLength: number): LabelledText {
  const cut = shortened(text, maxLength);
  return { label: cut === text ? label : shortenedLabel(label), text: cut };
}

function fits(card: AdaptiveCardJson): boolean {
  return Buffer.byteLength(JSON.stringify(card)) <= maxAnswerBytes;
}

/** Why what was chosen is no longer there: more to the point than that nothing is left. */
function sentenceOfGone<Context, Command>({
  form,
  context,
  shown: { values },
}: Drawing<Context, Command>): string | undefined {
  return form.fields(context).flatMap(({ id, kind, gone }) => {
    const text = values[id] ?? '';
    return (kind === 'several' ? severalIn(text) : [text]).flatMap((value) => gone?.get(value) ?? []);
  })[0];
}

function blockedForm<Context, Command>(
  drawing: Drawing<Context, Command>,
  sentence: string,
): AdaptiveCardJson {
  return framed(drawing, { problems: [], info: [hint(sentence)], body: [], actions: [] });
}

interface Framed {
  readonly problems: readonly string[];
  readonly info: unknown;
  readonly body: readonly CardPart[];
  readonly actions: readonly CardPart[];
}

function framed<Context, Command>(
  { form, context, shown: { mode }, frame: { ticket, leave } }: Drawing<Context, Command>,
  { problems, info, body, actions }: Framed,
): AdaptiveCardJson {
  const title = ticket?.securityRelevant === false ? ticket.report.title : undefined;
  const frame = expandCard('forms/frame.form', {
    heading: form.title(context),
    inline: mode === 'inline',
    ...defined({
      ticket: ticket && { number: ticket.number, state: stateNames[ticket.state], ...defined({ title }) },
    }),
    problems,
    info,
  });
  return { ...frame, body: [...frame.body, ...body], actions: [...actions, ...leave] };
}

/** Teams takes no list without choices: where others left nothing to choose, what was typed beside it is still drawn. */
function isDrawable({ choices }: Field): boolean {
  return choices === undefined || choices.length > 0;
}

/** The input of a field, and below it what is wrong with it. */
export function drawField(
  field: Field,
  { values, errors }: Pick<ShownForm<unknown>, 'values' | 'errors'>,
): readonly CardPart[] {
  const { id, kind, label, title, missing, sometimes, maxLength, choices } = field;
  const { placeholder = choices && formWords.choose } = field;
  const input = expandCard(`forms/inputs/${kind}.input`, {
    id,
    label,
    value: values[id] ?? '',
    required: missing !== undefined && sometimes !== true,
    ...(choices && { style: choices.length <= maxChoicesAtOnce ? 'expanded' : 'compact' }),
    ...defined({ placeholder, title, missing, maxLength, choices }),
  });
  const error = errors[id];
  return error === undefined ? input.body : [...input.body, ...problemOf(error)];
}

function problemOf(error: string): readonly CardPart[] {
  return expandCard('forms/inputs/problem.input', { error }).body;
}

function problemsOf(errors: FieldErrors): readonly string[] {
  const whole = errors[''];
  if (whole !== undefined) return [whole];
  return Object.keys(errors).length === 0 ? [] : [formWords.correct];
}

function submitButton<Context, Command>(
  title: string,
  page: 'fill' | 'check' | 'back',
  { form, shown: { state, mode }, frame }: Drawing<Context, Command>,
  held?: string,
): CardPart {
  const data = {
    ...frame.data,
    form: form.id,
    page,
    nonce: state.nonce,
    ...defined({ version: state.seenVersion, origin: state.origin }),
  };
  const filled = { ...data, ...defined({ held }) };
  // A check page comes in place of the form only to who has just pressed such a button: older clients need not find the values once more.
  if (mode === 'inline') return inlineButton(title, frame.data.do, filled, data);
  return { type: 'Action.Submit', title, data: filled };
}
