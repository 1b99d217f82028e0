import { clientInfo } from '../connector/inbound-activity';
import type { JsonObject } from '../connector/json';
import type { Conversation, TeamsWorld } from '../connector/teams-world';

/** What a person typed, as sent by the client: each "@Name" of somebody in the conversation is a mention. */
export interface TypedMessage {
  readonly text: string;
  readonly entities: JsonObject[];
  readonly mentionsBot: boolean;
}

/** Finds the mentions in a typed text; the longest name wins, so that "@Anna Berg" is not taken for "@Anna". */
export function typedMessage(world: TeamsWorld, conversation: Conversation, typed: string): TypedMessage {
  const accounts = [
    { id: world.bot.id, name: world.bot.name },
    ...world.members(conversation).map(({ teamsId, person }) => ({ id: teamsId, name: person.name })),
  ].sort((a, b) => b.name.length - a.name.length);
  const entities: JsonObject[] = [];
  let mentionsBot = false;
  let text = '';
  for (let at = 0; at < typed.length;) {
    const account =
      typed[at] === '@' ? accounts.find(({ name }) => typed.startsWith(name, at + 1)) : undefined;
    if (account) {
      const mention = `<at>${account.name}</at>`;
      text += mention;
      entities.push({ type: 'mention', text: mention, mentioned: account });
      mentionsBot ||= account.id === world.bot.id;
      at += account.name.length + 1;
    } else {
      text += typed[at];
      at += 1;
    }
  }
  return { text, entities: [...entities, clientInfo()], mentionsBot };
}
