import { defined } from '../../../defined';
import { sayButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import { maxButtons } from './teams-limits';

export interface Choices {
  readonly heading?: string;
  readonly text: string;
  /** Commands, as they would be typed. */
  readonly commands: readonly string[];
}

/** A sentence, and commands to choose from. */
export function renderChoices({ heading, text, commands }: Choices): AdaptiveCardJson {
  const buttons = commands.slice(0, maxButtons).map((command) => sayButton(command));
  return expandCard('choices.card', { ...defined({ heading }), text, buttons });
}
