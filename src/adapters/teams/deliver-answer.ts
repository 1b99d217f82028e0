import type { Activity } from 'botbuilder';
import { cardAnswer, cardMessage, dialogAnswer, dialogMessage, invokeResponse, textAnswer } from './answers';
import type { Surface } from './read-request';
import { renderNotice } from './render/notice-card';
import type { Answer } from './turn';

/** The answer as the asking surface takes it: a card in place of the pressed one, a dialog, or a message. */
export function activityFor(answer: Answer, surface: Surface): Partial<Activity> {
  switch (surface) {
    case 'message':
      if (answer.kind === 'page') return cardMessage(answer.card);
      return cardMessage(answer.card ?? renderNotice(answer.text));
    case 'card':
      if (answer.card !== undefined) return invokeResponse(cardAnswer(answer.card));
      return invokeResponse(textAnswer(answer.text));
    case 'dialog':
      return invokeResponse(
        answer.kind === 'page' ? dialogAnswer(answer.title, answer.card) : dialogMessage(answer.text),
      );
  }
}
