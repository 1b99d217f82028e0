import type { DeliveryProblem } from '../../../app/ports/delivery-store';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Instant } from '../../../domain/instant';
import type { Installation } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import type { DialogMode } from './dialog-mode';

export interface TicketCardInput {
  readonly record: TicketRecord;
  readonly place: Place;
  /** Shown at the dispatch place only. */
  readonly problems?: readonly (DeliveryProblem & { readonly place: Place })[];
  readonly installation: Installation;
  readonly now: Instant;
  readonly mode: DialogMode;
}
