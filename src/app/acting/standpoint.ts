import type { Person } from '../../domain/organisation/installation';
import type { Place } from '../../domain/organisation/place';
import type { Reader } from '../../domain/ticket/access';
import type { TrackedCard } from '../ports/card-store';

/** Who acts and from where, as a surface has checked it: a conversation with its places, or a person alone with the bot. */
export interface Standpoint {
  readonly person: Person;
  /** The places that the conversation is; none where the person is alone. */
  readonly places: readonly Place[];
  /** Whom an answer is for: in a channel its places, otherwise the person (process 1). */
  readonly reader: Reader;
  /** The lane whose tracked cards stand here. */
  readonly laneKey: string;
  /** The card that was pressed, with the ticket tracked on it. */
  readonly pressed?: { readonly tracked?: TrackedCard };
}

/** Whether nobody else reads here, so that all roles of the person count: a private chat. */
export function isAlone({ reader }: Pick<Standpoint, 'reader'>): boolean {
  return 'person' in reader;
}
