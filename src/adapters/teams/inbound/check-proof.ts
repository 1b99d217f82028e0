import { findReadable } from '../../../app/acting/find-readable';
import { botAnswers } from '../../../texts/bot-answers.de';
import type { Payload } from '../cards/payload';
import { notice, ticketNotFound } from './handlers/plain-answers';
import type { Answer, BotDeps, Turn } from './turn';

/**
 * Whether a button that names a ticket is of that ticket's card: by the proof it carries, or because the store tracks
 * the pressed card as the ticket's. A number alone says nothing after the data were put back to an earlier state. Answers
 * a sentence if not, the same for a number that is unknown and one that is hidden; undefined if the handler may go on.
 */
export async function refusedByProof(
  deps: BotDeps,
  turn: Turn,
  payload: Payload,
): Promise<Answer | undefined> {
  if (!('ticket' in payload) || payload.ticket === undefined) return undefined;
  const { ticket, proof } = payload;
  const record = await deps.queries.ticket(ticket);
  if (proof !== undefined) {
    if (record?.ticket.proof === proof) return undefined;
    // What the bot has never made says nothing about any ticket.
    return (await deps.queries.seenOnCard(ticket, proof))
      ? notice(botAnswers.cardOfLostTicket)
      : ticketNotFound();
  }
  const needsNone = record === undefined || record.ticket.proof === undefined;
  if (needsNone || turn.pressed?.tracked?.ticket === ticket) return undefined;
  const found = await findReadable(deps, turn, ticket);
  return found === undefined ? undefined : notice(botAnswers.cardOfLostTicket);
}
