import { fieldTexts } from '../../../texts/actions.de';
import { formWords, infoLabels, planBindingText, planWaitingText } from '../../../texts/form-words.de';
import { isPlanBinding, partiesWaitedFor } from '../../../domain/ticket/plan/fix-plan';
import { formatDay } from '../../../texts/german-time';
import { measureNames } from '../../../texts/labels.de';
import { listed } from '../../../texts/parties.de';
import type { FormContext } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { planParts } from './plan-parts';
import { isHiddenIn, ticketOf } from './ticket-of';

/** Whether the fix plan is binding, or whose consent it waits for (process 4). */
export function planStatusLine(context: FormContext): LabelledText {
  return { label: infoLabels.plan, text: planStatusText(context) };
}

/**
 * The plan that somebody agrees or objects to, by what tells it from others; its texts stand on the card. On the card of a
 * security-relevant ticket nothing of it stands, so that the form shows it whole where it may (process 10).
 */
export function planSummaryLines(context: FormContext, isPrivate = false): readonly LabelledText[] {
  const { fixPlan, securityRelevant } = ticketOf(context);
  if (fixPlan === undefined) return [planStatusLine(context)];
  if (isHiddenIn(context, isPrivate)) {
    return [planStatusLine(context), { label: infoLabels.planContent, text: formWords.underContent }];
  }
  if (securityRelevant) {
    return [planStatusLine(context), ...planParts.map(({ label, text }) => ({ label, text: text(fixPlan) }))];
  }
  return [
    planStatusLine(context),
    { label: fieldTexts.measure.label, text: measureNames[fixPlan.measure] },
    { label: infoLabels.targetDate, text: formatDay(fixPlan.targetDate) },
  ];
}

function planStatusText(context: FormContext): string {
  const ticket = ticketOf(context);
  const { fixPlan } = ticket;
  if (fixPlan === undefined) return formWords.noPlan;
  const { version, bindingSince } = fixPlan;
  if (bindingSince !== undefined && isPlanBinding(ticket)) {
    return planBindingText(version, context.view.time(bindingSince));
  }
  const names = partiesWaitedFor(ticket).map((party) => context.view.planParty(party, ticket));
  return planWaitingText(version, listed(names));
}
