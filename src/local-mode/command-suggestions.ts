import { chatCommands } from '../adapters/teams/chat/chat-commands';
import { defined } from '../defined';
import type { CommandSuggestion } from '../simulator/page-api';
import { commandMeanings, type CommandName, commandNames } from '../texts/commands.de';
import { phrases } from '../texts/phrases.de';

/** What the compose box suggests: the commands from the bot parser's own list, by all phrases that it knows for them. */
export function commandSuggestions(): CommandSuggestion[] {
  return chatCommands.map(({ id, title, scopes }) => {
    const [, argument] = /<([^<>]+)>$/.exec(commandNames[id]) ?? [];
    return {
      text: title,
      description: commandMeanings[id],
      scopes: [...scopes],
      ...defined({ argument, alsoSaid: saidFor(id) }),
    };
  });
}

/** What is switched is typed as it is, whatever the bot would ask back. */
function saidFor(id: CommandName): string[] | undefined {
  const said: Readonly<Partial<Record<CommandName, readonly string[]>>> = phrases;
  return id === 'digestOn' || id === 'digestOff' ? undefined : said[id]?.slice();
}
