const shortNames: Readonly<Record<string, string>> = {
  like: '👍',
  heart: '❤️',
  laugh: '😆',
  surprised: '😮',
  sad: '🙁',
  angry: '😠',
  launch: '🚀',
};

/** The emoji of a reaction: Teams names most of them by code points and a word, '2705_whiteheavycheckmark'. */
export function emojiOf(reaction: string): string {
  const codePoints = reaction.split('_').filter((part) => /^[\da-f]{4,6}$/.test(part));
  return shortNames[reaction] ?? String.fromCodePoint(...codePoints.map((each) => parseInt(each, 16)));
}
