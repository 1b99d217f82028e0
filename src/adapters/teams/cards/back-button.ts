import { inlineButton, named, type ShownTicket, withoutFields } from './buttons';
import type { DialogMode } from './dialog-mode';
import type { CardPart } from './card-json';

/** Inline, what was opened took the card's place and leads back to it; a dialog is simply closed. */
export function backButtons(
  title: string,
  ticket: Omit<ShownTicket, 'version'> | undefined,
  mode: DialogMode,
): readonly CardPart[] {
  if (mode === 'dialog' || ticket === undefined) return [];
  return [withoutFields(inlineButton(title, 'refresh', { do: 'refresh', ...named(ticket) }))];
}
