import { type Activity, ActivityTypes, CardFactory, MessageFactory } from 'botbuilder';
import { botAnswers } from '../../../texts/bot-answers.de';
import { sentenceSummary, type Summary } from '../../../texts/summaries.de';

/** A card as it goes to Teams; what is in it is the renderer's business. */
export type CardJson = object;

/** The answer to an invoke: its HTTP body. */
export type InvokeBody = Readonly<Record<string, unknown>>;

const adaptiveCard = 'application/vnd.microsoft.card.adaptive';
const plainMessage = 'application/vnd.microsoft.activity.message';

/** Replaces the card on the screen of whoever pressed. */
export function cardAnswer(card: CardJson): InvokeBody {
  return { statusCode: 200, type: adaptiveCard, value: card };
}

/** A short text for whoever pressed; the card stays. */
export function textAnswer(text: string): InvokeBody {
  return { statusCode: 200, type: plainMessage, value: text };
}

/** Opens a dialog, or shows its next page. */
export function dialogAnswer(title: string, card: CardJson): InvokeBody {
  const value = {
    title,
    height: 'large',
    width: 'medium',
    card: { contentType: adaptiveCard, content: card },
  };
  return { task: { type: 'continue', value } };
}

/** Closes a dialog without a word: Teams shows the next page or a sentence only where the answer has a `task`. */
export const closedDialog: InvokeBody = {};

/** Closes a dialog with a last sentence. */
export function dialogMessage(text: string): InvokeBody {
  return { task: { type: 'message', value: text } };
}

export function invokeResponse(body: InvokeBody): Partial<Activity> {
  return { type: ActivityTypes.InvokeResponse, value: { status: 200, body } };
}

/** A message or edit that carries a card. Without a summary Teams would say that a card was sent, and not which. */
export type CardActivity = Partial<Activity> & { readonly summary: Summary };

/** The one way to an activity with a card. */
export function cardMessage(card: CardJson, summary: Summary): CardActivity {
  return { ...MessageFactory.attachment(CardFactory.adaptiveCard(card)), summary };
}

/** A plain sentence of ours, with itself as the summary. */
function textMessage(text: string): Partial<Activity> {
  return { ...MessageFactory.text(text), summary: sentenceSummary(text) };
}

/** What somebody reads whose action failed by our fault, in the form that their client understands. */
export function sorryAnswer(activity: Partial<Activity>): Partial<Activity> {
  if (activity.type !== ActivityTypes.Invoke) return textMessage(botAnswers.failed);
  return invokeResponse(
    activity.name?.startsWith('task/') === true
      ? dialogMessage(botAnswers.failed)
      : textAnswer(botAnswers.failed),
  );
}
