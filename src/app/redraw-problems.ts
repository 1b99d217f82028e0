import { defined } from '../defined';
import { dispatch } from '../domain/ticket/access';
import { lanesOf } from './messages/lane';
import type { Delivery, DeliveryStore } from './ports/delivery-store';
import type { Directory } from './ports/directory';

/**
 * The dispatcher's card says what of its ticket did not arrive, so it is due again although the ticket has not changed. A
 * delivery that is not about a single ticket has no card to show it on; the digest has it.
 */
export async function redrawProblems(
  { deliveries, directory }: { readonly deliveries: DeliveryStore; readonly directory: Directory },
  {
    id,
    ticket,
    version,
    order,
    attempts,
  }: Pick<Delivery, 'id' | 'ticket' | 'version' | 'order' | 'attempts'>,
): Promise<void> {
  const [lane] = lanesOf(directory.installation(), dispatch);
  if (ticket === undefined || lane === undefined) return;
  const effect = { kind: 'showCard', place: dispatch, again: true } as const;
  // Once for each time that something came of the delivery.
  const redraw = `${id}:problem${attempts === 0 ? '' : `:${attempts}`}`;
  await deliveries.enqueue([
    { id: redraw, ticket, effect, lane, order: `${order}:problem`, status: 'due', ...defined({ version }) },
  ]);
}
