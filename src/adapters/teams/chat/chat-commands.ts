import { commandAliases, type CommandName, commandNames, commandTitles } from '../../../texts/commands.de';

/** Where a command is suggested, ten at most in each; it is understood everywhere. */
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
  command('reportFault', everywhere),
  command('myTickets', ['personal']),
  command('ourTickets', ['team']),
  command('openTickets', everywhere),
  command('overview', everywhere),
  { ...command('ticket', everywhere), title: commandTitles.ticket },
  { ...command('comment', everywhere), title: commandTitles.comment },
  { ...command('commentToAll', []), title: commandTitles.commentToAll },
  { ...command('answer', ['team']), title: commandTitles.answer },
  command('bugfixPackages', everywhere),
  command('contract', []),
  command('digestOn', []),
  command('digestOff', []),
  command('serviceHours', []),
  command('contacts', everywhere),
  command('organisation', []),
  command('onboarding', []),
  command('help', everywhere),
  command('helpAll', []),
  command('ids', ['personal']),
];

/** Those that nothing has to follow: they are the whole message, and may be buttons. */
export const wholeCommands = [
  'reportFault',
  'myTickets',
  'ourTickets',
  'openTickets',
  'overview',
  'bugfixPackages',
  'contract',
  'digestOn',
  'digestOff',
  'serviceHours',
  'contacts',
  'organisation',
  'onboarding',
  'help',
  'helpAll',
  'ids',
] as const satisfies readonly CommandName[];
export type WholeCommand = (typeof wholeCommands)[number];

export function isWholeCommand(name: CommandName): name is WholeCommand {
  return (wholeCommands as readonly CommandName[]).includes(name);
}

function command(id: CommandName, scopes: readonly CommandScope[]): ChatCommand {
  return { id, title: commandNames[id], scopes, aliases: commandAliases[id] ?? [] };
}
