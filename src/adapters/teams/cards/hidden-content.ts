import { typedTexts } from './content-card';
import type { Section } from './labelled-lines';
import type { TicketCardInput } from './ticket-card-input';

/** Whether "Inhalt anzeigen" has anything that the card itself, with the details that it unfolds, does not show in full. */
export function hidesContent(input: TicketCardInput, details: readonly Section[]): boolean {
  const { record, place, view, readable } = input;
  const unfolded = details.flatMap(({ lines }) => lines.map(({ text }) => text));
  const shown = [record.ticket.report.title, ...unfolded];
  return typedTexts(record, { view, place, ...(readable && { readable }) }).some(
    (typed) => !shown.some((text) => text.includes(typed)),
  );
}
