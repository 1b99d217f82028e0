import { cardWords } from '../../../texts/card-words.de';
import {
  deadlineOfText,
  earlierCycleText,
  earlierDeadlineText,
  untilText,
} from '../../../texts/card-sentences.de';
import type { View } from '../../../texts/view';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Instant } from '../../../domain/instant';
import type { ReactionCycle } from '../../../domain/reaction/reaction-cycle';
import { presentCycle } from '../../../domain/ticket/ticket';
import { formatEnd, formatInstant, formatReactionTime } from '../../../texts/german-time';
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
      heading: deadlineOfText(ticket.number),
      intro: cardWords.whatIsGuaranteed,
      sections: [
        { lines: presentLines(present, view) },
        ...earlier.map((cycle) => ({
          title: earlierCycleText(time(cycle.startedAt, cycle, view)),
          lines: [{ label: cardWords.result, text: deadlineText(cycle, view).text }],
        })),
      ],
    },
    backButtons(cardWords.backToTicket, ticket, input.mode ?? 'dialog'),
  );
}

function presentLines(cycle: ReactionCycle, view: View): readonly LabelledText[] {
  const shown = (at: Instant) => time(at, cycle, view);
  const due = (at: Instant) => formatEnd(at, calendarOf(cycle, view).zone);
  return [
    { label: cardWords.begin, text: shown(cycle.startedAt) },
    { label: cardWords.faultClass, text: faultClassLabel(cycle.faultClass) },
    { label: cardWords.reactionTime, text: formatReactionTime(cycle.faultClass) },
    { label: cardWords.counted, text: explanationText(cycle, view) },
    { label: cardWords.reactionDeadline, text: due(cycle.deadline) },
    ...cycle.earlierDeadlines.slice(-earlierShown).map((earlier) => ({
      label: untilText(shown(earlier.replacedAt)),
      text: earlierDeadlineText(earlier.faultClass, due(earlier.deadline)),
    })),
    { label: cardWords.status, text: deadlineText(cycle, view).text },
  ];
}

function time(at: Instant, cycle: ReactionCycle, view: View): string {
  return formatInstant(at, calendarOf(cycle, view).zone);
}
