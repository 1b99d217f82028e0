import { fieldTexts } from '../../../texts/actions.de';
import {
  formWords,
  checkIntros,
  infoLabels,
  outsideServiceTimeText,
  yesOrNo,
} from '../../../texts/form-words.de';
import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import { startCycle } from '../../../domain/reaction/reaction-cycle';
import type { ReportFault } from '../../../domain/ticket/actions/report-fault';
import type { Ticket } from '../../../domain/ticket/ticket';
import { explanationText } from '../../../texts/deadlines.de';
import { describeOutsideServiceTime, formatEnd } from '../../../texts/german-time';
import {
  environmentNames,
  faultClassLabel,
  reproducibilityNames,
  stateNames,
} from '../../../texts/labels.de';
import { legalDutiesNote, legalDutyLines } from '../../../texts/legal-duties.de';
import { operatorName } from '../../../texts/trial.de';
import type { CheckPage, CommandContent, FormContext } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { onBehalfLines } from './on-behalf';

const maxSimilar = 5;
type ReportContent = Omit<ReportFault, 'commandId' | 'seenVersion' | 'onlyAtSeenVersion'>;

/** Before a report is sent: what was typed, the deadline and how it comes about, and open tickets of the same module. */
export function reportCheckPage(context: FormContext, command: CommandContent): CheckPage {
  if (command.type !== 'reportFault') throw new Error('the check page of a report was given something else');
  return {
    intro: checkIntros.reportFault,
    lines: [...deadlineLines(context, command), ...reportLines(context, command)],
    warnings: warningsOf(context, command),
    similar: (context.similarTickets ?? []).slice(0, maxSimilar).map((ticket) => similarLine(ticket)),
  };
}

function deadlineLines(context: FormContext, command: ReportContent): readonly LabelledText[] {
  const cycle = cycleOf(context, command);
  const { zone } = context.view.calendar(cycle.startedAt);
  return [
    { label: infoLabels.reactionDeadline, text: formatEnd(cycle.deadline, zone) },
    { label: infoLabels.howCounted, text: explanationText(cycle, context.view) },
  ];
}

function reportLines(context: FormContext, command: ReportContent): readonly LabelledText[] {
  const { view } = context;
  const { report, securityRelevant } = command;
  // Process 10: what is typed into such a ticket is shown nowhere but behind "Inhalt anzeigen".
  const typed = (text: string) => (securityRelevant ? formWords.notRepeated : text);
  const optional = (label: string, text: string | undefined) =>
    text === undefined ? [] : [{ label, text: typed(text) }];
  return [
    ...(command.trial === true ? [{ label: fieldTexts.trial.label, text: fieldTexts.trial.title }] : []),
    { label: fieldTexts.operator.label, text: operatorName(command, view) },
    { label: fieldTexts.module.label, text: view.module(command.module) },
    { label: infoLabels.faultClass, text: faultClassLabel(command.proposedClass) },
    ...onBehalfLines(command.onBehalf, context, typed),
    { label: fieldTexts.title.label, text: typed(report.title) },
    { label: fieldTexts.description.label, text: typed(report.description) },
    ...optional(infoLabels.since, report.since),
    ...optional(infoLabels.version, report.moduleVersion),
    { label: fieldTexts.environment.label, text: environmentNames[report.environment] },
    { label: fieldTexts.reproducible.label, text: reproducibilityNames[report.reproducible] },
    ...optional(fieldTexts.workaround.label, report.workaround),
    { label: infoLabels.securityRelevant, text: yesOrNo(securityRelevant) },
    ...(securityRelevant ? legalDutyLines({ ...command, done: {} }, view) : []),
  ];
}

function warningsOf(context: FormContext, command: ReportContent): readonly string[] {
  const { view, actor } = context;
  const { now } = view;
  const { calendar } = calendarAt(view.installation.calendars, now);
  const outside = describeOutsideServiceTime(now, calendar);
  return [
    ...(cycleOf(context, command).breach === undefined ? [] : [formWords.lateEntry]),
    ...(outside === undefined ? [] : [outsideServiceTimeText(outside, view.installation.hotline)]),
    ...(command.trial === true ? [formWords.trialNeedsNoOperator] : []),
    ...(actor.role === 'operator' ? [formWords.deadlineIfSentNow] : []),
    ...(command.securityRelevant ? [legalDutiesNote] : []),
  ];
}

function cycleOf({ view }: FormContext, { receivedAt, proposedClass }: ReportContent) {
  const timeline = view.installation.calendars;
  return startCycle({ startedAt: receivedAt, faultClass: proposedClass, recordedAt: view.now, timeline });
}

function similarLine({ number, state, securityRelevant, report }: Ticket): LabelledText {
  const title = securityRelevant ? formWords.securityRelevant : report.title;
  return { label: `${number}, ${stateNames[state]}`, text: title };
}
