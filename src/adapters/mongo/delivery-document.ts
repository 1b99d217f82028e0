import type { Delivery } from '../../app/ports/delivery-store';
import type { Instant } from '../../domain/instant';

/** The name of the collection that deliveries are in. */
export const collection = 'deliveries';

/** A delivery's document, with values in the domain's form. */
export interface DeliveryDocument extends Omit<Delivery, 'id'> {
  readonly _id: string;
  readonly laneKey: string;
  readonly retryAt?: Instant;
  readonly lastStatus?: number;
  readonly settledAt?: Instant;
  readonly faults?: number;
}
