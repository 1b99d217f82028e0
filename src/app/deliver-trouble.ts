import { dispatch } from '../domain/ticket/access';
import { peopleToMention } from '../domain/ticket/people-to-mention';
import type { Lane } from './messages/lane';
import type { Messenger } from './ports/messenger';
import { ofTrouble } from './tell-trouble';
import { deliveryState, type DeliveryStateDeps } from './queries/delivery-state';

export interface DeliverTroubleDeps extends DeliveryStateDeps {
  readonly messenger: Messenger;
}

/** Tells the process owners, who run the bot, what does not reach its readers now; posts nothing (false) if all of it does. */
export async function deliverTrouble(deps: DeliverTroubleDeps, lane: Lane): Promise<boolean> {
  const state = await deliveryState(deps, { places: [dispatch] }, undefined);
  const troubles = [state.givenUp, state.setAside, state.unchecked, state.silentPlaces];
  if (troubles.every(({ length }) => length === 0)) return false;
  const people = peopleToMention(ofTrouble, deps.directory.installation(), deps.clock.now());
  await deps.messenger.postTrouble(lane, state, people);
  return true;
}
