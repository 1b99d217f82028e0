import type { TicketNumber } from '../../../domain/ticket/ticket';
import type { View } from '../../../texts/view';
import type { PlacedProblem } from '../../../app/ports/delivery-store';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { Place } from '../../../domain/organisation/place';
import type { DialogMode } from './dialog-mode';

export interface TicketCardInput {
  readonly record: TicketRecord;
  readonly place: Place;
  /** Shown at the dispatch place only. */
  readonly problems?: readonly PlacedProblem[];
  readonly view: View;
  /** The other tickets that it speaks of and whose numbers may be read here (process 3); none are shown without. */
  readonly readable?: ReadonlySet<TicketNumber>;
  readonly mode: DialogMode;
}
