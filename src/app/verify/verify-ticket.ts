import type { Instant } from '../../domain/instant';
import { evolve } from '../../domain/ticket/evolve';
import type { Ticket } from '../../domain/ticket/ticket';
import { nextDueAt, type TimerSettings } from '../../domain/ticket/timers';
import type { Evidence, TicketEvidence } from '../ports/evidence';
import type { PublishedReaction } from '../ports/reaction-store';
import { reactionsOf } from '../reactions/reactions-of';
import { type Finding, plain } from './finding';
import { differingFields, isSameValue } from '../../same-value';

export interface TicketVerdict {
  readonly findings: readonly Finding[];
  /** The reaction cycles that the events lead to, whatever is stored of them. */
  readonly reactions: readonly PublishedReaction[];
}

/** By what timers are held against the events. */
export interface TimersInForce {
  readonly settings: TimerSettings;
  readonly now: Instant;
  /** For how long a check that failed puts a ticket off; milliseconds. */
  readonly putOffFor: number;
}

export interface VerifyScope {
  /** Whether there is a ledger. */
  readonly opened: boolean;
  /** Without them, timers are not looked at. */
  readonly timers?: TimersInForce | undefined;
}

/** Judges a ticket by its own events and by what the ledger vouches for; without a ledger, by its events alone. */
export function verifyTicket(
  { id, found }: Evidence<TicketEvidence>,
  { opened, timers }: VerifyScope,
): TicketVerdict {
  const ticket = plain(id);
  if (found === undefined) return { findings: [{ kind: 'foreignTicket', ticket }], reactions: [] };
  const states = statesAlong(found);
  const replayed = states?.at(-1);
  const derived =
    states === undefined || replayed === undefined
      ? [{ kind: 'notReplayable', ticket } as const]
      : [
          ...stateFindings(ticket, found, replayed),
          ...timerFindings(ticket, found, replayed, timers),
          ...reactionFindings(ticket, found, states),
        ];
  return {
    findings: [...historyFindings(ticket, found, opened), ...derived],
    reactions: states === undefined ? [] : publishedAt(states, states.length),
  };
}

function historyFindings(ticket: string, found: TicketEvidence, opened: boolean): readonly Finding[] {
  const { history, brokenLink, anchors, marked } = found;
  const broken =
    brokenLink === undefined ? [] : [{ kind: 'historyBroken', ticket, version: brokenLink } as const];
  const contradicted = anchors.flatMap(({ version, subjectHash }): Finding[] => {
    const link = history[version - 1];
    if (link === undefined) return [{ kind: 'versionMissing', ticket, version }];
    return link.hash === subjectHash ? [] : [{ kind: 'historyReplaced', ticket, version }];
  });
  const version = history.length;
  const isAnchored = marked || !opened || anchors.some((anchor) => anchor.version === version);
  return [
    ...broken,
    ...contradicted,
    ...(isAnchored ? [] : [{ kind: 'notAnchored', ticket, version } as const]),
  ];
}

/** The ticket after each of its events; undefined if some event is none that happens to a ticket. */
function statesAlong({ history }: TicketEvidence): readonly Ticket[] | undefined {
  try {
    const states: Ticket[] = [];
    for (const { event } of history) {
      const next = evolve(states.at(-1), event);
      if (next === undefined) return undefined;
      states.push(next);
    }
    return states;
  } catch {
    // Whoever changes an event can make it anything; that it is none is what is to be found.
    return undefined;
  }
}

function stateFindings(ticket: string, found: TicketEvidence, replayed: Ticket): readonly Finding[] {
  const inState = differingFields(found.state, replayed);
  return [
    ...inState.map((field): Finding => ({ kind: 'stateDiffers', ticket, field: plain(field) })),
    ...found.wrongFields.map((field): Finding => ({ kind: 'fieldDiffers', ticket, field: plain(field) })),
  ];
}

/**
 * Looked at earlier than needed costs nothing; later is right only as long as a check that failed has put it off. What is
 * reached by a timer is recorded at the first look, so that nothing armed is ever without a next one.
 */
function timerFindings(
  ticket: string,
  { nextDueAt: stored = Infinity }: TicketEvidence,
  replayed: Ticket,
  timers: TimersInForce | undefined,
): readonly Finding[] {
  if (timers === undefined) return [];
  const { settings, now, putOffFor } = timers;
  const armed = armedBy(replayed, settings) ?? Infinity;
  return stored > armed && stored > now + putOffFor ? [{ kind: 'timerDiffers', ticket }] : [];
}

/** Undefined also for a state that is none: that it differs from the events is found anyway. */
function armedBy(ticket: Ticket, settings: TimerSettings): Instant | undefined {
  try {
    return nextDueAt(ticket, settings);
  } catch {
    return undefined;
  }
}

function reactionFindings(
  ticket: string,
  { reactions, marked }: TicketEvidence,
  states: readonly Ticket[],
): readonly Finding[] {
  const present = publishedAt(states, states.length);
  const known = new Set(present.map(({ id }) => id));
  const unexpected = reactions
    .filter(({ id }) => !known.has(id))
    .map((): Finding => ({ kind: 'reactionUnexpected', ticket }));
  const others = present.flatMap((now): Finding[] => {
    const { cycle } = now;
    const stored = reactions.find(({ id }) => id === now.id);
    if (stored === undefined) return marked ? [] : [{ kind: 'reactionMissing', ticket, cycle }];
    const then = publishedAt(states, stored.version).find(({ id }) => id === now.id);
    const holds =
      then !== undefined &&
      isSameValue(stored, then) &&
      (marked || isSameValue({ ...then, version: now.version }, now));
    return holds ? [] : [{ kind: 'reactionDiffers', ticket, cycle }];
  });
  return [...unexpected, ...others];
}

function publishedAt(states: readonly Ticket[], version: number): readonly PublishedReaction[] {
  const state = states[version - 1];
  if (state === undefined) return [];
  try {
    return reactionsOf(state);
  } catch {
    return [];
  }
}
