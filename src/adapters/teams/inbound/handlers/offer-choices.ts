import { defined } from '../../../../defined';
import { isAlone } from '../../../../app/acting/standpoint';
import { botAnswers, notUnderstoodText } from '../../../../texts/bot-answers.de';
import { commandNames, commandTitles, narrowedListText, reportOnText } from '../../../../texts/commands.de';
import { titleSummary } from '../../../../texts/summaries.de';
import type { Wanted } from '../../chat/parse-chat-command';
import { renderChoices } from '../../cards/choices-card';
import { helpLines } from '../../cards/help-card';
import { isWholeCommand } from '../../chat/chat-commands';
import type { Answer, BotDeps, Turn } from '../turn';
import { viewHere } from '../view-here';
import { type BegunReport, heldBeginning } from '../../forms/beginning-of-report';
import { reportRefusal } from './form-context';
import { helpScopeOf } from './help-scope';
import { numberOf } from './number-of';
import { ticketOfThread } from './ticket-meant';

/** How many commands are offered beside "Hilfe". */
const mostOffered = 3;

/** What was nearest to what somebody wrote, or else what is most used here. Nothing of the text is repeated. */
export async function offerNearest(
  deps: BotDeps,
  turn: Turn,
  near: readonly Wanted[],
  told?: BegunReport,
): Promise<Answer> {
  const ofThread = await ticketOfThread(deps, turn);
  const begun = ofThread === undefined && mayReportHere(deps, turn) ? told : undefined;
  const here = ofThread === undefined ? [] : [`${commandTitles.ticket} ${ofThread}`];
  const wanted = [...new Set([...here, ...near.map((each) => commandText(deps, turn, each, begun))])];
  const offered = withReport(wanted.length > 0 ? wanted : usualHere(turn), begun);
  const isOfTicket = ofThread !== undefined || near.some(({ command }) => command === 'ticket');
  const text = notUnderstoodText(offered);
  return choices(
    deps,
    isOfTicket ? `${text} ${isAlone(turn) ? botAnswers.commentAlone : botAnswers.commentHere}` : text,
    offered,
    begun && heldBeginning(begun),
  );
}

/** Operators report: whatever they write may be meant as a report, so that is always offered, and begins with their text. */
function mayReportHere(deps: BotDeps, turn: Turn): boolean {
  return helpScopeOf(turn).role === 'operator' && reportRefusal(deps, turn) === undefined;
}

function withReport(commands: readonly string[], begun: BegunReport | undefined): readonly string[] {
  const offered = commands.slice(0, mostOffered);
  if (begun === undefined || offered.includes(commandNames.reportFault)) return offered;
  return [...offered.slice(0, mostOffered - 1), commandNames.reportFault];
}

/** Why something is not done here, and what is possible. */
export function offerUsual(deps: BotDeps, turn: Turn, reason: string): Answer {
  const usual = usualHere(turn).filter((command) => command !== commandNames.reportFault);
  return choices(deps, `${reason} ${botAnswers.possibleHere}`, usual.slice(0, mostOffered));
}

function choices({ mode }: BotDeps, text: string, offered: readonly string[], held?: string): Answer {
  const commands = [...new Set([...offered, commandNames.help])];
  return {
    kind: 'page',
    title: commandNames.help,
    summary: titleSummary(text),
    card: renderChoices({ text, commands, mode, ...defined({ held }) }),
    forAskerOnly: true,
  };
}

function usualHere(turn: Turn): readonly string[] {
  return helpLines(helpScopeOf(turn))
    .filter(isWholeCommand)
    .map((name) => commandNames[name]);
}

/** The command that asks for it, as it would be typed. */
function commandText(deps: BotDeps, turn: Turn, wanted: Wanted, begun: BegunReport | undefined): string {
  switch (wanted.command) {
    case 'ticket':
      return `${commandTitles.ticket} ${numberOf(deps, wanted)}`;
    case 'openTickets': {
      const { module, state, faultClass, overdue, waiting } = wanted.filter ?? {};
      const named = module && viewHere(deps).module(module);
      return narrowedListText({ faultClass, state, module: named, overdue, waiting });
    }
    case 'reportFault':
      // Its form begins with the module that was named.
      if (begun !== undefined) return commandNames.reportFault;
      return reportOnText(wanted.module && viewHere(deps).module(wanted.module));
    case 'myTickets':
    case 'ourTickets':
      return isAlone(turn) ? commandNames.myTickets : commandNames.ourTickets;
    case 'standing':
      return commandNames.overview;
    case 'endedTickets':
      return commandNames.openTickets;
    case 'reactBy':
      return isAlone(turn) ? commandNames.myTickets : commandNames.ourTickets;
    default:
      return commandNames[wanted.command];
  }
}
