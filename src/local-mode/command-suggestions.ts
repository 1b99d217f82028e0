import { chatCommands } from '../adapters/teams/chat/chat-commands';
import { defined } from '../defined';
import type { CommandSuggestion } from '../simulator/page-api';
import { commandMeanings, commandNames } from '../texts/commands.de';

/** What the compose box suggests: the commands from the bot parser's own list. */
export function commandSuggestions(): CommandSuggestion[] {
  return chatCommands.map(({ id, title, scopes }) => {
    const [, argument] = /<([^<>]+)>$/.exec(commandNames[id]) ?? [];
    return {
      text: title,
      description: commandMeanings[id],
      scopes: [...scopes],
      ...defined({ argument }),
    };
  });
}
