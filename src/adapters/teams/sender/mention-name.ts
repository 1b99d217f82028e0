import type { Person } from '../../../domain/organisation/installation';
import { roleNames } from '../../../texts/labels.de';
import { mentionWords } from '../../../texts/mentions.de';
import type { RosterMember } from './roster-page';

/**
 * What a mention calls somebody: what Teams does, else the organisation, else their mail address, else their role.
 * Without a name Teams notifies nobody or refuses the post, and so it does where a name breaks the `<at>` it stands in.
 */
export function mentionName({ name, mail }: Pick<RosterMember, 'name' | 'mail'>, person: Person): string {
  const [grant] = person.roles;
  const role = grant === undefined ? undefined : roleNames[grant.role];
  return [name, person.name, mail, role].flatMap(fit)[0] ?? mentionWords.somebody;
}

/** Without what nobody sees; nothing where no letter or digit is left, or where it would be markup. */
function fit(name: string | undefined): readonly string[] {
  const seen = (name ?? '').replace(/[\p{C}\s]+/gu, ' ').trim();
  return /[\p{L}\p{N}]/u.test(seen) && !/[<>&"]/.test(seen) ? [seen] : [];
}
