import { isAlone } from '../../../../app/acting/standpoint';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { type Answer, type BotDeps, isSettled, type Turn } from '../turn';
import { refusedByProof } from '../check-proof';
import { act } from './act';
import { answerOnTwin } from './answer-on-twin';
import { openForm } from './open-form';
import { openRecord } from './organisation/open-record';
import { submitRecord } from './organisation/submit-record';
import { notice } from './plain-answers';
import { recordLists } from '../../cards/payload';
import type { Press } from './press';
import { readTicket, refreshTicket } from './read-ticket';
import { showList } from './show-list';
import { submitForm } from './submit-form';

/**
 * What a button asks for, by its verb. The answer to a card or dialog is for whoever pressed. An older client sends a message, whose answer may
 * be seen by all of a channel: there it is a sentence about what was done, or a list as a typed command shows it, and nothing else is done.
 */
export async function answerPress(given: BotDeps, turn: Turn, press: Press): Promise<Answer> {
  const { surface, payload } = press;
  const byMessage = surface === 'message';
  if (byMessage && !isAlone(turn) && !(isTicketList(payload) || payload.do === 'act'))
    return notice(botAnswers.onlyOnTheCard);
  // Whoever presses in a dialog, or for one, has dialogs.
  const deps: BotDeps = surface === 'dialog' ? { ...given, mode: 'dialog' } : given;
  const refused = await refusedByProof(deps, turn, payload);
  const answer = refused ?? (await answerOnTwin(deps, turn, press, () => answerVerb(deps, turn, press)));
  return byMessage && payload.do === 'act' ? asSentence(answer) : answer;
}

/** A list that everybody of the place may read. */
function isTicketList(payload: Press['payload']): boolean {
  return payload.do === 'list' && !(recordLists as readonly string[]).includes(payload.list);
}

/** The pressed card is edited; under a message it would be a second one, whose buttons stay as they are. */
function asSentence(answer: Answer): Answer {
  return answer.kind === 'outcome'
    ? { kind: 'outcome', text: answer.text, ...(isSettled(answer) && { done: true }) }
    : answer;
}

async function answerVerb(deps: BotDeps, turn: Turn, { payload, data }: Press): Promise<Answer> {
  switch (payload.do) {
    case 'act':
      return act(deps, turn, payload);
    case 'open':
      return openForm(deps, turn, payload);
    case 'submit':
      return submitForm(deps, turn, payload, data);
    case 'openRecord':
      return openRecord(deps, turn, payload);
    case 'submitRecord':
      return submitRecord(deps, turn, payload, data);
    case 'read':
      return readTicket(deps, turn, payload);
    case 'refresh':
      return refreshTicket(deps, turn, payload);
    case 'list':
      return showList(deps, turn, payload);
  }
}
