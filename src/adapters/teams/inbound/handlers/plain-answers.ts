import { botAnswers } from '../../../../texts/bot-answers.de';
import { commandNames } from '../../../../texts/commands.de';
import { titleSummary } from '../../../../texts/summaries.de';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import type { AdaptiveCardJson } from '../../cards/card-json';
import { type HelpScope, renderHelpCard } from '../../cards/help-card';
import type { DialogMode } from '../../cards/dialog-mode';
import type { Answer } from '../turn';

type Page = Extract<Answer, { readonly kind: 'page' }>;

/** The same for a ticket that does not exist and for one that the reader may not read; everybody here may read it. */
export function ticketNotFound(): Answer {
  return notice(botAnswers.ticketNotFound);
}

/** Something to read or to fill in, which Teams' feed calls by its title. */
export function titledPage(title: string, card: AdaptiveCardJson): Page {
  return { kind: 'page', title, summary: titleSummary(title), card };
}

/** The same, of use to whoever asked alone. */
export function ownPage(title: string, card: AdaptiveCardJson): Answer {
  return { ...titledPage(title, card), forAskerOnly: true };
}

/** What the bot is for. */
export function helpPage(scope: HelpScope, mode: DialogMode): Answer {
  return ownPage(commandNames.help, renderHelpCard(scope, mode));
}

/** A sentence; a card that was pressed stays as it is. */
export function notice(text: string): Answer {
  return { kind: 'outcome', text };
}

/** A sentence about what was done. */
export function done(text: string): Answer {
  return { kind: 'outcome', text, done: true };
}

/** A sentence about what was said, and is in the ticket now. */
export function saidInTicket(ticket: TicketNumber, text: string): Answer {
  return { kind: 'outcome', text, done: true, saidIn: ticket };
}

/** The same of a comment. */
export function commentedIn(ticket: TicketNumber, text: string): Answer {
  return { kind: 'outcome', text, done: true, saidIn: ticket, isAcknowledgement: true };
}
