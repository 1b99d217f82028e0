import type { View } from '../../../texts/view';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Instant } from '../../../domain/instant';
import type { ReactionCycle } from '../../../domain/reaction/reaction-cycle';
import { presentCycle } from '../../../domain/ticket/ticket';
import { formatInstant, formatReactionTime } from '../../../texts/german-time';
import { calendarOf, deadlineText, explanationText } from '../../../texts/deadlines.de';
import { faultClassLabel } from '../../../texts/labels.de';
import type { DialogMode } from './dialog-mode';
import type { LabelledText } from './labelled-text';
import { backButtons } from './back-button';
import type { AdaptiveCardJson } from './card-json';
import { renderLabelledLines } from './labelled-lines';

const earlierShown = 5;

export interface DeadlineCardInput {
  readonly record: TicketRecord;
  readonly view: View;
  readonly mode?: DialogMode;
}

/** "Fristberechnung": how a deadline came about, so that the reader can recompute it (process 2.10). */
export function renderDeadlineExplanation(input: DeadlineCardInput): AdaptiveCardJson {
  const { record, view } = input;
  const { ticket } = record;
  const present = presentCycle(ticket);
  const earlier = ticket.cycles.slice(0, -1).slice(-earlierShown);
  return renderLabelledLines(
    {
      heading: `Fristberechnung ${ticket.number}`,
      intro: 'Garantiert ist die Reaktion: der Beginn der Analyse durch die Wartungs-Dispatcher.',
      sections: [
        { lines: presentLines(present, view) },
        ...earlier.map((cycle) => ({
          title: `Früherer Reaktionszyklus ab ${time(cycle.startedAt, cycle, view)}`,
          lines: [{ label: 'Ergebnis', text: deadlineText(cycle, view).text }],
        })),
      ],
    },
    backButtons('Zurück zum Ticket', ticket.number, input.mode ?? 'dialog'),
  );
}

function presentLines(cycle: ReactionCycle, view: View): readonly LabelledText[] {
  const shown = (at: Instant) => time(at, cycle, view);
  return [
    { label: 'Beginn', text: shown(cycle.startedAt) },
    { label: 'Klasse', text: faultClassLabel(cycle.faultClass) },
    { label: 'Reaktionszeit', text: formatReactionTime(cycle.faultClass) },
    { label: 'Gerechnet', text: explanationText(cycle, view) },
    { label: 'Reaktionsfrist', text: shown(cycle.deadline) },
    ...cycle.earlierDeadlines.slice(-earlierShown).map((earlier) => ({
      label: `Bis ${shown(earlier.replacedAt)}`,
      text: `Klasse ${earlier.faultClass}, Frist ${shown(earlier.deadline)}`,
    })),
    { label: 'Stand', text: deadlineText(cycle, view).text },
  ];
}

function time(at: Instant, cycle: ReactionCycle, view: View): string {
  return formatInstant(at, calendarOf(cycle, view).zone);
}
