/** An Adaptive Card as it is sent. */
export interface AdaptiveCardJson {
  readonly type: 'AdaptiveCard';
  readonly version: string;
  readonly body: readonly CardPart[];
  readonly actions?: readonly CardPart[];
  readonly [key: string]: unknown;
}

/** An element, input or action of a card. */
export interface CardPart {
  readonly type: string;
  readonly [key: string]: unknown;
}
