import { isSafeLink, linkedMessage } from './message-link';
import { goTo, routeOf } from './route';

/** Follows a link: to a message of Teams within the page, elsewhere in a new tab without access to this one. */
export function openLink(address: string): void {
  const target = linkedMessage(address);
  const { person } = routeOf(location.pathname, location.search);
  if (target && person !== undefined) goTo({ person, ...target });
  else if (isSafeLink(address)) window.open(address, '_blank', 'noopener,noreferrer');
}
