import { actionNames, fieldTexts } from '../../../texts/actions.de';
import { defined } from '../../../defined';
import { formWords, infoLabels, deadlineWithClassLabel } from '../../../texts/form-words.de';
import { faultClasses } from '../../../domain/reaction/fault-class';
import { previewClassChange } from '../../../domain/reaction/reaction-cycle';
import { classReasonMissing } from '../../../domain/ticket/actions/change-class';
import { textLimits } from '../../../domain/ticket/text-limits';
import { presentCycle } from '../../../domain/ticket/ticket';
import { formatEnd } from '../../../texts/german-time';
import { calendarOf } from '../../../texts/deadlines.de';
import { fieldErrors } from '../../../texts/form-errors.de';
import { faultClassLabel } from '../../../texts/labels.de';
import { faultClassChoices, faultClassIn } from './choices';
import type { FormContext, FormDefinition } from './form-definition';
import type { LabelledText } from '../cards/labelled-text';
import { ticketOf } from './ticket-of';

/** "Klasse ändern": shows what the deadline becomes with each class, and which would be past already (process 2.8). */
export const changeClassForm: FormDefinition = {
  id: 'changeClass',
  title: () => actionNames.changeClass,
  submitLabel: () => actionNames.changeClass,
  fields: () => [
    { id: 'faultClass', kind: 'choice', ...fieldTexts.faultClass, choices: faultClassChoices },
    { id: 'reason', kind: 'text', ...fieldTexts.changeReason, maxLength: textLimits.reason },
  ],
  initialValues: (context) => ({ faultClass: String(ticketOf(context).faultClass) }),
  info: (context) => [...proposedLine(context), ...previewLines(context)],
  read: (context, values) => {
    const ticket = ticketOf(context);
    const faultClass = faultClassIn(values['faultClass']);
    const { reason } = values;
    // The class the ticket has already is refused by the process, which also knows who was faster.
    if (classReasonMissing(ticket, faultClass, reason)) {
      return { ok: false, errors: { reason: fieldErrors.classReason } };
    }
    return { ok: true, command: { type: 'changeClass', faultClass, ...defined({ reason }) } };
  },
};

function proposedLine(context: FormContext): readonly LabelledText[] {
  return [{ label: infoLabels.proposed, text: faultClassLabel(ticketOf(context).proposedClass) }];
}

function previewLines(context: FormContext): readonly LabelledText[] {
  const { view } = context;
  const { now } = view;
  const ticket = ticketOf(context);
  const cycle = presentCycle(ticket);
  if (cycle.end !== undefined) return [{ label: infoLabels.reactionDeadline, text: formWords.cycleEnded }];
  const { zone } = calendarOf(cycle, view);
  return faultClasses.map((faultClass) => {
    const isPresent = faultClass === ticket.faultClass;
    const label = deadlineWithClassLabel(faultClass, isPresent);
    const preview = previewClassChange(cycle, faultClass, now, view.installation.calendars);
    if (preview === undefined) return { label, text: formWords.noDeadlineInCalendar };
    const past = preview.alreadyPast && !isPresent ? ` – ${formWords.alreadyPast}` : '';
    return { label, text: `${formatEnd(preview.deadline, zone)}${past}` };
  });
}
