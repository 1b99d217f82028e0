import { named, type ShownTicket } from './buttons';
import type { DialogMode } from './dialog-mode';
import type { CardPart } from './card-json';

/** Inline, what was opened took the card's place and leads back to it; a dialog is simply closed. */
export function backButtons(
  title: string,
  ticket: Omit<ShownTicket, 'version'> | undefined,
  mode: DialogMode,
): readonly CardPart[] {
  if (mode === 'dialog' || ticket === undefined) return [];
  const data = { do: 'refresh', ...named(ticket) };
  return [{ type: 'Action.Execute', title, verb: 'refresh', associatedInputs: 'none', data }];
}
