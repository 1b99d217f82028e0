import type { Person } from '../../domain/organisation/installation';
import type { Place } from '../../domain/organisation/place';
import type { Reader } from '../../domain/ticket/access';
import type { TrackedCard } from '../ports/card-store';

/** Who acts and from where, as verified by the adapter: a conversation with its places, or a person in a private chat. */
export interface Standpoint {
  readonly person: Person;
  /** The places the conversation serves; none in a private chat. */
  readonly places: readonly Place[];
  /** Who the answer is for: the places of a channel, or the person in a private chat (process 1). */
  readonly reader: Reader;
  /** The lane whose tracked cards are here. */
  readonly laneKey: string;
  /** The card that was pressed, with the ticket tracked on it. */
  readonly pressed?: { readonly tracked?: TrackedCard };
}

/** True in a private chat: nobody else reads there, so all of the person's roles count. */
export function isAlone({ reader }: Pick<Standpoint, 'reader'>): boolean {
  return 'person' in reader;
}
