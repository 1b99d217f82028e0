import type { TicketRecord } from '../../../../app/ports/ticket-store';
import type { Role } from '../../../../domain/organisation/installation';
import type { Refusal } from '../../../../domain/ticket/decide';
import { actionNameFor } from '../../../../texts/action-names.de';
import { cardWords } from '../../../../texts/card-words.de';
import { textLimits } from '../../../../domain/ticket/text-limits';
import { botAnswers, notStoredText, onlyInTheFormText } from '../../../../texts/bot-answers.de';
import { refusalToReaderText, toReaderText } from '../../../../texts/refusals.de';
import { asksHow } from '../../chat/asks-how';
import { actionsFor } from '../../cards/ticket-actions';
import { isBlank, textProblem } from '../../forms/text-checks';
import { commandIdOf } from '../command-id';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { notice } from './plain-answers';

/** Of the message and its writer, so that what became of it is found again; undefined for a message without an id. */
export function saidCommandId({ conversation, activityId, person }: Turn): string | undefined {
  return activityId === undefined ? undefined : commandIdOf('said', conversation.id, activityId, person.id);
}

export function refusalOf(deps: BotDeps, refusal: Refusal, { ticket }: TicketRecord): Answer {
  const view = viewHere(deps);
  return notice(
    refusal.code === 'onBehalfMissing'
      ? toReaderText(botAnswers.answerInTheForm, ticket, view)
      : refusalToReaderText(refusal, ticket, view),
  );
}

/** Why a text is not taken, as the sentence that says so; undefined when nothing is wrong with it. */
export function problemOf(text: string, action: 'comment' | 'answerQuestion'): string | undefined {
  if (saysNothing(text)) return botAnswers.nothingSaid;
  if (asksHow(text, action === 'answerQuestion')) return botAnswers.askedHow;
  const problem = textProblem(text, action === 'comment' ? textLimits.comment : textLimits.answer, false);
  return problem === undefined ? undefined : notStoredText(problem);
}

/** A blank, mere punctuation, or what stands for a text in the help ("…", "<Text>") or asks for it ("bitte"). */
export function saysNothing(text: string): boolean {
  return (
    isBlank(text) ||
    /^[\s\p{P}\p{Cf}]*$/u.test(text) ||
    /^bitte\P{L}*$/iu.test(text) ||
    within(text)?.toLowerCase() === within(cardWords.textToFill)?.toLowerCase()
  );
}

/** What stands between brackets or quotation marks, where all of the text does. */
function within(text: string): string | undefined {
  return /^[\p{Ps}\p{Pi}\p{Pf}<](.*)[\p{Pe}\p{Pi}\p{Pf}>]$/su.exec(text)?.[1];
}

/** Such a text has no business in a channel: it is refused with a pointer to the form, and the attempt recorded. */
export async function refusedHere(
  deps: BotDeps,
  { person }: Turn,
  { ticket }: TicketRecord,
  role: Role,
  action: 'comment' | 'answerQuestion',
): Promise<Answer> {
  const at = deps.clock.now();
  const { number } = ticket;
  await deps.audit?.refused({ at, person: person.id, role, ticket: number, action, code: 'onlyInTheForm' });
  const offered = actionsFor(ticket, role).includes(action);
  const text = onlyInTheFormText(offered ? actionNameFor(action, role) : undefined);
  return notice(toReaderText(text, ticket, viewHere(deps)));
}
