import { type FixPlanContent, isPlanBinding, planContentOf } from '../../../domain/ticket/plan/fix-plan';
import { formatDate } from '../../../texts/german-time';
import { formWords } from '../../../texts/form-words.de';
import { measureNames } from '../../../texts/labels.de';
import type { CheckPage, CommandContent, FormContext, LabelledText } from './form-definition';
import { repeated, ticketOf } from './ticket-of';
import { versionsText } from './version-list';

interface PlanPart {
  readonly label: string;
  readonly text: (plan: FixPlanContent) => string;
}

const parts: readonly PlanPart[] = [
  { label: 'Ursache', text: ({ cause }) => cause },
  { label: 'Maßnahme', text: ({ measure }) => measureNames[measure] },
  { label: 'Betroffene Versionen', text: ({ affectedVersions }) => versionsText(affectedVersions) },
  { label: 'Zieltermin', text: ({ targetDate }) => formatDate(targetDate) },
  { label: 'Testvorgehen', text: ({ testApproach }) => testApproach },
  { label: 'Risiken', text: ({ risks }) => risks ?? 'keine genannt' },
];

/** Before a plan is sent: what it says and, where it changes the present one, what changes and what that voids (process 4). */
export function planCheckPage(context: FormContext, command: CommandContent): CheckPage {
  if (command.type !== 'proposePlan') throw new Error('the check page was given another command');
  const ticket = ticketOf(context);
  const { fixPlan } = ticket;
  const present = fixPlan === undefined ? undefined : planContentOf(fixPlan);
  return {
    intro:
      fixPlan === undefined
        ? 'Bitte prüfen Sie den Plan; verbindlich wird er, wenn alle drei Seiten zugestimmt haben.'
        : `Bitte prüfen Sie, was sich gegenüber Version ${fixPlan.version} ändert.`,
    lines: parts.flatMap((part) => linesOf(part, command.plan, present, context)),
    warnings: [
      ...(present === undefined ? [] : [formWords.consentsVoid]),
      ...(isPlanBinding(ticket) ? [formWords.bindingVoid] : []),
    ],
    similar: [],
  };
}

/** The labels of what differs between two plans. */
export function changedFields(before: FixPlanContent, after: FixPlanContent): readonly string[] {
  return parts.filter(({ text }) => text(before) !== text(after)).map(({ label }) => label);
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
    { label: `${label} (geändert)`, text: repeated(context, after) },
    { label: `${label} (bisher)`, text: repeated(context, before) },
  ];
}
