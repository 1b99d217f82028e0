import { isAlone } from '../../../../app/acting/standpoint';
import { botAnswers } from '../../../../texts/bot-answers.de';
import type { BotRequest } from '../read-request';
import type { Answer, BotDeps, Turn } from '../turn';
import { act } from './act';
import { openForm } from './open-form';
import { notice } from './plain-answers';
import { readTicket, refreshTicket } from './read-ticket';
import { showList } from './show-list';
import { submitForm } from './submit-form';

type Press = Extract<BotRequest, { readonly kind: 'pressed' }>;

/**
 * What a button asks for, by its verb. The answer to a card or dialog is for whoever pressed; that to a message stands
 * in the channel for everybody, and no button of ours sends one there: it says, like a typed command, no more than a list.
 */
export async function answerPress(deps: BotDeps, turn: Turn, press: Press): Promise<Answer> {
  const { surface, payload, data } = press;
  if (surface === 'message' && payload.do !== 'list' && !isAlone(turn))
    return notice(botAnswers.onlyOnTheCard);
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
