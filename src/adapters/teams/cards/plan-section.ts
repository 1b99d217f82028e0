import { cardWords } from '../../../texts/card-words.de';
import {
  bindingSinceText,
  byWayText,
  changedSinceText,
  formerMeasureText,
  formerTargetText,
  objectionText,
  planOverdueText,
  planVersionText,
} from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import {
  type FixPlan,
  isPlanBinding,
  isPlanOverdue,
  partiesWaitedFor,
  planParties,
  type PreviousPlan,
} from '../../../domain/ticket/plan/fix-plan';
import { dayAt } from '../../../domain/ticket/plan/target-date';
import type { Ticket } from '../../../domain/ticket/ticket';
import { formatDay } from '../../../texts/german-time';
import { measureNames, reportingWayNames } from '../../../texts/labels.de';
import { dative, listed } from '../../../texts/parties.de';
import type { LabelledText } from './labelled-text';
import type { CardRoom } from './card-room';
import type { Section } from './labelled-lines';
import { typedLine } from './typed-text';

/** Where a plan stands (process 4): in full while it is agreed on and worked by, in two lines afterwards. */
export function planSection(ticket: Ticket, view: View, room: CardRoom): readonly Section[] {
  const { fixPlan: plan, state } = ticket;
  const underWay = state === 'accepted' || state === 'inProgress';
  if (plan === undefined) return underWay ? withoutPlan(ticket, room) : [];
  if (state === 'closed' || state === 'declined') return [];
  const lines = underWay
    ? [...agreementLines(plan, ticket, view, room), ...contentLines(plan, ticket.previousPlan, room)]
    : [bindingLine(plan, view), { label: cardWords.targetDate, text: formatDay(plan.targetDate) }];
  return [{ title: planVersionText(plan.version), lines }];
}

/** 'Plan überfällig …' while work is under way after the target date (process 4). */
export function overdueText(ticket: Ticket, view: View): string | undefined {
  if (ticket.fixPlan === undefined || !isPlanOverdue(ticket, dayAt(view.installation.calendars, view.now))) {
    return undefined;
  }
  return planOverdueText(formatDay(ticket.fixPlan.targetDate));
}

function withoutPlan(ticket: Ticket, room: CardRoom): readonly Section[] {
  const { immediateStart } = ticket;
  if (immediateStart === undefined) return [];
  const lines = typedLine(cardWords.immediateStart, immediateStart.reason, room.aside);
  return [
    {
      title: cardWords.fixPlan,
      lines: [...lines, { label: cardWords.status, text: cardWords.planToFollow }],
    },
  ];
}

function bindingLine({ bindingSince }: FixPlan, view: View): LabelledText {
  const text = bindingSince === undefined ? cardWords.notBinding : bindingSinceText(view.time(bindingSince));
  return { label: cardWords.status, text };
}

function agreementLines(plan: FixPlan, ticket: Ticket, view: View, room: CardRoom): readonly LabelledText[] {
  const name = (party: (typeof planParties)[number]) => view.planParty(party, ticket);
  const agreed = planParties.flatMap((party) => {
    const consent = plan.consents[party];
    if (consent === undefined) return [];
    const word = consent.onBehalf === undefined ? '' : byWayText(reportingWayNames[consent.onBehalf.way]);
    return [`${name(party)}${word}`];
  });
  const waitedFor = partiesWaitedFor(ticket).map(name);
  const start = isPlanBinding(ticket) ? undefined : ticket.immediateStart?.reason;
  return [
    bindingLine(plan, view),
    ...(agreed.length === 0 ? [] : [{ label: cardWords.agreed, text: listed(agreed) }]),
    ...(waitedFor.length === 0 ? [] : [{ label: cardWords.notAgreed, text: listed(waitedFor.map(dative)) }]),
    ...planParties.flatMap((party) =>
      typedLine(objectionText(name(party)), plan.objections[party]?.reason, room.aside),
    ),
    ...typedLine(cardWords.immediateStart, start, room.aside),
  ];
}

function contentLines(
  plan: FixPlan,
  previous: PreviousPlan | undefined,
  room: CardRoom,
): readonly LabelledText[] {
  return [
    ...(previous === undefined ? [] : [changesTo(previous, plan)]),
    ...typedLine(cardWords.cause, plan.cause, room.text),
    { label: cardWords.measure, text: measureNames[plan.measure] },
    ...typedLine(cardWords.affectedVersions, plan.affectedVersions.join(', '), room.aside),
    { label: cardWords.targetDate, text: formatDay(plan.targetDate) },
    ...typedLine(cardWords.testApproach, plan.testApproach, room.aside),
    ...typedLine(cardWords.risks, plan.risks, room.aside),
  ];
}

/** Which fields changed, and what measure and date were; the texts before stand in "Verlauf". */
function changesTo(previous: PreviousPlan, plan: FixPlan): LabelledText {
  const changed = [
    previous.cause === plan.cause ? [] : [cardWords.cause],
    previous.measure === plan.measure ? [] : [formerMeasureText(measureNames[previous.measure])],
    previous.affectedVersions.join('\n') === plan.affectedVersions.join('\n')
      ? []
      : [cardWords.affectedVersionsWithin],
    previous.targetDate === plan.targetDate ? [] : [formerTargetText(formatDay(previous.targetDate))],
    previous.testApproach === plan.testApproach ? [] : [cardWords.testApproach],
    previous.risks === plan.risks ? [] : [cardWords.risks],
  ].flat();
  return { label: changedSinceText(previous.version), text: listed(changed) };
}
