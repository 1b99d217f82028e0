import { defined } from '../../defined';
import { cardShownTo, cardVersion } from '../connector/card-versions';
import { withFallbacks } from '../connector/card-walk';
import type { Message } from '../connector/messages';
import type { TeamsWorld } from '../connector/teams-world';
import type { MemberView, MessageView } from '../page-api';
import { emojiOf } from './emoji';
import { mentions, textParts } from './text-parts';

/** A message as one person sees it. */
export function messageView(
  world: TeamsWorld,
  message: Message,
  viewer: { readonly key: string; readonly seenUpTo: number },
): MessageView {
  const { activity, deleted } = message;
  const card = cardShownTo(message, viewer.key);
  return {
    id: message.id,
    author: authorOf(world, message),
    at: message.at,
    ...defined({ editedAt: message.editedAt }),
    deleted,
    text: deleted ? [] : textParts(world, activity, viewer.key),
    ...defined({ card: card && withFallbacks(card), cardVersion: card && cardVersion(card) }),
    unread: isUnread(message, viewer.key, viewer.seenUpTo),
    mentionsViewer: !deleted && mentions(world, activity, viewer.key),
    onlyForViewer: message.onlyFor !== undefined,
    reactions: message.reactions.map(emojiOf),
  };
}

/** New to the person: written by somebody else, and after what they read last. */
export function isUnread(message: Message, person: string, seenUpTo: number): boolean {
  return !message.deleted && message.author !== person && Number(message.id) > seenUpTo;
}

function authorOf(world: TeamsWorld, { author }: Message): MemberView {
  if (author === undefined) return { name: world.bot.name, isBot: true };
  // The author may have been removed from the organisation file since.
  const name = world.people.find((person) => person.key === author)?.name ?? author;
  return { key: author, name, isBot: false };
}
