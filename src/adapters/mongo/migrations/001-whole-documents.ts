import type { TicketEvent } from '../../../domain/ticket/event-rules';
import { replay } from '../../../domain/ticket/evolve';
import { type Change, type Migration, type OldDocument, unchanged } from './migration';

/** Fills in what builds before 0.1.0 did not store yet, and marks every document with the version of its form. */
export const wholeDocuments: Migration = {
  name: 'whole documents',
  steps: {
    tickets: wholeTicket,
    cards: (card) => ({ set: Object.fromEntries(missingIn(card, { subject: 'ticket' })) }),
    // Whom a message mentions is decided when it is sent.
    deliveries: ({ effect }) => ({ unset: 'people' in part(effect) ? ['effect.people'] : [] }),
    // A lease that counts by the clock is nobody's any more: its holder does not run.
    leases: (lease) => ('term' in lease ? {} : 'remove'),
    conversations: unchanged,
    counters: unchanged,
    digestSubscriptions: unchanged,
    reactions: unchanged,
    refusedAttempts: unchanged,
    releaseNotices: unchanged,
    settings: unchanged,
  },
};

/** Fields of a ticket that have come since, as they are where the history says nothing of them. */
function startsWith(ticket: OldDocument, events: readonly OldDocument[]): OldDocument {
  const acted = events.findLastIndex(({ role }) => role !== 'scheduler') + 1;
  return {
    sharedVersion: ticket['version'],
    actedVersion: acted,
    priority: 'medium',
    supplements: [],
    planVersions: part(ticket['fixPlan'])['version'] ?? 0,
    reworks: 0,
    comments: [],
    answeredQuestions: [],
    supportRequests: [],
    toldWithoutMaintainer: [],
    firedTimers: [],
    done: {},
  };
}

/** What a part of a ticket holds at least, where there is the part. */
const partsStartWith: Readonly<Record<string, OldDocument>> = {
  fixPlan: { affectedVersions: [], consents: {}, objections: {} },
  previousPlan: { affectedVersions: [] },
  completion: { affectedVersions: [] },
  release: { notices: [] },
};

/** The history says how a ticket stands: what is missing in its state is taken from there first. */
function wholeTicket(document: OldDocument): Change {
  const ticket = part(document['ticket']);
  const events = list(document['events']);
  const replayed = stateAfter(events);
  const start = startsWith(ticket, events);
  const missing = [
    ...missingIn(ticket, { ...start, ...picked(replayed, [...Object.keys(start), ...always]) }),
    ...Object.entries(partsStartWith).flatMap(([name, partStart]) =>
      ticket[name] === undefined
        ? []
        : missingIn(
            part(ticket[name]),
            { ...partStart, ...picked(part(replayed[name]), Object.keys(partStart)) },
            `${name}.`,
          ),
    ),
    ...wholeCycles(ticket),
  ];
  return {
    set: Object.fromEntries(missing.map(([path, value]) => [`ticket.${path}`, value])),
    unset: ['responsible', 'support'].filter((field) => document[field] !== undefined),
  };
}

/** Fields that every build has stored, so that only the history can say what they were. */
const always = ['cycles', 'securityRelevant', 'proposedClass', 'faultClass', 'receivedAt', 'enteredAt'];

function picked(from: OldDocument, fields: readonly string[]): OldDocument {
  return Object.fromEntries(Object.entries(from).filter(([field]) => fields.includes(field)));
}

function missingIn(there: OldDocument, whole: OldDocument, prefix = ''): [path: string, value: unknown][] {
  return Object.entries(whole)
    .filter(([field]) => there[field] === undefined)
    .map(([field, value]) => [`${prefix}${field}`, value]);
}

function wholeCycles(ticket: OldDocument): [path: string, value: unknown][] {
  return list(ticket['cycles']).flatMap((cycle, index) =>
    missingIn(cycle, { earlierDeadlines: [] }, `cycles.${index}.`),
  );
}

/** Empty for a history that the present rules cannot follow. */
function stateAfter(events: readonly OldDocument[]): OldDocument {
  try {
    return replay(events as unknown as readonly TicketEvent[]) as unknown as OldDocument;
  } catch {
    return {};
  }
}

function part(value: unknown): OldDocument {
  return (value ?? {}) as OldDocument;
}

function list(value: unknown): readonly OldDocument[] {
  return (value ?? []) as readonly OldDocument[];
}
