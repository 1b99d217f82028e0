import type { Activity } from 'botbuilder';
import type { Identity } from '../../../../domain/organisation/installation';
import { commandNames } from '../../../../texts/commands.de';
import type { Conversation } from '../conversation';
import { renderIdsCard } from '../../cards/ids-card';
import type { Answer } from '../turn';
import { ownPage } from './plain-answers';

/** "Kennungen": answers everybody everywhere, so that a first installation can be filled in. */
export function showIds(
  activity: Activity,
  conversation: Conversation,
  identity: Identity | undefined,
): Answer {
  const card = renderIdsCard({
    tenant: identity?.tenant,
    objectId: identity?.objectId ?? activity.from.aadObjectId,
    teamsId: activity.from.id,
    conversation: conversation.id,
    team: conversation.team,
    hostingTenant: conversation.tenant,
    serviceUrl: conversation.serviceUrl,
  });
  return ownPage(commandNames.ids, card);
}
