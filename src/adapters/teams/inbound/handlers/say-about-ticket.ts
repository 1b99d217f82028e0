import { viewHere } from '../view-here';
import type { TicketRecord } from '../../../../app/ports/ticket-store';
import type { Role } from '../../../../domain/organisation/installation';
import type { TicketCommand } from '../../../../domain/ticket/actions/registry';
import { textLimits } from '../../../../domain/ticket/text-limits';
import type { Refusal } from '../../../../domain/ticket/decide';
import { answeredText, botAnswers, commentedText, notStoredText } from '../../../../texts/bot-answers.de';
import { refusalText } from '../../../../texts/refusals.de';
import type { SpokenText } from '../../chat/parse-chat-command';
import { isBlank, textProblem, withLineFeeds } from '../../forms/text-checks';
import { actingRole } from '../../../../app/acting/acting-roles';
import { findReadable } from '../../../../app/acting/find-readable';
import { commandIdOf } from '../command-id';
import type { Answer, BotDeps, Turn } from '../turn';
import { notice, ticketNotFound } from './not-found';
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
  const problem = problemOf(text, action === 'comment' ? textLimits.comment : textLimits.answer);
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
  if (outcome.kind === 'refused') return refusalOf(deps, outcome.refusal);
  return notice(action === 'comment' ? commentedText(number, internal) : answeredText(number));
}

/** Of the message and its writer, so that what became of it is found again; undefined for a message without an id. */
export function saidCommandId({ conversation, activityId, person }: Turn): string | undefined {
  return activityId === undefined ? undefined : commandIdOf('said', conversation.id, activityId, person.id);
}

export function refusalOf(deps: BotDeps, refusal: Refusal): Answer {
  const byForm = refusal.code === 'onBehalfMissing';
  return notice(byForm ? botAnswers.answerInTheForm : refusalText(refusal, viewHere(deps)));
}

export function problemOf(text: string, maxLength: number): string | undefined {
  if (isBlank(text)) return botAnswers.nothingSaid;
  const problem = textProblem(text, maxLength, false);
  return problem === undefined ? undefined : notStoredText(problem);
}

/** Such a text has no business in a channel: it is refused with a pointer to the form, and the attempt recorded. */
export async function refusedHere(
  deps: BotDeps,
  { person }: Turn,
  { ticket: { number } }: TicketRecord,
  role: Role,
  action: 'comment' | 'answerQuestion',
): Promise<Answer> {
  const at = deps.clock.now();
  await deps.audit?.refused({ at, person: person.id, role, ticket: number, action, code: 'onlyInTheForm' });
  return notice(botAnswers.onlyInTheForm);
}
