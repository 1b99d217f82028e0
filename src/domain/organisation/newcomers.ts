import type { Identity, Installation, Person } from './installation';

/** Somebody in a conversation, as Teams tells it. */
export interface Member {
  /** The id of the form '29:…', by which Teams knows them in the bot's conversations. */
  readonly teamsId: string;
  /** As Teams says it; where it says none, their mail. */
  readonly name: string;
  readonly mail?: string;
  readonly identity: Identity;
}

/** Those of a roster who are nobody whom the organisation knows, by their names. */
export function newcomersAmong({ people }: Installation, members: readonly Member[]): readonly Member[] {
  const known = new Set(people.flatMap(({ identities }) => identities.map(keyOf)));
  return members
    .filter(({ identity }) => !known.has(keyOf(identity)))
    .sort((one, other) => one.name.localeCompare(other.name, 'de') || (one.teamsId < other.teamsId ? -1 : 1));
}

/**
 * The known people who may be this one, by mail or name: a guest has another object id than at home (process 1), so
 * that one person may turn up under an identity that nobody has entered yet.
 */
export function knownLike({ people }: Installation, { name, mail }: Member): readonly Person[] {
  return people.filter((person) => isSameText(person.mail, mail) || isSameText(person.name, name));
}

function keyOf({ tenant, objectId }: Identity): string {
  return JSON.stringify([tenant, objectId]);
}

function isSameText(one: string, other: string | undefined): boolean {
  const plain = (text: string) => text.normalize('NFC').trim().replace(/\s+/g, ' ').toLowerCase();
  return other !== undefined && plain(one) !== '' && plain(one) === plain(other);
}
