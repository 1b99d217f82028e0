import type { CommandSuggestion, MemberView } from '../../page-api';

export interface Suggestion {
  readonly kind: 'member' | 'command';
  readonly label: string;
  readonly description: string;
  /** What replaces the text from `from` to the caret. */
  readonly insert: string;
  readonly from: number;
}

export interface Surroundings {
  readonly bot: string;
  readonly members: readonly MemberView[];
  readonly commands: readonly CommandSuggestion[];
  /** In a private chat with the bot, commands need no mention. */
  readonly chat: boolean;
  /** All commands of a private chat were requested before anything was typed. */
  readonly all: boolean;
}

/** How many are offered at once. */
const most = 20;

/** Letters after which other phrases for a command suggest it: shorter, the command's own name alone. */
const shortestPhrase = 3;

/** Possible continuations of the text before the caret: a member after "@", a command after the mention of the bot. */
export function suggestionsFor(before: string, around: Surroundings): Suggestion[] {
  const commands = commandsFor(before, around);
  return (commands.length > 0 ? commands : membersFor(before, around)).slice(0, most);
}

function commandsFor(before: string, { bot, commands, chat, all }: Surroundings): Suggestion[] {
  const start =
    new RegExp(`^\\s*@${escaped(bot)}\\s+`, 'i').exec(before)?.[0].length ?? (chat ? 0 : undefined);
  if (start === undefined) return [];
  const typed = before.slice(start);
  if (typed.includes('\n') || (typed === '' && start === 0 && !all)) return [];
  const wanted = typed.toLowerCase();
  return commands
    .filter(({ text, scopes, alsoSaid = [] }) => {
      const offered = [text, ...(wanted.length < shortestPhrase ? [] : alsoSaid)].map((each) =>
        each.toLowerCase(),
      );
      const here = scopes.includes(chat ? 'personal' : 'team');
      return here && offered.some((each) => each.startsWith(wanted)) && !offered.includes(wanted);
    })
    .map(({ text, description, argument }) => ({
      kind: 'command',
      label: argument === undefined ? text : `${text} <${argument}>`,
      description,
      insert: argument === undefined ? text : `${text} `,
      from: start,
    }));
}

function membersFor(before: string, { members }: Surroundings): Suggestion[] {
  const [, typed] = /(?:^|\s)@([^@\n]{0,40})$/.exec(before) ?? [];
  if (typed === undefined) return [];
  const wanted = typed.toLowerCase();
  return members
    .filter(({ name }) => beginsAWord(name.toLowerCase(), wanted))
    .map(({ name, isBot }) => ({
      kind: 'member',
      label: name,
      description: isBot ? 'App' : '',
      insert: `@${name} `,
      from: before.length - typed.length - 1,
    }));
}

function beginsAWord(name: string, wanted: string): boolean {
  return name.startsWith(wanted) || name.split(/[\s-]+/).some((word) => word.startsWith(wanted));
}

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
