import { commandNames } from '../../texts/commands.de';
import type { CommandName } from '../../texts/commands.de';

/** Where a command is offered; it is understood everywhere. */
export type CommandScope = 'personal' | 'team';

export interface ChatCommand {
  readonly id: CommandName;
  /** As it is typed, without what has to follow. */
  readonly title: string;
  readonly scopes: readonly CommandScope[];
  /** Other words for the same. */
  readonly aliases: readonly string[];
}

const everywhere: readonly CommandScope[] = ['personal', 'team'];

/**
 * What can be written to the bot, for the parser and the suggestions of the compose box; names and meanings are those
 * of the help card. What a list has in it depends on where it is asked for, not on its name (process 1).
 */
export const chatCommands: readonly ChatCommand[] = [
  command('reportFault', everywhere, ['Störungsmeldung']),
  command('myTickets', ['personal'], ['Tickets']),
  command('ourTickets', ['team']),
  { ...command('ticket', everywhere), title: 'Ticket' },
  command('serviceHours', everywhere, ['Servicezeit']),
  command('contacts', everywhere),
  command('help', everywhere, ['Help']),
  command('ids', everywhere, ['Kennung']),
];

function command(
  id: CommandName,
  scopes: readonly CommandScope[],
  aliases: readonly string[] = [],
): ChatCommand {
  return { id, title: commandNames[id], scopes, aliases };
}
