import { notHereText, notMentionedText } from '../../../texts/reminders.de';

/** Somebody of the channel's roster who is mentioned. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
}

/** Who is named in a post. */
export interface CalledPeople {
  readonly mentioned: readonly Mentioned[];
  /** Names of those who are not in the roster. */
  readonly notHere: readonly string[];
  /** Names of those who cannot be mentioned, because Teams gave no roster. */
  readonly notMentioned?: readonly string[];
}

/** How a card's template names them. */
export function namingData({ mentioned, notHere, notMentioned = [] }: CalledPeople) {
  const mentions = mentionsOf(mentioned);
  return {
    entities: mentions,
    ...(mentions.length === 0 ? {} : { mentions: mentions.map(({ text }) => text).join(', ') }),
    ...(notMentioned.length === 0 ? {} : { notMentioned: notMentionedText(notMentioned) }),
    ...(notHere.length === 0 ? {} : { notHere: notHereText(notHere) }),
  };
}

/**
 * The text of a mention is only the key to its entity, which holds the name as it is shown; so nothing of a name can
 * become markup. A number keeps the keys of namesakes apart.
 */
export function mentionsOf(mentioned: readonly Mentioned[]) {
  const keys = new Set<string>();
  return mentioned.map(({ id, name }) => {
    const plain = name.replace(/[^\p{L}\p{N} .,()-]/gu, ' ').trim() || 'Person';
    let key = plain;
    for (let namesake = 2; keys.has(key); namesake++) key = `${plain} ${namesake}`;
    keys.add(key);
    return { type: 'mention', text: `<at>${key}</at>`, mentioned: { id, name } };
  });
}
