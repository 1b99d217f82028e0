import { fieldTexts } from '../../../texts/actions.de';
import { formWords, infoLabels } from '../../../texts/form-words.de';
import type { FixPlanContent } from '../../../domain/ticket/plan/fix-plan';
import { formatDay } from '../../../texts/german-time';
import { measureNames } from '../../../texts/labels.de';
import { versionsText } from './version-list';

/** What a plan consists of, as forms name and write it. */
export interface PlanPart {
  readonly label: string;
  readonly text: (plan: FixPlanContent) => string;
}

export const planParts: readonly PlanPart[] = [
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
