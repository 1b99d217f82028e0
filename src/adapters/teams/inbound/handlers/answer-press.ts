import { isAlone } from '../../../../app/acting/standpoint';
import { botAnswers } from '../../../../texts/bot-answers.de';
import type { Answer, BotDeps, Turn } from '../turn';
import { refusedByProof } from '../check-proof';
import { act } from './act';
import { answerOnTwin } from './answer-on-twin';
import { openForm } from './open-form';
import { notice } from './plain-answers';
import type { Press } from './press';
import { readTicket, refreshTicket } from './read-ticket';
import { showList } from './show-list';
import { submitForm } from './submit-form';

/**
 * What a button asks for, by its verb. The answer to a card or dialog is for whoever pressed; that to a message stands
 * in the channel for everybody, and no button of ours sends one there: it says, like a typed command, no more than a list.
 */
export async function answerPress(deps: BotDeps, turn: Turn, press: Press): Promise<Answer> {
  const { surface, payload } = press;
  if (surface === 'message' && payload.do !== 'list' && !isAlone(turn))
    return notice(botAnswers.onlyOnTheCard);
  const refused = await refusedByProof(deps, turn, payload);
  return refused ?? answerOnTwin(deps, turn, press, () => answerVerb(deps, turn, press));
}

async function answerVerb(deps: BotDeps, turn: Turn, { payload, data }: Press): Promise<Answer> {
  switch (payload.do) {
    case 'act':
      return act(deps, turn, payload);
    case 'open':
      return openForm(deps, turn, payload);
    case 'submit':
      return submitForm(deps, turn, payload, data);
    case 'read':
      return readTicket(deps, turn, payload);
    case 'refresh':
      return refreshTicket(deps, turn, payload);
    case 'list':
      return showList(deps, turn, payload);
  }
}
