import { adaptiveCard } from '../connector/activity-checks';
import { checkCard, type CardSurroundings } from '../connector/card-check';
import { partsOf } from '../connector/card-walk';
import type { Delivery } from '../connector/connector';
import { asObject, isObject, textOf, type JsonObject } from '../connector/json';
import { TeamsRefusal } from '../connector/refusals';
import { BotAnswerFault } from './answer-faults';

/** What the client does with the answer to a pressed button. */
export type ActionAnswer =
  | { readonly kind: 'card'; readonly card: JsonObject }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'error'; readonly code: string; readonly text: string };

/** What the client does with the answer to a dialog request. */
export type DialogAnswer =
  | { readonly kind: 'dialog'; readonly title: string; readonly card: JsonObject }
  | { readonly kind: 'message'; readonly text: string }
  | { readonly kind: 'closed' };

const sizes = new Set(['small', 'medium', 'large']);
const firstErrorStatus = 400;

/** Reads the answer to `adaptiveCard/action`, or throws a BotAnswerFault. */
export function readActionAnswer(delivery: Delivery, surroundings: CardSurroundings): ActionAnswer {
  const body = answeredBody(delivery);
  const { statusCode, type, value } = asObject(body);
  if (typeof statusCode !== 'number' || typeof type !== 'string' || value === undefined) {
    throw new BotAnswerFault('not-an-action-answer', JSON.stringify(body));
  }
  switch (type) {
    case adaptiveCard:
      return { kind: 'card', card: checkedCard(value, surroundings) };
    case 'application/vnd.microsoft.activity.message':
      if (typeof value !== 'string' || value === '') {
        throw new BotAnswerFault('message-not-text', JSON.stringify(value));
      }
      return { kind: 'message', text: value };
    case 'application/vnd.microsoft.error': {
      const { code, message } = asObject(value);
      if (typeof code !== 'string' || typeof message !== 'string' || statusCode < firstErrorStatus) {
        throw new BotAnswerFault('error-without-code', JSON.stringify(body));
      }
      return { kind: 'error', code, text: message };
    }
    default:
      throw new BotAnswerFault('unknown-answer-type', type);
  }
}

/** Reads the answer to `task/fetch` or `task/submit`; only a submit may have an empty answer, which closes the dialog. */
export function readDialogAnswer(
  delivery: Delivery,
  surroundings: CardSurroundings,
  request: 'fetch' | 'submit',
): DialogAnswer {
  const body = answeredBody(delivery);
  const task = asObject(body)['task'];
  if (!isObject(task)) {
    const empty = body === undefined || body === null || (isObject(body) && Object.keys(body).length === 0);
    const posted = isObject(asObject(body)['composeExtension']);
    if (request === 'submit' && (empty || posted)) return { kind: 'closed' };
    throw new BotAnswerFault('not-a-dialog-answer', JSON.stringify(body ?? null));
  }
  if (task['type'] === 'message') {
    const text = textOf(task['value']);
    if (!text) throw new BotAnswerFault('message-not-text', JSON.stringify(task['value']));
    return { kind: 'message', text };
  }
  if (task['type'] !== 'continue') throw new BotAnswerFault('not-a-dialog-answer', JSON.stringify(body));
  return readDialog(asObject(task['value']), surroundings);
}

function readDialog(value: JsonObject, surroundings: CardSurroundings): DialogAnswer {
  const attachment = asObject(value['card']);
  if (attachment['contentType'] !== adaptiveCard || !isObject(attachment['content'])) {
    throw new BotAnswerFault('dialog-without-card', JSON.stringify(value).slice(0, 200));
  }
  const title = textOf(value['title'])?.trim();
  if (!title) throw new BotAnswerFault('dialog-without-title', JSON.stringify(value['title'] ?? null));
  for (const key of ['height', 'width']) {
    const size = value[key];
    if (size === undefined || typeof size === 'number' || sizes.has(textOf(size) ?? '')) continue;
    throw new BotAnswerFault('dialog-size', `${key} ${JSON.stringify(size)}`);
  }
  const card = checkedCard(attachment['content'], surroundings);
  for (const part of partsOf(card)) {
    if (part['type'] === 'Action.Execute') {
      throw new BotAnswerFault('execute-in-dialog', JSON.stringify(part['title'] ?? ''));
    }
  }
  return { kind: 'dialog', title, card };
}

function checkedCard(card: unknown, surroundings: CardSurroundings): JsonObject {
  try {
    checkCard(card, surroundings);
  } catch (error) {
    if (error instanceof TeamsRefusal) throw new BotAnswerFault('card-in-answer', error.message);
    throw error;
  }
  return card as JsonObject;
}

function answeredBody(delivery: Delivery): unknown {
  if (delivery.status === undefined) {
    throw new BotAnswerFault('no-answer', `Unable to reach app (${delivery.failure ?? 'no status'})`);
  }
  if (delivery.status !== 200) {
    throw new BotAnswerFault('http-status', `${delivery.status} ${JSON.stringify(delivery.body ?? null)}`);
  }
  return delivery.body;
}
