import type { LabelledText } from './labelled-text';
import type { AdaptiveCardJson, CardPart } from './card-json';
import { expandCard } from './expand';

/** The data of cards/labelled-lines.card.json: what is only read, under headings. */
export interface LabelledLines {
  /** A text of ours. */
  readonly heading: string;
  /** A text of ours. */
  readonly intro?: string;
  readonly sections: readonly Section[];
  /** A text of ours. */
  readonly note?: string;
  /** What it asks of itself when it is looked at. */
  readonly refresh?: object;
}

export interface Section {
  readonly title?: string;
  readonly lines: readonly LabelledText[];
}

export function renderLabelledLines(
  view: LabelledLines,
  actions: readonly CardPart[] = [],
): AdaptiveCardJson {
  const card = expandCard('labelled-lines.card', view);
  return actions.length === 0 ? card : { ...card, actions };
}
