import { fieldTexts } from '../../../texts/actions.de';
import { stepNameFor } from '../../../texts/action-names.de';
import { formWords } from '../../../texts/form-words.de';
import { toReaderText } from '../../../texts/refusals.de';
import { z } from 'zod';
import { roleOfPlace } from '../../../domain/ticket/access';
import { ticketActions } from '../../../domain/ticket/actions/registry';
import { formIds, type Step } from '../cards/payload';
import { wayOf } from '../cards/step-button';
import { furtherSteps, nextSteps } from '../cards/ticket-actions';
import type { Choice } from './field';
import type { FormContext, FormDefinition, FormReading } from './form-definition';
import { ticketOf } from './ticket-of';

/** "Weitere Aktionen": what the person can do here besides the card's buttons; each leads to its form or acts at once. */
export const moreActionsForm: FormDefinition = {
  id: 'moreActions',
  title: () => formWords.moreActions,
  submitLabel: () => formWords.next,
  blocked: (context) =>
    choicesFor(context).length === 0
      ? toReaderText(formWords.nothingFurther, ticketOf(context), context.view)
      : undefined,
  fields: (context) => [{ id: 'action', kind: 'choice', ...fieldTexts.action, choices: choicesFor(context) }],
  initialValues: () => ({}),
  info: () => [],
  read: (context, values) => leadTo(chosen.parse(values).action, context),
};

const chosen = z.object({
  action: z.enum([...ticketActions, ...formIds]).exclude(['reportFault', 'moreActions']),
});

/**
 * What was chosen in a dialog that others have overtaken: no longer offered here, so it is judged like any press on an old
 * card and not called a wrong input. Undefined for what is offered still and for what never was an action.
 */
export function readOvertakenChoice(context: FormContext, raw: unknown): FormReading | undefined {
  const reading = chosen.safeParse(raw);
  if (!reading.success) return undefined;
  const { action } = reading.data;
  return choicesFor(context).some((choice) => choice.value === action) ? undefined : leadTo(action, context);
}

function leadTo(step: Step, context: FormContext): FormReading {
  const way = wayOf(step, ticketOf(context));
  return 'act' in way ? { ok: true, command: { type: way.act } } : { ok: true, next: way.open };
}

/** Where dispatch and platform share a channel, its one card has the buttons of one of them alone (process 1). */
function choicesFor(context: FormContext): readonly Choice[] {
  const { actor, otherRoles = [] } = context;
  const choices = [actor.role, ...otherRoles].flatMap((role) =>
    choicesIn({ ...context, actor: { ...actor, role } }),
  );
  return [...new Map(choices.toReversed().map((choice) => [choice.value, choice])).values()].toReversed();
}

function choicesIn(context: FormContext): readonly Choice[] {
  const ticket = ticketOf(context);
  const { place, actor, readable, view } = context;
  const { role } = actor;
  const isOnCard = place === undefined || roleOfPlace(place) === role;
  const buttons = isOnCard ? nextSteps(ticket, role, view.installation) : [];
  return furtherSteps(ticket, role, view.installation, buttons, readable).map((step) => ({
    title: stepNameFor({ step, role, ticket }),
    value: step,
  }));
}
