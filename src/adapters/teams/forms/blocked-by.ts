import { defined } from '../../../defined';
import type { ActionContext, Refused } from '../../../domain/ticket/deciding';
import { type Refusal, refusalBefore, refusalSince } from '../../../domain/ticket/decide';
import { refusalToReaderText } from '../../../texts/refusals.de';
import { actionOfForm, stepOfForm } from '../cards/payload';
import type { FieldValues, FormContext, FormDefinition } from './form-definition';

/**
 * Why the form cannot be filled in now, as a sentence: by the rule of its action, which is asked again when it is sent
 * (process 3), or for what the form itself lacks.
 */
export function blockedBy(form: FormDefinition, context: FormContext): string | undefined {
  const refusal = refusedBefore(form, context);
  if (refusal === undefined) return form.blocked?.(context);
  const { record, view, actor } = context;
  const step = stepOfForm(form.id);
  return refusalToReaderText(refusal, record?.ticket, view, step && { step, role: actor.role });
}

/** What somebody else has done to the ticket since the form was opened at `seenVersion`, against which it is sent (process 3). */
export function overtakenBy(
  form: FormDefinition,
  context: FormContext,
  valid: FieldValues,
  seenVersion: number | undefined,
): Refused<Refusal> | undefined {
  const action = actionOfForm(form.id);
  const { record } = context;
  if (action === undefined || record === undefined) return undefined;
  const seen = { ...contextOfAction(form, context), ...defined({ seenVersion }) };
  return refusalSince(action, record.ticket, seen, form.about?.(valid));
}

function refusedBefore(form: FormDefinition, context: FormContext): Refusal | undefined {
  const action = actionOfForm(form.id);
  const { record } = context;
  if (action === undefined || record === undefined) return undefined;
  return refusalBefore(action, record.ticket, contextOfAction(form, context));
}

function contextOfAction({ onOperatorsWord }: FormDefinition, { actor, view }: FormContext): ActionContext {
  const { installation, now } = view;
  return { now, actor, installation, ...defined({ onOperatorsWord }) };
}
