import { defined } from '../../../defined';
import { commandButton } from './buttons';
import type { DialogMode } from './dialog-mode';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import { maxButtons } from './teams-limits';

export interface Choices {
  readonly heading?: string;
  readonly text: string;
  /** Commands, as they would be typed. */
  readonly commands: readonly string[];
  readonly mode: DialogMode;
  /** What a report begins with, packed. */
  readonly held?: string;
}

/** A sentence, and commands to choose from. */
export function renderChoices({ heading, text, commands, mode, held }: Choices): AdaptiveCardJson {
  const buttons = commands.slice(0, maxButtons).map((command) => commandButton(command, mode, held));
  return expandCard('choices.card', { ...defined({ heading }), text, buttons });
}
