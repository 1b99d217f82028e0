import { cardWords } from '../../../texts/card-words.de';
import type { View } from '../../../texts/view';
import type { TicketList } from '../../../app/messages/ticket-list';
import { defined } from '../../../defined';
import type { ModuleId } from '../../../domain/organisation/installation';
import { type FaultClass, faultClasses } from '../../../domain/reaction/fault-class';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { endStates, type TicketState, ticketStates } from '../../../domain/ticket/ticket-state';
import { commandNames } from '../../../texts/commands.de';
import { faultClassLabel, stateNames } from '../../../texts/labels.de';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import { listPager, pageOf, pageText } from './pager';
import { maxTicketsListed, summaryText, ticketRow } from './ticket-list-card';

/** The value of a filter that narrows nothing; no module, state or class has it as its id. */
export const everything = 'all';
const maxModules = 50;

export interface OpenTicketsFilter {
  readonly module?: ModuleId;
  readonly state?: TicketState;
  readonly faultClass?: FaultClass;
}

export interface OpenTicketsInput {
  /** The tickets of this page, with the counts of the whole narrowed list. */
  readonly list: TicketList;
  /** Counted from 1. */
  readonly page: number;
  readonly filter: OpenTicketsFilter;
  readonly view: View;
  /** The link to the ticket's tracked card, where the reader's conversation has one. */
  readonly link?: (number: TicketNumber) => string | undefined;
}

/** "Offene Tickets": what the reader may read, narrowed by module, state and class, in pages. */
export function renderOpenTicketsCard(input: OpenTicketsInput): AdaptiveCardJson {
  const { list, filter, view } = input;
  const shown = pageOf(input.page, list.total, maxTicketsListed);
  const before = (shown.page - 1) * maxTicketsListed;
  const rest = pageText(shown);
  const rows = list.tickets
    .slice(0, maxTicketsListed)
    .map((ticket, index) => ticketRow(ticket, before + index < list.waiting, input));
  const apply = {
    type: 'Action.Execute',
    title: cardWords.filter,
    verb: 'list',
    data: { do: 'list', list: 'open', page: 1 },
  };
  return expandCard('open-tickets.card', {
    heading: commandNames.openTickets,
    summary: summaryText(list),
    rows,
    ...defined({ rest }),
    ...filterView(filter, view),
    buttons: [apply, ...listPager('open', shown, valuesOf(filter))],
  });
}

function filterView(filter: OpenTicketsFilter, view: View) {
  const all = (title: string) => ({ title, value: everything });
  const states = ticketStates.filter((state) => !endStates.includes(state));
  return {
    modules: [
      all(cardWords.allModules),
      ...view.installation.modules
        .slice(0, maxModules)
        .map(({ id }) => ({ title: view.module(id), value: id })),
    ],
    states: [
      all(cardWords.allStates),
      ...states.map((state) => ({ title: stateNames[state], value: state })),
    ],
    classes: [
      all(cardWords.allClasses),
      ...faultClasses.map((each) => ({ title: faultClassLabel(each), value: String(each) })),
    ],
    chosen: { module: everything, state: everything, faultClass: everything, ...valuesOf(filter) },
  };
}

function valuesOf({ module, state, faultClass }: OpenTicketsFilter): Readonly<Record<string, string>> {
  return defined({ module, state, faultClass: faultClass && String(faultClass) });
}
