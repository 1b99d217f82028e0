import type { CalendarTimeline } from '../reaction/calendar-timeline';
import { localDayAt } from '../reaction/service-day';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { OrganisationChange, OrganisationEvent } from './changes';
import { type ContactGrant, grantKey, isContactGrant } from './contacts';
import { dayBefore } from './days';
import type { ModuleId, OrganisationId, Person, PersonId } from './installation';
import type { ModuleRecord, OrganisationRecord } from './records';

/** Who was turned to for a role or a module, from the first to the last day; by id, as people change their names. */
export interface FormerContact extends Span {
  readonly grant: ContactGrant;
  readonly person: PersonId;
}

/** First and last day, both included, and for which company at the end. */
interface Span {
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly organisation: OrganisationId;
}

/** Later than any day that there is. */
const forGood: CalendarDay = '9999-12-31';

/**
 * Who held a contact role and does so no more, the last first (process 9). First and last day are those of the records;
 * where a record says nothing of them, the day on which the role was given or taken counts, on the clock of the calendar of
 * then: held on the day on which it was taken, too. Whoever left and came back is named for each time, whoever holds the role
 * without a break for none.
 */
export function formerContacts(
  changes: readonly OrganisationChange[],
  calendars: CalendarTimeline,
  today: CalendarDay,
): readonly FormerContact[] {
  const told: Told = { people: new Map(), organisations: new Map(), modules: new Map() };
  const held = new Map<PersonId, Map<string, Holding>>();
  for (const { at, events } of changes) {
    const sinceBefore = new Map(peopleIn(events).map((id) => [id, told.people.get(id)?.since]));
    for (const event of events) remember(told, event);
    const { day } = localDayAt(calendars, at);
    for (const person of affectedBy(events, told)) {
      const holdings = held.get(person.id) ?? new Map<string, Holding>();
      held.set(person.id, holdings);
      const isFresh = sinceBefore.has(person.id) && person.since !== sinceBefore.get(person.id);
      follow(holdings, person, { day, isFresh, told });
    }
  }
  return [...held]
    .flatMap(([person, holdings]) =>
      [...holdings.values()].flatMap((holding) =>
        overBy(holding, today).map((span) => ({ grant: holding.grant, person, ...span })),
      ),
    )
    .sort(lastFirst);
}

/** What the changes up to one have told. */
interface Told {
  readonly people: Map<PersonId, Person>;
  readonly organisations: Map<OrganisationId, OrganisationRecord>;
  readonly modules: Map<ModuleId, ModuleRecord>;
}

function remember({ people, organisations, modules }: Told, event: OrganisationEvent): void {
  switch (event.type) {
    case 'personRecorded':
      people.set(event.person.id, event.person);
      return;
    case 'organisationRecorded':
      organisations.set(event.organisation.id, event.organisation);
      return;
    case 'moduleRecorded':
      modules.set(event.module.id, event.module);
      return;
    case 'contractRecorded':
    case 'absenceRecorded':
    case 'dutyRecorded':
    case 'accessTaskRecorded':
    case 'contractEndReminded':
    case 'onboardingRecorded':
      return;
  }
}

/** A company or a module that retires, or a module that moves, ends roles of people whose own records stay as they are. */
function affectedBy(events: readonly OrganisationEvent[], { people }: Told): Iterable<Person> {
  const concernsMany = events.some(
    ({ type }) => type === 'organisationRecorded' || type === 'moduleRecorded',
  );
  if (concernsMany) return people.values();
  return [...new Set(peopleIn(events))].flatMap((id) => people.get(id) ?? []);
}

function peopleIn(events: readonly OrganisationEvent[]): readonly PersonId[] {
  return events.flatMap((event) => (event.type === 'personRecorded' ? [event.person.id] : []));
}

/** One role of a person: what is over, and what is said of it now. */
interface Holding {
  readonly grant: ContactGrant;
  readonly over: readonly Span[];
  /** Without a day in it where the role ends before it begins. */
  readonly current?: Span;
}

interface Saying {
  /** When it is said. */
  readonly day: CalendarDay;
  /** The record names another first day than before: it is that of the role; otherwise it may be older than the role. */
  readonly isFresh: boolean;
  readonly told: Told;
}

function follow(holdings: Map<string, Holding>, person: Person, saying: Saying): void {
  const grants = new Map(person.roles.filter(isContactGrant).map((grant) => [grantKey(grant), grant]));
  for (const [key, grant] of grants) {
    if (!holdings.has(key)) holdings.set(key, { grant, over: [] });
  }
  for (const [key, holding] of holdings) {
    const grant = grants.get(key);
    const isHeld = grant !== undefined && isFor(grant, person, saying.told);
    holdings.set(key, isHeld ? spoken(holding, person, saying) : taken(holding, saying.day));
  }
}

/** A module is maintained by the people of its maintainer alone (process 1). */
function isFor(grant: ContactGrant, { organisation }: Person, { modules }: Told): boolean {
  return grant.role !== 'maintainer' || modules.get(grant.module)?.maintainer === organisation;
}

function taken({ grant, over, current }: Holding, day: CalendarDay): Holding {
  return { grant, over: current === undefined ? over : [...over, endedBy(current, day)] };
}

function spoken(holding: Holding, person: Person, { day, isFresh, told }: Saying): Holding {
  const { grant, over, current } = holding;
  const { since, organisation } = person;
  const said = isFresh ? since : undefined;
  const from = said ?? (since !== undefined && since > day ? since : day);
  const to = lastDayOf(grant, person, told);
  if (current === undefined) return { grant, over, current: { from, to, organisation } };
  const isBack = current.to < day && to >= day;
  const isAgain = said !== undefined && current.from <= day && said > endedBy(current, day).to;
  return isBack || isAgain
    ? { grant, over: [...over, endedBy(current, day)], current: { from, to, organisation } }
    : { grant, over, current: { from: said ?? current.from, to, organisation } };
}

function endedBy(span: Span, day: CalendarDay): Span {
  return { ...span, to: earliest(span.to, day) };
}

/** Nobody of a retired company holds a role, and nobody maintains a retired module. */
function lastDayOf(
  grant: ContactGrant,
  { until, organisation }: Person,
  { organisations, modules }: Told,
): CalendarDay {
  const retired = [
    organisations.get(organisation)?.retired,
    grant.role === 'maintainer' ? modules.get(grant.module)?.retired : undefined,
  ];
  return earliest(
    until ?? forGood,
    ...retired.map((day) => (day === undefined ? forGood : (dayBefore(day) ?? day))),
  );
}

function earliest(first: CalendarDay, ...others: readonly CalendarDay[]): CalendarDay {
  return others.reduce((least, day) => (day < least ? day : least), first);
}

/** The spans that are over on the day; one that was ended on the very day is. */
function overBy({ over, current }: Holding, today: CalendarDay): readonly Span[] {
  const isHeld = current !== undefined && current.from <= today && today <= current.to;
  return joined([...over, ...(current === undefined ? [] : [current])]).filter(
    ({ from, to }) => from <= today && (to < today || (to === today && !isHeld)),
  );
}

/** Without those that have no day, and as one where there is no day between. */
function joined(spans: readonly Span[]): readonly Span[] {
  const all: Span[] = [];
  const inOrder = spans.filter(({ from, to }) => from <= to);
  for (const span of inOrder.sort((one, other) => (one.from < other.from ? -1 : 1))) {
    const last = all.at(-1);
    const isJoined = last !== undefined && (span.from <= last.to || dayBefore(span.from) === last.to);
    if (!isJoined) all.push(span);
    else if (span.to >= last.to) all[all.length - 1] = { ...span, from: last.from };
  }
  return all;
}

function lastFirst(one: FormerContact, other: FormerContact): number {
  return orderOf(one) < orderOf(other) ? 1 : -1;
}

function orderOf({ from, to, grant, person }: FormerContact): string {
  return [to, from, grantKey(grant), person].join(' ');
}
