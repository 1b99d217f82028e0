import { fieldTexts } from '../../../texts/actions.de';
import {
  formWords,
  checkIntros,
  infoLabels,
  changedLabel,
  formerLabel,
  checkChangedPlanText,
} from '../../../texts/form-words.de';
import { type FixPlanContent, isPlanBinding, planContentOf } from '../../../domain/ticket/plan/fix-plan';
import { formatDay } from '../../../texts/german-time';
import { measureNames } from '../../../texts/labels.de';
import type { CheckPage, CommandContent, FormContext } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { repeated, ticketOf } from './ticket-of';
import { versionsText } from './version-list';

interface PlanPart {
  readonly label: string;
  readonly text: (plan: FixPlanContent) => string;
}

const parts: readonly PlanPart[] = [
  { label: fieldTexts.cause.label, text: ({ cause }) => cause },
  { label: fieldTexts.measure.label, text: ({ measure }) => measureNames[measure] },
  {
    label: fieldTexts.affectedVersions.label,
    text: ({ affectedVersions }) => versionsText(affectedVersions),
  },
  { label: infoLabels.targetDate, text: ({ targetDate }) => formatDay(targetDate) },
  { label: fieldTexts.testApproach.label, text: ({ testApproach }) => testApproach },
  { label: fieldTexts.risks.label, text: ({ risks }) => risks ?? formWords.noRisks },
];

/** Before a plan is sent: what it says and, where it changes the present one, what changes and what that voids (process 4). */
export function planCheckPage(context: FormContext, command: CommandContent): CheckPage {
  if (command.type !== 'proposePlan') throw new Error('the check page was given another command');
  const ticket = ticketOf(context);
  const { fixPlan } = ticket;
  const present = fixPlan === undefined ? undefined : planContentOf(fixPlan);
  return {
    intro: fixPlan === undefined ? checkIntros.proposePlan : checkChangedPlanText(fixPlan.version),
    lines: parts.flatMap((part) => linesOf(part, command.plan, present, context)),
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
