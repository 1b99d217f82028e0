import type { TicketCommand } from '../../../../domain/ticket/actions/registry';
import { answeredText, commentedText } from '../../../../texts/bot-answers.de';
import type { SpokenText } from '../../chat/parse-chat-command';
import { withLineFeeds } from '../../forms/text-checks';
import { actingRole } from '../../../../app/acting/acting-roles';
import { findReadable } from '../../../../app/acting/find-readable';
import type { Answer, BotDeps, Turn } from '../turn';
import { correctSaid, saidBy } from './correct-said';
import { commentedIn, notice, saidInTicket, ticketNotFound } from './plain-answers';
import { problemOf, refusalOf, refusedHere, saidCommandId } from './said-text';
import { ticketMeant } from './ticket-meant';

/**
 * "Kommentar …", "Kommentar an alle …" and "Antwort …": in a channel about the ticket whose card began the thread, in a
 * private chat about the one that is named. Nothing of the text is repeated, and of a security-relevant ticket nothing
 * is taken (process 10).
 */
export async function sayAboutTicket(deps: BotDeps, turn: Turn, said: SpokenText): Promise<Answer> {
  const meant = await ticketMeant(deps, turn, said);
  if ('missing' in meant) return notice(meant.missing);
  const found = await findReadable(deps, meant.turn, meant.ticket);
  if (found === undefined) return ticketNotFound();
  const { record } = found;
  const action = said.command === 'answer' ? 'answerQuestion' : 'comment';
  const role = actingRole(deps.directory.installation(), turn, found, action);
  if (record.ticket.securityRelevant) return refusedHere(deps, turn, record, role, action);
  const text = withLineFeeds(meant.text).trim();
  const problem = problemOf(text, action);
  if (problem !== undefined) return notice(problem);
  const commandId = saidCommandId(turn) ?? deps.newNonce();
  const internal = said.command === 'comment' && role !== 'operator';
  const command: TicketCommand =
    action === 'comment'
      ? { type: action, commandId, text, internal }
      : { type: action, commandId, answer: text };
  const { number } = record.ticket;
  const { person, reader } = turn;
  const outcome = await deps.runCommand({ ticket: number, person: person.id, role, reader, command });
  if (outcome.kind === 'refused') return refusalOf(deps, outcome.refusal, outcome.record ?? record);
  const before = outcome.kind === 'repeated' && turn.isEdit === true && saidBy(outcome.record, commandId);
  // Another instance has taken the message while its edit was under way.
  const correction =
    before &&
    (await correctSaid(deps, { event: before, found: { ...found, record: outcome.record }, turn }, said));
  if (correction) return correction;
  return action === 'comment'
    ? commentedIn(number, commentedText(number, internal))
    : saidInTicket(number, answeredText(number));
}
