import type { TicketRecord } from '../../../../app/ports/ticket-store';
import { actingRole } from '../../../../app/acting/acting-roles';
import { findReadable, type ReadableTicket } from '../../../../app/acting/find-readable';
import type { CommentAdded } from '../../../../domain/ticket/actions/comment';
import type { QuestionAnswered } from '../../../../domain/ticket/actions/answer-question';
import type { TicketNumber } from '../../../../domain/ticket/ticket';
import {
  botAnswers,
  correctedText,
  correctionElsewhereText,
  correctionStoredText,
  deletedStaysText,
  editWithoutCommandText,
  staysInternalText,
} from '../../../../texts/bot-answers.de';
import type { ChatRequest } from '../../chat/parse-chat-command';
import { withLineFeeds } from '../../forms/text-checks';
import { commandIdOf } from '../command-id';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { notice, saidInTicket } from './plain-answers';
import { numberOf } from './number-of';
import { problemOf, saysNothing, refusalOf, refusedHere, saidCommandId } from './said-text';
import { inThread, ticketMeant } from './ticket-meant';

/** What a message put into a ticket when it was written. */
export interface SaidBefore {
  readonly event: CommentAdded | QuestionAnswered;
  readonly found: ReadableTicket;
  readonly turn: Turn;
}

/** Outside the thread of a ticket, a message is looked for in so many open tickets of its reader, those due first, if nothing else says which. */
const mostSearched = 200;

/**
 * What the message, edited or deleted now, put into a ticket that may still be read there. Outside the thread of a ticket
 * that is the one which the message names or is remembered to have gone into, or else one of those open there.
 */
export async function saidBefore(
  deps: BotDeps,
  turn: Turn,
  now: ChatRequest | undefined,
  remembered: TicketNumber | undefined,
): Promise<SaidBefore | undefined> {
  const commandId = saidCommandId(turn);
  if (commandId === undefined) return undefined;
  const ofThread = await inThread(deps, turn);
  if (ofThread !== undefined) return saidIn(deps, ofThread.turn, ofThread.ticket, commandId);
  for (const number of [remembered, await ticketNamed(deps, turn, now)]) {
    const before = number === undefined ? undefined : await saidIn(deps, turn, number, commandId);
    if (before !== undefined) return before;
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

async function ticketNamed(
  deps: BotDeps,
  turn: Turn,
  said: ChatRequest | undefined,
): Promise<TicketNumber | undefined> {
  if (said?.command === 'ticket') return numberOf(deps, said);
  if (said === undefined || !('text' in said)) return undefined;
  const meant = await ticketMeant(deps, turn, said);
  return 'missing' in meant ? undefined : meant.ticket;
}

async function saidIn(
  deps: BotDeps,
  turn: Turn,
  number: TicketNumber,
  commandId: string,
): Promise<SaidBefore | undefined> {
  const found = await findReadable(deps, turn, number);
  const event = found && saidBy(found.record, commandId);
  return event && { event, found, turn };
}

/** What the command has put into the ticket. */
export function saidBy({ events }: TicketRecord, commandId: string): SaidBefore['event'] | undefined {
  const event = events.find((each) => each.commandId === commandId);
  return event?.type === 'commentAdded' || event?.type === 'questionAnswered' ? event : undefined;
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
  if (saysNothing(now)) return notice(botAnswers.nothingSaid);
  const role = actingRole(deps.directory.installation(), turn, found, 'comment');
  const wasInternal = event.type === 'commentAdded' && event.internal;
  // Nobody reads more of it than both its words allow: what is taken back is not told on.
  const internal = wasInternal || (said.command === 'comment' && role !== 'operator');
  const readers = { internal, wasInternal, forAll: said.command === 'commentToAll' };
  if (
    now === (event.type === 'commentAdded' ? event.text : event.answer) &&
    internal === wasInternal &&
    corrections(turn, found.record).last === undefined
  ) {
    return wasInternal && readers.forAll ? notice(staysInternalText(number)) : undefined;
  }
  if (found.record.ticket.securityRelevant) return refusedHere(deps, turn, found.record, role, 'comment');
  const text = correctedText(event.type, viewHere(deps).time(event.at), now);
  const problem = problemOf(text, 'comment');
  if (problem !== undefined) return notice(problem);
  const { person, reader } = turn;
  for (let { record } = found; ;) {
    const { last, nextId } = corrections(turn, record);
    if (last?.text === text && last.internal === internal) return undefined;
    const command = { type: 'comment', commandId: nextId, text, internal } as const;
    const outcome = await deps.runCommand({ ticket: number, person: person.id, role, reader, command });
    if (outcome.kind === 'refused') return refusalOf(deps, outcome.refusal, outcome.record ?? record);
    if (outcome.kind === 'done') return saidInTicket(number, correctionStoredText(number, readers));
    // Another edit of the same message was faster.
    ({ record } = outcome);
  }
}

/** The message was deleted: what it said stays, and its writer is told so. */
export function deletedAfterSaid({ event, found }: SaidBefore): Answer {
  return notice(deletedStaysText(event.type, found.record.ticket.number));
}

/** The corrections of a message have numbers, so that each counts once: the last one, and the id of the next. */
function corrections(
  { conversation, activityId, person }: Turn,
  { events }: TicketRecord,
): { readonly last: CommentAdded | undefined; readonly nextId: string } {
  let last: CommentAdded | undefined;
  for (let count = 1; ; count += 1) {
    const nextId = commandIdOf('edited', conversation.id, activityId ?? '', person.id, count);
    const event = events.find(({ commandId }) => commandId === nextId);
    if (event?.type !== 'commentAdded') return { last, nextId };
    last = event;
  }
}
