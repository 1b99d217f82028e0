/** Names are data: nothing in one may become markup. */
export function escaped(text: string): string {
  return text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
}

/**
 * What is said to people: their mentions first, because a mention is what the notification shows first ('<at>Name</at>' of
 * people in the roster, plain names of others); the sentence alone where nobody is to be named.
 */
export function mentionText(sentence: string, mentions: readonly string[]): string {
  return mentions.length === 0 ? escaped(sentence) : `${mentions.join(', ')}: ${escaped(sentence)}`;
}
