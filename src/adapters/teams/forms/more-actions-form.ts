import { actionNameFor } from '../../../texts/action-names.de';
import { fieldTexts } from '../../../texts/actions.de';
import { formWords } from '../../../texts/form-words.de';
import { toReaderText } from '../../../texts/refusals.de';
import { z } from 'zod';
import { roleOfPlace } from '../../../domain/ticket/access';
import {
  actsAtOnce,
  isTicketAction,
  type TicketAction,
  ticketActions,
} from '../../../domain/ticket/actions/registry';
import { partiesWaitedFor } from '../../../domain/ticket/plan/fix-plan';
import { formIds } from '../cards/payload';
import { actionsFor, nextSteps } from '../cards/ticket-actions';
import type { Choice } from './field';
import type { FormContext, FormDefinition, FormReading } from './form-definition';
import { isDispatcher } from './on-behalf';
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
  read: (context, { action }) => leadTo(action, context),
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

function leadTo(action: string | undefined, context: FormContext): FormReading {
  // What asks for nothing is done at once; everything else has a form.
  if (action !== undefined && isTicketAction(action) && actsAtOnce(action, ticketOf(context))) {
    return { ok: true, command: { type: action } };
  }
  const next = formIds.find((each) => each === action);
  if (next === undefined) throw new Error('an action that has no form');
  return { ok: true, next };
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
  const shown = isOnCard ? nextSteps(ticket, role, view.installation) : [];
  return actionsFor(ticket, role, readable).flatMap((action) => {
    const isButton = shown.includes(action);
    // The button of a consent is the dispatcher's own; that of a notice is on the operator's word already.
    if (isButton && action !== 'agreeToPlan') return [];
    return [...(isButton ? [] : ownChoice(action, context)), ...onOperatorsWord(action, context)];
  });
}

/** What a dispatcher does on the operator's word only is not their own, nor is what waits for others alone. */
function ownChoice(action: TicketAction, context: FormContext): readonly Choice[] {
  const dispatcher = isDispatcher(context);
  if (dispatcher && action === 'confirmNotice') return [];
  const waits = partiesWaitedFor(ticketOf(context)).includes('dispatcher');
  if (dispatcher && action === 'agreeToPlan' && !waits) return [];
  const change = action === 'proposePlan' && ticketOf(context).fixPlan !== undefined;
  return [
    { title: change ? formWords.changePlan : actionNameFor(action, context.actor.role), value: action },
  ];
}

/** The forms for what asks for nothing where the operator does it (process 3). */
function onOperatorsWord(action: TicketAction, context: FormContext): readonly Choice[] {
  if (!isDispatcher(context)) return [];
  if (action === 'agreeToPlan' && partiesWaitedFor(ticketOf(context)).includes('operator')) {
    return [{ title: formWords.agreeForOperator, value: 'agreeForOperator' }];
  }
  if (action !== 'confirmNotice') return [];
  return [{ title: formWords.confirmNoticeForOperator, value: 'confirmNoticeForOperator' }];
}
