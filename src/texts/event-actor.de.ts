import type { View } from './view';
import { isFollowUp, type TicketEvent } from '../domain/ticket/event-rules';
import { reportingWayNames } from './labels.de';

/** Who did it; undefined for what merely followed from something else. Events name people by id, cards by name. */
export function eventActor(
  event: TicketEvent,
  view: View,
  { nameOperators }: { readonly nameOperators: boolean },
): string | undefined {
  if (isFollowUp(event)) return undefined;
  // A contractor deals with the operator's organisation, through the dispatcher.
  if (event.role === 'operator' && !nameOperators) return undefined;
  const name = view.person(event.by);
  return event.onBehalf === undefined
    ? name
    : `${name} auf Wort des Netzbetreibers (${reportingWayNames[event.onBehalf.way]})`;
}
