import type { Activity } from 'botbuilder';
import { commandIdOf } from './command-id';
import type { Conversation } from './conversation';

/** Of a message and its writer, and what is known of it; nothing that was typed can be read from it. */
export function messageKey(
  what: string,
  activity: Activity,
  { id, thread = '' }: Conversation,
  said = '',
): string {
  return commandIdOf(what, id, thread, activity.id ?? '', activity.from.id, said);
}

/** That the bot has introduced itself there. */
export function introductionIn({ id }: Conversation): string {
  return JSON.stringify(['introduced', id]);
}
