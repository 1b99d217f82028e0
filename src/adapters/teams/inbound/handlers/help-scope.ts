import { isAlone } from '../../../../app/acting/standpoint';
import { roleOfPlace } from '../../../../domain/ticket/access';
import type { PlaceHelp } from '../../cards/help-card';
import type { Turn } from '../turn';

/** For whom help is: the role of the place, in a private chat the person's first. */
export function helpScopeOf(turn: Pick<Turn, 'reader' | 'places' | 'person'>): PlaceHelp {
  const [place] = turn.places;
  const role = place === undefined ? turn.person.roles[0]?.role : roleOfPlace(place);
  return { at: isAlone(turn) ? 'personal' : 'channel', role: role ?? 'operator' };
}
