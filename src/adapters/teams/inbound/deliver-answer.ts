import type { Activity } from 'botbuilder';
import { sentenceSummary } from '../../../texts/summaries.de';
import {
  cardAnswer,
  cardMessage,
  closedDialog,
  dialogAnswer,
  dialogMessage,
  invokeResponse,
  textAnswer,
} from '../sdk/answers';
import type { Surface } from './read-request';
import { renderNotice } from '../cards/notice-card';
import type { Answer } from './turn';

/** The answer as the asking surface takes it: a card in place of the pressed one, a dialog, or a message. */
export function activityFor(answer: Answer, surface: Surface): Partial<Activity> {
  if (answer.kind === 'page') {
    switch (surface) {
      case 'message':
        return cardMessage(answer.card, answer.summary);
      case 'card':
        return invokeResponse(cardAnswer(answer.card));
      case 'dialog':
        return invokeResponse(dialogAnswer(answer.title, answer.card));
    }
  }
  const { text, card, onCard } = answer;
  switch (surface) {
    case 'message':
      return cardMessage(card ?? renderNotice(text), sentenceSummary(text));
    case 'card':
      return invokeResponse(card === undefined ? textAnswer(text) : cardAnswer(card));
    case 'dialog':
      return invokeResponse(onCard === true ? closedDialog : dialogMessage(text));
  }
}
