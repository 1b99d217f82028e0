import { conversationToAsk } from '../../../../../app/conversations-to-ask';
import type { Member } from '../../../../../domain/organisation/newcomers';
import { readMemberKey } from '../../../cards/member-key';
import type { BotDeps } from '../../turn';

/** Whom a button names as a member, as Teams says it now; undefined also where Teams does not, or is not to be asked there. */
export async function memberNamed(
  deps: Pick<BotDeps, 'directory' | 'conversations' | 'rosters'>,
  of: string,
): Promise<Member | undefined> {
  const key = readMemberKey(of);
  const asked = key && (await conversationToAsk(deps, key.conversation));
  return asked && deps.rosters.memberOf(asked, key.teamsId);
}
