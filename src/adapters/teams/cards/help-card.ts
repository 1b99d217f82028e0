import { cardWords } from '../../../texts/card-words.de';
import type { Role } from '../../../domain/organisation/installation';
import { commandMeanings, type CommandName, commandNames } from '../../../texts/commands.de';
import { isWholeCommand } from '../chat/chat-commands';
import { commandButton, toggleButton } from './buttons';
import type { AdaptiveCardJson, CardPart } from './card-json';
import type { DialogMode } from './dialog-mode';
import { expandCard } from './expand';
import { maxButtons } from './teams-limits';

/** Where help is asked for, and for whom; a conversation that is no place answers nothing but help and ids (process 1). */
export type HelpScope = PlaceHelp | { readonly at: 'noPlace' };

export interface PlaceHelp {
  readonly at: 'channel' | 'personal';
  readonly role: Role;
  /** All commands, not only the role's own. */
  readonly isWhole?: true;
}

/** The list of one's own tickets, which is called otherwise in a channel. */
type Line = CommandName | 'own';

/** What each role needs first. */
const linesOf: Readonly<Record<Role, readonly Line[]>> = {
  operator: ['reportFault', 'own', 'ticket', 'answer', 'bugfixPackages'],
  dispatcher: ['openTickets', 'overview', 'reportFault', 'ticket', 'comment'],
  maintainer: ['own', 'overview', 'ticket', 'comment', 'contacts'],
  platformMaintainer: ['own', 'overview', 'ticket', 'comment', 'contacts'],
  processOwner: ['organisation', 'overview', 'openTickets', 'ticket', 'contacts'],
};

const all: readonly Line[] = [
  'reportFault',
  'own',
  'openTickets',
  'overview',
  'ticket',
  'comment',
  'commentToAll',
  'answer',
  'bugfixPackages',
  'serviceHours',
  'contacts',
  'contract',
  'digestOn',
  'digestOff',
  'help',
  'ids',
  'organisation',
  'onboarding',
];

/** What was just asked for, and what switches something: it is not pressed while one looks around. */
const typedOnly: ReadonlySet<CommandName> = new Set(['help', 'digestOn', 'digestOff']);

/** In cards/help.card.json. */
const furtherId = 'further';

/** "Hilfe": the commands, each that needs no more words as a button; "Mehr" unfolds the rest in the client. */
export function renderHelpCard(scope: HelpScope, mode: DialogMode): AdaptiveCardJson {
  const commands = helpLines(scope);
  const further = furtherLines(scope, commands);
  const more = further.length > 0 ? [toggleButton(cardWords.more, furtherId)] : [];
  return expandCard('help.card', {
    intro: introOf(scope),
    commands: commands.map(shown),
    buttons: [...commandButtons(commands, mode).slice(0, maxButtons - more.length), ...more],
    further: further.map(shown),
    furtherButtons: commandButtons(further, mode),
  });
}

function commandButtons(commands: readonly CommandName[], mode: DialogMode): readonly CardPart[] {
  return commands
    .filter((name) => isWholeCommand(name) && !typedOnly.has(name))
    .slice(0, maxButtons)
    .map((name) => commandButton(commandNames[name], mode));
}

/** The placeholders' brackets would be read as HTML. */
function shown(name: CommandName): { readonly command: string; readonly meaning: string } {
  return {
    command: commandNames[name].replace(cardWords.numberToFill, 'SP-…').replace(cardWords.textToFill, '…'),
    meaning: commandMeanings[name],
  };
}

/** All commands that help does not show there at once. */
function furtherLines(scope: HelpScope, lines: readonly CommandName[]): readonly CommandName[] {
  if (scope.at === 'noPlace' || scope.isWhole === true) return [];
  return helpLines({ ...scope, isWhole: true }).filter((name) => !lines.includes(name));
}

/** The commands that help shows there, what is used most first. */
export function helpLines(scope: HelpScope): readonly CommandName[] {
  if (scope.at === 'noPlace') return ['help', 'ids'];
  const own = scope.at === 'channel' ? 'ourTickets' : 'myTickets';
  return (scope.isWhole === true ? all : linesOf[scope.role]).map((line) => (line === 'own' ? own : line));
}

function introOf({ at }: HelpScope): string {
  switch (at) {
    case 'channel':
      return cardWords.helpInChannel;
    case 'personal':
      return cardWords.helpAlone;
    case 'noPlace':
      return cardWords.helpNoPlace;
  }
}
