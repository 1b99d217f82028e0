import { evolve } from '../domain/ticket/evolve';
import type { Ticket } from '../domain/ticket/ticket';
import type { PublishedReaction } from './ports/reaction-store';
import type { TicketRecord } from './ports/ticket-store';
import { reactionsOf } from './reactions/reactions-of';

/** The cycles for which the events since `record.effectsPlanned` changed what reports show; pure, the same on every run. */
export function publishedReactions({
  ticket,
  events,
  effectsPlanned,
}: TicketRecord): readonly PublishedReaction[] {
  const before = events.slice(0, effectsPlanned).reduce<Ticket | undefined>(evolve, undefined);
  const known = before === undefined ? [] : reactionsOf(before);
  return reactionsOf(ticket).filter((reaction, index) => !isSame(reaction, known[index]));
}

function isSame(one: PublishedReaction, other: PublishedReaction | undefined): boolean {
  return (
    other !== undefined && JSON.stringify({ ...one, version: 0 }) === JSON.stringify({ ...other, version: 0 })
  );
}
