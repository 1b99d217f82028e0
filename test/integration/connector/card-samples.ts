import type { Activity, InvokeResponse } from 'botbuilder';

export const adaptive = 'application/vnd.microsoft.card.adaptive';

/** A card of version 1.5 with this body and these buttons. */
export function card(body: object[], actions: object[] = [], more: object = {}): Record<string, unknown> {
  return { type: 'AdaptiveCard', version: '1.5', body, actions, ...more };
}

export function text(words: string, more: object = {}): object {
  return { type: 'TextBlock', text: words, ...more };
}

/** A message activity with a card. */
export function withCard(content: object, more: object = {}): Activity {
  return { type: 'message', attachments: [{ contentType: adaptive, content }], ...more } as Activity;
}

/** A message activity with a text. */
export function withText(words: string, more: object = {}): Activity {
  return { type: 'message', text: words, ...more } as Activity;
}

/** The answer that replaces the card for the person who pressed. */
export function cardAnswer(content: object): InvokeResponse {
  return { status: 200, body: { statusCode: 200, type: adaptive, value: content } };
}

/** The answer that opens or continues a dialog. */
export function dialogAnswer(title: string, content: object, more: object = {}): InvokeResponse {
  return {
    status: 200,
    body: { task: { type: 'continue', value: { title, card: { contentType: adaptive, content }, ...more } } },
  };
}
