import { roleOfReader } from '../../../../domain/ticket/access';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { toReaderText } from '../../../../texts/refusals.de';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { notice } from './plain-answers';

/**
 * To whoever pressed, and to nobody else: the conversation's place may not read the ticket, or there is none. Somebody
 * who may read it elsewhere is told so, and how it stands (process 3); to everybody else it is as if there were none.
 */
export async function notReadHereText(
  deps: BotDeps,
  { person }: Turn,
  ticket: TicketNumber,
): Promise<string> {
  const record = await deps.queries.ticket(ticket);
  const reads =
    record !== undefined &&
    roleOfReader(deps.directory.installation(), person.id, record.ticket) !== undefined;
  return reads
    ? toReaderText(botAnswers.readElsewhere, record.ticket, viewHere(deps))
    : botAnswers.ticketNotFound;
}

export async function notReadHere(deps: BotDeps, turn: Turn, ticket: TicketNumber): Promise<Answer> {
  return notice(await notReadHereText(deps, turn, ticket));
}
