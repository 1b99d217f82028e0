import { calendarAt } from '../../../domain/reaction/calendar-timeline';
import { serviceDaysUntilUnanswered } from '../../../domain/ticket/timers';
import { responsibleParty } from '../../../domain/ticket/responsible-party';
import { formatInstant } from '../../../texts/german-time';
import { formWords } from '../../../texts/form-words.de';
import { actionNames } from '../../../texts/labels.de';
import { refusalText } from '../../../texts/refusals.de';
import type { FormContext, FormDefinition } from './form-definition';
import { zoneOf } from './on-behalf';
import { ticketOf } from './ticket-of';

/** "Schließen ohne Antwort": asks for nothing, but cannot be taken back, so it is a summary to be confirmed. */
export const closeWithoutAnswerForm: FormDefinition = {
  id: 'closeWithoutAnswer',
  template: 'close-without-answer',
  title: () => actionNames.closeWithoutAnswer,
  submitLabel: () => 'Schließen',
  blocked: (context) => {
    const ticket = ticketOf(context);
    const earliest = earliestClose(context);
    if (earliest === undefined || context.now >= earliest) return undefined;
    const refusal = {
      code: 'tooEarlyToClose',
      earliest,
      state: ticket.state,
      responsible: responsibleParty(ticket),
    } as const;
    return refusalText(refusal, context.installation);
  },
  fields: () => [],
  initialValues: () => ({}),
  view: () => ({ info: [] }),
  read: () => ({ ok: true, command: { type: 'closeWithoutAnswer' } }),
  check: (context) => {
    const { returned } = ticketOf(context);
    const since = returned === undefined ? [] : [formatInstant(returned.at, zoneOf(context))];
    return {
      intro: 'Das Ticket wird geschlossen, weil keine Antwort kam.',
      lines: since.map((text) => ({ label: 'Zurückgewiesen', text })),
      warnings: [formWords.cannotBeUndone],
      similar: [],
    };
  },
};

function earliestClose(context: FormContext): number | undefined {
  const returnedAt = ticketOf(context).returned?.at;
  if (returnedAt === undefined) return undefined;
  const { calendar } = calendarAt(context.installation.calendars, returnedAt);
  return calendar.addServiceDays(returnedAt, serviceDaysUntilUnanswered);
}
