import { clientInfo } from '../connector/inbound-activity';
import type { JsonObject } from '../connector/json';
import type { Conversation, TeamsWorld } from '../connector/teams-world';

/** What a person typed, as sent by the client: each "@Name" of somebody in the conversation is a mention. */
export interface TypedMessage {
  /** As people see it. */
  readonly text: string;
  /** As the bot gets it: what looks like markup and is none comes as entities. */
  readonly sent: string;
  readonly entities: JsonObject[];
  readonly mentionsBot: boolean;
}

const escaped: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;' };

/** Finds the mentions in a typed text; the longest name wins, so that "@Anna Berg" is not taken for "@Anna". */
export function typedMessage(world: TeamsWorld, conversation: Conversation, typed: string): TypedMessage {
  const accounts = [
    { id: world.bot.id, name: world.bot.name },
    ...world.members(conversation).map(({ teamsId, person }) => ({ id: teamsId, name: person.name })),
  ].sort((a, b) => b.name.length - a.name.length);
  const entities: JsonObject[] = [];
  let mentionsBot = false;
  let text = '';
  let sent = '';
  for (let at = 0; at < typed.length;) {
    const account =
      typed[at] === '@' ? accounts.find(({ name }) => typed.startsWith(name, at + 1)) : undefined;
    if (account) {
      const mention = `<at>${account.name}</at>`;
      text += mention;
      sent += mention;
      entities.push({ type: 'mention', text: mention, mentioned: account });
      mentionsBot ||= account.id === world.bot.id;
      at += account.name.length + 1;
    } else {
      const sign = typed[at] ?? '';
      text += sign;
      sent += escaped[sign] ?? sign;
      at += 1;
    }
  }
  return { text, sent, entities: [...entities, clientInfo()], mentionsBot };
}
