import type { MongoStores } from '../../src/adapters/mongo/connect';
import { replay } from '../../src/domain/ticket/evolve';
import { berlin } from './given';
import { sampleFaultReported } from './tickets';

export const unsentTicket = 'SP-2026-0001';
export const refusedDelivery = `${unsentTicket}:1:showCard:organisation:nord@person:nord-1`;

/** A ticket whose effects could not be planned, and a delivery of it that Teams refused. */
export async function fillUnsent({ tickets, deliveries }: MongoStores): Promise<void> {
  const event = sampleFaultReported({ number: unsentTicket });
  const place = { kind: 'dispatch' } as const;
  await tickets.create(replay([event]), [event]);
  await tickets.setAside.failed(unsentTicket, berlin('2026-06-10T10:00'));
  await tickets.setAside.add(unsentTicket, berlin('2026-06-10T10:00'), 'TypeError');
  await deliveries.enqueue([
    {
      id: refusedDelivery,
      ticket: unsentTicket,
      version: 1,
      effect: { kind: 'showCard', place },
      lane: { kind: 'person', person: 'nord-1' },
      order: '1',
      status: 'due',
    },
  ]);
  await deliveries.undeliverable(refusedDelivery, berlin('2026-06-10T10:05'), {
    kind: 'refused',
    status: 403,
  });
}
