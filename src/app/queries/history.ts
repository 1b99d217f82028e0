import type { Instant } from '../../domain/instant';
import type { Installation, ModuleId, PersonId } from '../../domain/organisation/installation';
import type { FaultClass } from '../../domain/reaction/fault-class';
import { placesReadFor, reaches, type Reader, roleOfPlace } from '../../domain/ticket/access';
import { audienceOf, isForReaderOf, type TicketEvent } from '../../domain/ticket/event-rules';
import { evolve } from '../../domain/ticket/evolve';
import type { CalendarDay } from '../../domain/service-calendar/civil-date';
import { type Measure, planParties, type PlanParty } from '../../domain/ticket/plan/fix-plan';
import { presentCycle, type Priority, type Ticket, type TicketNumber } from '../../domain/ticket/ticket';
import type { TicketState } from '../../domain/ticket/ticket-state';
import type { TicketRecord } from '../ports/ticket-store';

/** The values a history shows before and after; texts typed by people are in the events themselves. */
export interface HistoryValues {
  readonly state: TicketState;
  readonly module: ModuleId;
  readonly faultClass: FaultClass;
  readonly priority: Priority;
  /** Of the current reaction cycle. */
  readonly reactionDeadline: Instant;
  readonly assignee: PersonId;
  readonly securityRelevant: boolean;
  readonly planVersion: number;
  readonly planCause: string;
  readonly planMeasure: Measure;
  readonly planAffectedVersions: readonly string[];
  readonly planTargetDate: CalendarDay;
  readonly planTestApproach: string;
  readonly planRisks: string;
  readonly planConsents: readonly PlanParty[];
  readonly planBindingSince: Instant;
  readonly reworks: number;
}
export type HistoryField = keyof HistoryValues;

/** A value that an event set, changed or removed. */
export type HistoryChange = {
  readonly [Field in HistoryField]: {
    readonly field: Field;
    readonly before: HistoryValues[Field] | undefined;
    readonly after: HistoryValues[Field] | undefined;
  };
}[HistoryField];

/** Who (`event.by`, `event.role`) did what (`event.type`) when (`event.at`), on whose word, with values before and after. */
export interface HistoryEntry {
  /** The version that the event led to. */
  readonly version: number;
  readonly event: TicketEvent;
  /** Empty for mere statements, and for the report, which has nothing before it. */
  readonly changes: readonly HistoryChange[];
}

const readers: { readonly [Field in HistoryField]: (ticket: Ticket) => HistoryValues[Field] | undefined } = {
  state: (ticket) => ticket.state,
  module: (ticket) => ticket.module,
  faultClass: (ticket) => ticket.faultClass,
  priority: (ticket) => ticket.priority,
  reactionDeadline: (ticket) => presentCycle(ticket).deadline,
  assignee: (ticket) => ticket.assignment?.person,
  securityRelevant: (ticket) => ticket.securityRelevant,
  planVersion: ({ fixPlan }) => fixPlan?.version,
  planCause: ({ fixPlan }) => fixPlan?.cause,
  planMeasure: ({ fixPlan }) => fixPlan?.measure,
  planAffectedVersions: ({ fixPlan }) => fixPlan?.affectedVersions,
  planTargetDate: ({ fixPlan }) => fixPlan?.targetDate,
  planTestApproach: ({ fixPlan }) => fixPlan?.testApproach,
  planRisks: ({ fixPlan }) => fixPlan?.risks,
  planConsents: ({ fixPlan }) =>
    fixPlan === undefined ? undefined : planParties.filter((party) => fixPlan.consents[party] !== undefined),
  planBindingSince: ({ fixPlan }) => fixPlan?.bindingSince,
  reworks: (ticket) => ticket.reworks,
};
const fields = Object.keys(readers) as readonly HistoryField[];

/**
 * "Verlauf": the events of a ticket in order, for somebody who may read it (checked by the caller): those that reach one
 * of the places it is read for. `readable`: the other tickets mentioned by the events that the reader may read.
 */
export function historyOf(
  record: TicketRecord,
  reader: Reader,
  installation: Installation,
  readable: ReadonlySet<TicketNumber> = new Set(),
): readonly HistoryEntry[] {
  const places = placesReadFor(installation, reader, record.ticket);
  const shown = (event: TicketEvent) => places.some((place) => reaches(audienceOf(event), place));
  const inDispatch = places.some((place) => roleOfPlace(place) === 'dispatcher');
  const entries: HistoryEntry[] = [];
  let before: Ticket | undefined;
  record.events.forEach((event, index) => {
    const after = evolve(before, event);
    if (shown(event) && isForReaderOf(event, readable)) {
      const told = inDispatch ? event : withoutOtherOperators(event, record.ticket);
      entries.push({ version: index + 1, event: told, changes: changesBetween(before, after) });
    }
    before = after;
  });
  return entries;
}

/** Only the dispatcher may see which other operators are affected (process 6, 10). */
function withoutOtherOperators(event: TicketEvent, { operator }: Ticket): TicketEvent {
  if (event.type !== 'fixReleased') return event;
  return { ...event, affectedOperators: event.affectedOperators.filter((each) => each === operator) };
}

function changesBetween(before: Ticket | undefined, after: Ticket | undefined): readonly HistoryChange[] {
  if (before === undefined || after === undefined) return [];
  return fields.flatMap((field) => changeOf(field, before, after));
}

function changeOf(field: HistoryField, before: Ticket, after: Ticket): readonly HistoryChange[] {
  const was = readers[field](before);
  const is = readers[field](after);
  return JSON.stringify(was) === JSON.stringify(is)
    ? []
    : [{ field, before: was, after: is } as HistoryChange];
}
