import type { Unmentioned } from '../../../app/ports/messenger';
import type { Place } from '../../../domain/organisation/place';
import type { PersonId } from '../../../domain/organisation/installation';
import type { Named } from './mention-activity';

/** Somebody to be named in a post. */
export interface Called {
  readonly id: PersonId;
  readonly name: string;
  readonly named: Named;
}

/** As many as Teams takes in one message without harm to its legibility. */
export const maxMentions = 20;

/**
 * Who of them is named in a post to these places: of an operator's people, who work in shifts, those who are in the channel, as
 * long as somebody is.
 */
export function namedAt(places: readonly Place[], called: readonly Called[]): readonly Called[] {
  const inShifts = places.length > 0 && places.every(({ kind }) => kind === 'organisation');
  const here = called.filter(({ named }) => !('because' in named && named.because === 'absent'));
  return (inShifts && here.length > 0 ? here : called).slice(0, maxMentions);
}

/** A mention is told by its text, so people whom the roster gives the same name are called as they are told apart. */
export function apart(called: readonly Called[]): readonly Called[] {
  const nameOf = ({ named }: Called) => ('member' in named ? named.member.name : undefined);
  return called.map((each) => {
    const { name, named } = each;
    if (!('member' in named) || called.filter((other) => nameOf(other) === named.member.name).length < 2)
      return each;
    return { ...each, named: { member: { id: named.member.id, name } } };
  });
}

export function inPlainWords({ id, name, named }: Called): Called {
  return 'member' in named ? { id, name, named: { name, because: 'unknown' } } : { id, name, named };
}

/** Of these people the called were named in the post. */
export function unmentioned(people: readonly PersonId[], called: readonly Called[]): Unmentioned {
  const because = (why: 'absent' | 'unknown') =>
    called.flatMap(({ id, named }) => ('because' in named && named.because === why ? [id] : []));
  const notMentioned = because('unknown');
  const passedOver = people.filter((person) => called.every(({ id }) => id !== person));
  return {
    notInRoster: because('absent'),
    ...(notMentioned.length === 0 ? {} : { notMentioned }),
    ...(passedOver.length === 0 ? {} : { passedOver }),
  };
}
