/** Somebody of the channel's roster who is mentioned. */
export interface Mentioned {
  readonly id: string;
  readonly name: string;
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
