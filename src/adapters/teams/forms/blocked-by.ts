import { defined } from '../../../defined';
import { refusalBefore } from '../../../domain/ticket/decide';
import { refusalToReaderText } from '../../../texts/refusals.de';
import { actionOfForm } from '../cards/payload';
import type { FormContext, FormDefinition } from './form-definition';

/**
 * Why the form cannot be filled in now, as a sentence: by the rule of its action, which is asked again when it is sent
 * (process 3), or for what the form itself lacks.
 */
export function blockedBy(form: FormDefinition, context: FormContext): string | undefined {
  const refusal = refusedBefore(form, context);
  return refusal === undefined
    ? form.blocked?.(context)
    : refusalToReaderText(refusal, context.record?.ticket, context.view);
}

function refusedBefore({ id, onOperatorsWord }: FormDefinition, context: FormContext) {
  const action = actionOfForm(id);
  const { record, actor, view } = context;
  const { installation, now } = view;
  if (action === undefined || record === undefined) return undefined;
  return refusalBefore(action, record.ticket, {
    now,
    actor,
    installation,
    ...defined({ onOperatorsWord }),
  });
}
