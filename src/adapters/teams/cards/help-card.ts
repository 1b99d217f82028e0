import { cardWords } from '../../../texts/card-words.de';
import { maxButtons } from './teams-limits';
import { commandMeanings, type CommandName, commandNames } from '../../../texts/commands.de';
import { wholeCommands } from '../chat/chat-commands';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';

const shared: readonly CommandName[] = [
  'openTickets',
  'overview',
  'ticket',
  'comment',
  'commentToAll',
  'answer',
  'bugfixPackages',
  'serviceHours',
  'contacts',
  'digestOn',
  'digestOff',
  'help',
  'ids',
];

/** Where help is asked for; a conversation that is no place answers nothing but help and ids (process 1). */
export type HelpScope = 'channel' | 'personal' | 'noPlace';

/** "Hilfe": the commands, each that needs no more words as a button. */
export function renderHelpCard(scope: HelpScope): AdaptiveCardJson {
  const commands = commandsOf(scope);
  return expandCard('help.card', {
    intro: introOf(scope),
    // The placeholders' brackets would be read as HTML.
    commands: commands.map((name) => ({
      command: commandNames[name].replace(cardWords.numberToFill, 'SP-…').replace(cardWords.textToFill, '…'),
      meaning: commandMeanings[name],
    })),
    buttons: commands
      .filter((name) => name !== 'help' && (wholeCommands as readonly CommandName[]).includes(name))
      .slice(0, maxButtons)
      .map((name) => commandNames[name]),
  });
}

function commandsOf(scope: HelpScope): readonly CommandName[] {
  switch (scope) {
    case 'channel':
      return ['reportFault', 'ourTickets', ...shared];
    case 'personal':
      return ['reportFault', 'myTickets', ...shared];
    case 'noPlace':
      return ['help', 'ids'];
  }
}

function introOf(scope: HelpScope): string {
  switch (scope) {
    case 'channel':
      return cardWords.helpInChannel;
    case 'personal':
      return cardWords.helpAlone;
    case 'noPlace':
      return cardWords.helpNoPlace;
  }
}
