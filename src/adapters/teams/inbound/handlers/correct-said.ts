import { isAlone } from '../../../../app/acting/standpoint';
import type { TicketRecord } from '../../../../app/ports/ticket-store';
import { actingRole } from '../../../../app/acting/acting-roles';
import { findReadable, type ReadableTicket } from '../../../../app/acting/find-readable';
import type { CommentAdded } from '../../../../domain/ticket/actions/comment';
import type { QuestionAnswered } from '../../../../domain/ticket/actions/answer-question';
import { textLimits } from '../../../../domain/ticket/text-limits';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import {
  botAnswers,
  correctedText,
  correctionElsewhereText,
  correctionStoredText,
  deletedStaysText,
  editWithoutCommandText,
} from '../../../../texts/bot-answers.de';
import type { ChatRequest } from '../../chat/parse-chat-command';
import { isBlank, withLineFeeds } from '../../forms/text-checks';
import { commandIdOf } from '../command-id';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { notice } from './not-found';
import { problemOf, refusalOf, refusedHere, saidCommandId } from './say-about-ticket';
import { ticketMeant } from './ticket-meant';

/** What a message put into a ticket when it was written. */
export interface SaidBefore {
  readonly event: CommentAdded | QuestionAnswered;
  readonly found: ReadableTicket;
  readonly turn: Turn;
}

/** In a private chat a message is looked for in so many open tickets of its writer, those due first. */
const mostSearched = 200;

/** What the message, edited or deleted now, put into a ticket that its writer may still read. */
export async function saidBefore(deps: BotDeps, turn: Turn): Promise<SaidBefore | undefined> {
  const commandId = saidCommandId(turn);
  if (commandId === undefined) return undefined;
  if (!isAlone(turn)) {
    const meant = await ticketMeant(deps, turn, { text: '' });
    return 'missing' in meant ? undefined : saidIn(deps, meant.turn, meant.ticket, commandId);
  }
  const { tickets } = await deps.queries.openTickets(turn.reader, { limit: mostSearched });
  for (const { number, comments, answeredQuestions } of tickets) {
    const wrote =
      comments.some(({ by }) => by === turn.person.id) ||
      answeredQuestions.some(({ answeredBy }) => answeredBy === turn.person.id);
    const before = wrote ? await saidIn(deps, turn, number, commandId) : undefined;
    if (before !== undefined) return before;
  }
  return undefined;
}

async function saidIn(
  deps: BotDeps,
  turn: Turn,
  number: TicketNumber,
  commandId: string,
): Promise<SaidBefore | undefined> {
  const found = await findReadable(deps, turn, number);
  const event = found?.record.events.find((each) => each.commandId === commandId);
  if (found === undefined || event === undefined) return undefined;
  return event.type === 'commentAdded' || event.type === 'questionAnswered'
    ? { event, found, turn }
    : undefined;
}

/**
 * The message was edited. The record is append-only (process 10): what it says now becomes a further comment that names
 * the earlier one, by the same person with the rights they have now. Undefined where nothing of it has changed.
 */
export async function correctSaid(
  deps: BotDeps,
  { event, found, turn }: SaidBefore,
  said: ChatRequest | undefined,
): Promise<Answer | undefined> {
  const { number } = found.record.ticket;
  if (said === undefined || !('text' in said)) return notice(editWithoutCommandText(number));
  const meant = await ticketMeant(deps, turn, said);
  if ('missing' in meant) return notice(meant.missing);
  if (meant.ticket !== number) return notice(correctionElsewhereText(number));
  const now = withLineFeeds(meant.text).trim();
  if (
    now === (event.type === 'commentAdded' ? event.text : event.answer) &&
    !isCorrected(turn, found.record)
  ) {
    return undefined;
  }
  if (isBlank(now)) return notice(botAnswers.nothingSaid);
  const role = actingRole(deps.directory.installation(), turn, found, 'comment');
  if (found.record.ticket.securityRelevant) return refusedHere(deps, turn, found.record, role, 'comment');
  const text = correctedText(event.type, viewHere(deps).time(event.at), now);
  const problem = problemOf(text, textLimits.comment);
  if (problem !== undefined) return notice(problem);
  // Whoever read it reads its correction, and more people only where the writer now says so.
  const internal = event.type === 'commentAdded' && event.internal && said.command !== 'commentToAll';
  const { person, reader } = turn;
  for (let { record } = found; ;) {
    const last = corrections(turn, record);
    if (last.text === text) return undefined;
    const command = { type: 'comment', commandId: last.nextId, text, internal } as const;
    const outcome = await deps.runCommand({ ticket: number, person: person.id, role, reader, command });
    if (outcome.kind === 'refused') return refusalOf(deps, outcome.refusal);
    if (outcome.kind === 'done') return notice(correctionStoredText(number, internal));
    // Another edit of the same message was faster.
    ({ record } = outcome);
  }
}

/** The message was deleted: what it said stays, and its writer is told so. */
export function deletedAfterSaid({ event, found }: SaidBefore): Answer {
  return notice(deletedStaysText(event.type, found.record.ticket.number));
}

function isCorrected(turn: Turn, record: TicketRecord): boolean {
  return corrections(turn, record).text !== undefined;
}

/** The corrections of a message have numbers, so that each counts once: the last one's text, and the id of the next. */
function corrections(
  { conversation, activityId, person }: Turn,
  { events }: TicketRecord,
): { readonly text: string | undefined; readonly nextId: string } {
  let text: string | undefined;
  for (let count = 1; ; count += 1) {
    const nextId = commandIdOf('edited', conversation.id, activityId ?? '', person.id, count);
    const event = events.find(({ commandId }) => commandId === nextId);
    if (event?.type !== 'commentAdded') return { text, nextId };
    ({ text } = event);
  }
}
