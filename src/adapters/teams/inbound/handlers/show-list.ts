import { viewHere } from '../view-here';
import { isAlone } from '../../../../app/acting/standpoint';
import type { ListOptions } from '../../../../app/queries/ticket-lists';
import { defined } from '../../../../defined';
import { contractIsValidOn, moduleById } from '../../../../domain/organisation/find';
import type { Contract, OrganisationId } from '../../../../domain/organisation/installation';
import { parseFaultClass } from '../../../../domain/reaction/fault-class';
import { localDayAt } from '../../../../domain/reaction/service-day';
import type { Ticket, TicketNumber } from '../../../../domain/ticket/ticket';
import { botAnswers } from '../../../../texts/bot-answers.de';
import { commandNames } from '../../../../texts/commands.de';
import { listSummary, releasedSummary } from '../../../../texts/summaries.de';
import type { View } from '../../../../texts/view';
import type { Payload } from '../../cards/payload';
import { operatorHere, placeFor, placeOfReader } from '../../../../app/acting/acting-place';
import { linkToTrackedCard } from '../present-card';
import { renderContactsCard } from '../../cards/contacts-card';
import { renderBugfixPackagesCard, maxPackagesListed } from '../../cards/bugfix-packages-card';
import { isNarrowed, renderOpenTicketsCard } from '../../cards/open-tickets-card';
import { maxTicketsListed, renderTicketListCard, summaryText } from '../../cards/ticket-list-card';
import { type Answer, type BotDeps, shows, type Turn } from '../turn';
import { showNewcomers, showRecords } from './organisation/show-records';
import { notice, titledPage } from './plain-answers';

type ListPayload = Extract<Payload, { readonly do: 'list' }>;

/** A page of a list, narrowed by what its card's fields say. */
export function showList(deps: BotDeps, turn: Turn, payload: ListPayload): Promise<Answer> {
  switch (payload.list) {
    case 'open':
      return showOpenTickets(deps, turn, payload);
    case 'mine':
      return showOwnTickets(deps, turn, true);
    case 'released':
      return showPackages(deps, turn, payload);
    case 'contacts':
      return Promise.resolve(showContacts(deps, payload.page));
    case 'people':
    case 'absences':
    case 'duty':
    case 'organisations':
    case 'modules':
    case 'contracts':
    case 'accessTasks':
    case 'onboardings':
    case 'ownContracts':
    case 'formerContacts':
      return showRecords(deps, turn, payload.list, payload);
    case 'newcomers':
      return showNewcomers(deps, turn, payload);
  }
}

/** "Meine Tickets", in a channel "Unsere Tickets": all in one; for the place, or for whoever asked. */
export async function showOwnTickets(deps: BotDeps, turn: Turn, forAskerOnly: boolean): Promise<Answer> {
  const list = await deps.queries.openTickets(turn.reader, {
    limit: maxTicketsListed,
    ...(forAskerOnly && waitedForBy(turn)),
  });
  const heading = isAlone(turn) ? commandNames.myTickets : commandNames.ourTickets;
  shows(turn, list.tickets);
  const card = renderTicketListCard({
    heading,
    list,
    view: viewHere(deps),
    link: await linksTo(deps, turn, list.tickets),
  });
  return {
    kind: 'page',
    title: heading,
    summary: listSummary(heading, summaryText(list)),
    card,
    ...(forAskerOnly && { forAskerOnly }),
  };
}

/** An answer for whoever asked: "wartet auf Sie" means them and not everybody in the channel. */
function waitedForBy(turn: Turn): Pick<ListOptions, 'awaiter'> {
  return { awaiter: isAlone(turn) ? turn.reader : { person: turn.person.id } };
}

/** "Offene Tickets": those the place or person may read. A page that is no longer there is the last one. */
async function showOpenTickets(deps: BotDeps, turn: Turn, payload: ListPayload): Promise<Answer> {
  const installation = deps.directory.installation();
  const asked = payload.kept ?? payload;
  const module = asked.module === undefined ? undefined : moduleById(installation, asked.module)?.id;
  const faultClass = parseFaultClass(asked.faultClass ?? '');
  const chosen = (value: string | undefined) => (value === 'true' ? (true as const) : undefined);
  const narrowing = defined({ module, state: asked.state, faultClass });
  const [overdue, waiting] = [chosen(asked.overdue), chosen(asked.waiting)];
  const filter: Omit<ListOptions, 'limit' | 'skip'> = {
    ...narrowing,
    ...defined({ overdueOnly: overdue, waitingOnly: waiting }),
    ...(waiting && waitedForBy(turn)),
  };
  const pageAt = (page: number) =>
    deps.queries.openTickets(turn.reader, {
      ...filter,
      limit: maxTicketsListed,
      skip: (page - 1) * maxTicketsListed,
    });
  const found = await pageAt(payload.page);
  const page = Math.min(payload.page, pagesOf(found.total, maxTicketsListed));
  const list = page === payload.page ? found : await pageAt(page);
  shows(turn, list.tickets);
  const shown = { ...narrowing, ...defined({ overdue, waiting }) };
  const card = renderOpenTicketsCard({
    list,
    page,
    filter: shown,
    view: viewHere(deps),
    link: await linksTo(deps, turn, list.tickets),
  });
  const title = commandNames.openTickets;
  return {
    kind: 'page',
    title,
    summary: listSummary(title, summaryText(list, isNarrowed(shown))),
    card,
    ...(waiting && { forAskerOnly: true as const }),
  };
}

/** "Bugfix-Pakete": what was released for the modules of one operator, by its place or its person (process 6). */
async function showPackages(deps: BotDeps, turn: Turn, payload: ListPayload): Promise<Answer> {
  const operator = operatorHere(turn);
  if (operator === undefined) return notice(botAnswers.packagesForOperators);
  const pageAt = (page: number) =>
    deps.queries.releasedFor(operator, { limit: maxPackagesListed, skip: (page - 1) * maxPackagesListed });
  const asked = await pageAt(payload.page);
  const page = Math.min(payload.page, pagesOf(asked.total, maxPackagesListed));
  const { notices, total } = page === payload.page ? asked : await pageAt(page);
  const view = viewHere(deps);
  const card = renderBugfixPackagesCard({
    released: notices,
    total,
    page,
    contracts: contractsOf(operator, view),
    view,
  });
  const title = commandNames.bugfixPackages;
  return { kind: 'page', title, summary: releasedSummary(title, total), card };
}

/** The operator's that are valid today. */
function contractsOf(operator: OrganisationId, { installation, now }: View): readonly Contract[] {
  const { day: today } = localDayAt(installation.calendars, now);
  return installation.contracts.filter(
    (contract) => contract.operator === operator && contractIsValidOn(contract, today),
  );
}

/** "Ansprechpartner": the same for everybody (process 9). A page that is no longer there is the last one. */
export function showContacts(deps: BotDeps, page = 1): Answer {
  return titledPage(commandNames.contacts, renderContactsCard(viewHere(deps), page));
}

function pagesOf(total: number, onPage: number): number {
  return Math.max(1, Math.ceil(total / onPage));
}

/** Leads from tickets to their tracked cards, in the places or for the person. */
export async function linksTo(
  deps: BotDeps,
  turn: Turn,
  tickets: readonly Ticket[],
): Promise<(number: TicketNumber) => string | undefined> {
  const links = new Map<TicketNumber, string | undefined>();
  for (const ticket of tickets) {
    const own = isAlone(turn);
    const place = own ? placeOfReader(turn.person, ticket) : await placeFor(deps.cards, turn, ticket.number);
    if (place !== undefined) links.set(ticket.number, await linkToTrackedCard(deps, ticket.number, place));
  }
  return (number) => links.get(number);
}
