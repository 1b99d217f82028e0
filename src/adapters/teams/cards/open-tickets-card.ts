import { cardWords } from '../../../texts/card-words.de';
import type { View } from '../../../texts/view';
import type { TicketList } from '../../../app/messages/ticket-list';
import { defined } from '../../../defined';
import type { ModuleId } from '../../../domain/organisation/installation';
import { type FaultClass, faultClasses } from '../../../domain/reaction/fault-class';
import { endStates, type TicketState, ticketStates } from '../../../domain/ticket/ticket-state';
import { commandNames } from '../../../texts/commands.de';
import { faultClassLabel, stateNames } from '../../../texts/labels.de';
import { pressButton } from './buttons';
import type { AdaptiveCardJson } from './card-json';
import { expandCard } from './expand';
import { listPager, pageOf, pageText } from './pager';
import { maxTicketsListed, queueText } from './ticket-list-card';
import { type RowInput, ticketRows } from './ticket-row';

/** The value of a filter that narrows nothing; no module, state or class has it as its id. */
export const everything = 'all';
const maxModules = 50;

export interface OpenTicketsFilter {
  readonly module?: ModuleId;
  readonly state?: TicketState;
  readonly faultClass?: FaultClass;
  readonly overdue?: true;
  /** Waits for the reader. */
  readonly waiting?: true;
}

export interface OpenTicketsInput extends RowInput {
  /** The tickets of this page, with the counts of the whole narrowed list. */
  readonly list: TicketList;
  /** Counted from 1. */
  readonly page: number;
  readonly filter: OpenTicketsFilter;
}

/** "Offene Tickets": what the reader may read, narrowed by module, state, class and what is overdue or waits for them, in pages. */
export function renderOpenTicketsCard(input: OpenTicketsInput): AdaptiveCardJson {
  const { list, filter, view } = input;
  const shown = pageOf(input.page, list.total, maxTicketsListed);
  const rest = pageText(shown);
  const rows = ticketRows({ ...list, tickets: list.tickets.slice(0, maxTicketsListed) }, input);
  const apply = pressButton(cardWords.filter, 'list', { do: 'list', list: 'open', page: 1 });
  return expandCard('open-tickets.card', {
    heading: commandNames.openTickets,
    summary: queueText(list, view, isNarrowed(filter)),
    rows,
    ...defined({ rest }),
    ...filterView(filter, view),
    buttons: [apply, ...listPager('open', shown, valuesOf(filter))],
  });
}

/** Whether the list leaves anything out. */
export function isNarrowed(filter: OpenTicketsFilter): boolean {
  return Object.keys(filter).length > 0;
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
    chosen: {
      ...{ module: everything, state: everything, faultClass: everything },
      ...{ overdue: 'false', waiting: 'false' },
      ...valuesOf(filter),
    },
  };
}

function valuesOf(filter: OpenTicketsFilter): Readonly<Record<string, string>> {
  const { module, state, faultClass, overdue, waiting } = filter;
  return defined({
    module,
    state,
    faultClass: faultClass && String(faultClass),
    overdue: overdue && String(overdue),
    waiting: waiting && String(waiting),
  });
}
