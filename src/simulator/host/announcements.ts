import type { Connector } from '../connector/connector';
import type { Conversation } from '../connector/teams-world';
import type { TeamsLog } from './teams-log';

/**
 * Tells the bot once about each conversation it is in, as Teams does when the app is installed. Whatever fails is
 * repeated at the next start.
 */
export async function announceBot(connector: Connector, log: TeamsLog): Promise<void> {
  const { world } = connector;
  for (const conversation of world.conversations()) {
    const announced = log.fact('announced') ?? [];
    if (announced.includes(conversation.id) || !world.appIsIn(conversation)) continue;
    if (await announce(connector, conversation)) log.setFact('announced', [...announced, conversation.id]);
    await log.settled();
  }
}

async function announce({ world, installations }: Connector, conversation: Conversation): Promise<boolean> {
  if (conversation.kind === 'personal') return installations.install(conversation.chat.person);
  const [somebody] = world.members(conversation);
  if (conversation.kind !== 'channel' || somebody === undefined) return true;
  return installations.addAppToChannel(conversation.id, somebody.person.key);
}
