import { typedTexts } from './content-card';
import type { CardRoom } from './card-room';
import type { TicketCardInput } from './ticket-card-input';
import { textsOnCard } from './ticket-view';

/** Whether "Inhalt anzeigen" has anything that the card itself, with all it unfolds, does not show in full. */
export function hidesContent(input: TicketCardInput, room: CardRoom): boolean {
  const { record, place, view, readable } = input;
  const shown = textsOnCard(input, room);
  return typedTexts(record, { view, place, ...(readable && { readable }) }).some(
    (typed) => !shown.some((text) => text.includes(typed)),
  );
}
