import type { TicketCommand } from '../../../../domain/ticket/actions/registry';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import { answeredText, commentedText, otherThreadText, spokenWords } from '../../../../texts/bot-answers.de';
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
 * "Kommentar …", "Kommentar an alle …" and "Antwort …": about the ticket whose card began the thread, or the one that is
 * named at the beginning; where these are two, nothing is taken. Nothing of the text is repeated, and of a security-relevant ticket nothing
 * is taken (process 10).
 */
export async function sayAboutTicket(deps: BotDeps, turn: Turn, said: SpokenText): Promise<Answer> {
  const meant = await ticketMeant(deps, turn, said);
  if ('missing' in meant) return notice(meant.missing);
  if (meant.thread !== undefined) return saidElsewhere(deps, turn, said, meant.ticket, meant.thread);
  const found = await findReadable(deps, meant.turn, meant.ticket);
  if (found === undefined) return ticketNotFound();
  const { record } = found;
  const action = actionOf(said);
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

function actionOf({ command }: SpokenText): 'answerQuestion' | 'comment' {
  return command === 'answer' ? 'answerQuestion' : 'comment';
}

/** Addressed to another ticket than the thread's: whoever wrote it says which is meant. */
async function saidElsewhere(
  deps: BotDeps,
  turn: Turn,
  said: SpokenText,
  named: TicketNumber,
  thread: TicketNumber,
): Promise<Answer> {
  for (const number of [named, thread]) {
    const found = await findReadable(deps, turn, number);
    if (found === undefined || !found.record.ticket.securityRelevant) continue;
    const role = actingRole(deps.directory.installation(), turn, found, actionOf(said));
    return refusedHere(deps, turn, found.record, role, actionOf(said));
  }
  return notice(otherThreadText(spokenWords[said.command], named, thread));
}
