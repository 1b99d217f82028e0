import {
  formWords,
  checkIntros,
  changedLabel,
  formerLabel,
  checkChangedPlanText,
} from '../../../texts/form-words.de';
import { type FixPlanContent, isPlanBinding, planContentOf } from '../../../domain/ticket/plan/fix-plan';
import type { CheckPage, CommandContent, FormContext } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { type PlanPart, planParts } from './plan-parts';
import { repeated, ticketOf } from './ticket-of';

/** Before a plan is sent: what it says and, where it changes the present one, what changes and what that voids (process 4). */
export function planCheckPage(context: FormContext, command: CommandContent): CheckPage {
  if (command.type !== 'proposePlan') throw new Error('the check page was given another command');
  const ticket = ticketOf(context);
  const { fixPlan } = ticket;
  const present = fixPlan === undefined ? undefined : planContentOf(fixPlan);
  return {
    intro: fixPlan === undefined ? checkIntros.proposePlan : checkChangedPlanText(fixPlan.version),
    lines: planParts.flatMap((part) => linesOf(part, command.plan, present, context)),
    warnings: [
      ...(present === undefined ? [] : [formWords.consentsVoid]),
      ...(isPlanBinding(ticket) ? [formWords.bindingVoid] : []),
    ],
    similar: [],
  };
}

function linesOf(
  { label, text }: PlanPart,
  plan: FixPlanContent,
  present: FixPlanContent | undefined,
  context: FormContext,
): readonly LabelledText[] {
  const after = text(plan);
  const before = present === undefined ? undefined : text(present);
  if (before === undefined || before === after) return [{ label, text: repeated(context, after) }];
  return [
    { label: changedLabel(label), text: repeated(context, after) },
    { label: formerLabel(label), text: repeated(context, before) },
  ];
}
