import type { TicketNumber } from '../../../domain/ticket/ticket';
import type { DialogMode } from './dialog-mode';
import type { CardPart } from './card-json';

/** Inline, what was opened took the card's place and leads back to it; a dialog is simply closed. */
export function backButtons(
  title: string,
  ticket: TicketNumber | undefined,
  mode: DialogMode,
): readonly CardPart[] {
  if (mode === 'dialog' || ticket === undefined) return [];
  const data = { do: 'refresh', ticket };
  return [{ type: 'Action.Execute', title, verb: 'refresh', associatedInputs: 'none', data }];
}
