import type { Activity } from 'botbuilder';
import type { Identity } from '../../../../domain/organisation/installation';
import { commandNames } from '../../../../texts/commands.de';
import { commandIdOf } from '../command-id';
import type { Conversation } from '../conversation';
import { renderIdsCard } from '../../cards/ids-card';
import type { Answer, BotDeps } from '../turn';
import { ownPage } from './plain-answers';

/** "Kennungen": answers everybody everywhere, and has the process owners told of somebody who is not known. */
export async function showIds(
  { tellNewcomer }: Pick<BotDeps, 'tellNewcomer'>,
  activity: Activity,
  conversation: Conversation,
  identity: Identity | undefined,
): Promise<Answer> {
  const { id, serviceUrl, kind, team, tenant } = conversation;
  const teamsId = activity.from.id;
  // Of whom Teams does not say who it is, nobody can say that they are not known.
  const isTold =
    identity !== undefined &&
    (await tellNewcomer({
      identity,
      key: commandIdOf('newcomer', identity.tenant, identity.objectId),
      teamsId,
      conversation: { conversation: id, serviceUrl },
      isPrivate: kind === 'personal',
    }));
  const card = renderIdsCard({
    tenant: identity?.tenant,
    objectId: identity?.objectId ?? activity.from.aadObjectId,
    teamsId,
    conversation: id,
    team,
    hostingTenant: tenant,
    serviceUrl,
    isTold,
  });
  return ownPage(commandNames.ids, card);
}
