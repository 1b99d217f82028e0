import type { Unmentioned } from '../../../app/ports/messenger';
import type { PersonId } from '../../../domain/organisation/installation';
import type { Named } from './mention-activity';

/** Somebody to be named in a post. */
export interface Called {
  readonly id: PersonId;
  readonly name: string;
  readonly named: Named;
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

export function unmentioned(called: readonly Called[]): Unmentioned {
  const because = (why: 'absent' | 'unknown') =>
    called.flatMap(({ id, named }) => ('because' in named && named.because === why ? [id] : []));
  const notMentioned = because('unknown');
  return { notInRoster: because('absent'), ...(notMentioned.length === 0 ? {} : { notMentioned }) };
}
