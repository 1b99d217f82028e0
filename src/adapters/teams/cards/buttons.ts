import { defined } from '../../../defined';
import type { CardSubject } from '../../../app/messages/card-subject';
import type { TicketAction } from '../../../domain/ticket/actions/registry';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { commandNames } from '../../../texts/commands.de';
import type { DialogMode } from './dialog-mode';
import type { CardPart } from './card-json';
import type { FormId, RecordFormId } from './payload';

/** The ticket as it is shown: what a button's press is measured by. */
export interface ShownTicket {
  readonly number: TicketNumber;
  readonly proof?: string;
  readonly version: number;
}

/** How every button names its ticket: by the number, and by what proves that it is this ticket's. */
export function named({ number, proof }: Omit<ShownTicket, 'version'>) {
  return { ticket: number, ...defined({ proof }) };
}

/** A button that acts at once. */
export function actButton(title: string, action: TicketAction, shown: ShownTicket): CardPart {
  const data = { do: 'act', action, ...named(shown), version: shown.version };
  return pressButton(title, 'act', data);
}

/** A button that opens a form: a dialog, or inline the answer to the press. */
export function openButton(title: string, form: FormId, mode: DialogMode, shown?: ShownTicket): CardPart {
  const ticket = shown && { ...named(shown), version: shown.version };
  return opening(title, 'open', mode, { do: 'open', form, ...ticket });
}

/** A button that opens the form of a record: of the one it names, or of a new one. */
export function recordButton(title: string, form: RecordFormId, mode: DialogMode, of?: string): CardPart {
  return opening(title, 'openRecord', mode, { do: 'openRecord', form, ...defined({ of }) });
}

/** A button that opens a new report; `held` are the values that it begins with, packed. */
export function reportButton(title: string, mode: DialogMode, held?: string): CardPart {
  return opening(title, 'open', mode, { do: 'open', form: 'reportFault', ...defined({ held }) });
}

/** A button that says a command; a report is not asked for first, its form opens at once, with what is held for it. */
export function commandButton(command: string, mode: DialogMode, held?: string): CardPart {
  if (command === commandNames.reportFault) return reportButton(command, mode, held);
  return pressButton(command, 'say', { do: 'say', command });
}

/** A button that shows more to read, in the same way. */
export function readButton(
  title: string,
  what: 'content' | 'deadline' | 'history',
  shown: Omit<ShownTicket, 'version'>,
  mode: DialogMode,
): CardPart {
  return opening(title, 'read', mode, { do: 'read', what, ...named(shown) });
}

function opening(title: string, verb: string, mode: DialogMode, data: object): CardPart {
  return mode === 'inline' ? inlineButton(title, verb, data) : dialogButton(title, data);
}

function dialogButton(title: string, data: object): CardPart {
  return { type: 'Action.Submit', title, data: { msteams: { type: 'task/fetch' }, ...data } };
}

/**
 * A button that is answered in place of its card, for whoever presses it. A client of before Adaptive Cards 1.4 does not know the kind and
 * sends `sent` in a message instead (`inbound/answer-press`).
 */
export function pressButton(title: string, verb: string, data: object, sent = data): CardPart {
  return {
    type: 'Action.Execute',
    title,
    verb,
    data,
    fallback: { type: 'Action.Submit', title, data: sent },
  };
}

/**
 * The same where the answer is something to read or to fill in, which may be for whoever presses alone: a client of before Adaptive Cards 1.4
 * opens a dialog with `sent`.
 */
export function inlineButton(title: string, verb: string, data: object, sent = data): CardPart {
  return { type: 'Action.Execute', title, verb, data, fallback: dialogButton(title, sent) };
}

/** A button that sends nothing of what stands in the card's fields; where a client of before Adaptive Cards 1.3 does, it counts for nothing. */
export function withoutFields(button: CardPart): CardPart {
  return { ...button, associatedInputs: 'none' };
}

/** Puts a button forward: what the place has to do next. */
export function primary(button: CardPart): CardPart {
  return inBoth(button, (each) => ({ ...each, style: 'positive' }));
}

/** The same button by another name. */
export function titled(button: CardPart, title: string): CardPart {
  return inBoth(button, (each) => ({ ...each, title }));
}

/** Puts a button into the card's overflow menu, where the client has one (Adaptive Cards 1.5). */
export function secondary(button: CardPart): CardPart {
  return { ...button, mode: 'secondary' };
}

/** A change of a button and of what an older client shows in its place. */
function inBoth(button: CardPart, change: (button: CardPart) => CardPart): CardPart {
  const { fallback } = button;
  return { ...change(button), ...(fallback !== undefined && { fallback: change(fallback as CardPart) }) };
}

/** A button that opens an address in the client alone; the bot hears nothing of it. */
export function linkButton(title: string, url: string): CardPart {
  return { type: 'Action.OpenUrl', title, url };
}

/** Shows or hides parts of the card in the client alone. */
export function toggleButton(title: string, id: string): CardPart {
  return { type: 'Action.ToggleVisibility', title, targetElements: [id] };
}

/** The buttons of a tracked card: a press on one that is not tracked tells that it was posted twice. */
export function onTrackedCard(buttons: readonly CardPart[], card: CardSubject): readonly CardPart[] {
  const told = (button: CardPart) => ({ ...button, data: { ...(button['data'] as object), card } });
  return buttons.map((button) => inBoth(button, told));
}

/** What a card asks of itself when it is looked at; a copy says nothing of a tracked card. */
export function refreshing(
  shown: Omit<ShownTicket, 'version'>,
  card?: CardSubject,
): { readonly refresh: object } {
  return { refresh: { do: 'refresh', ...named(shown), ...defined({ card }) } };
}
