import { Avatar } from '@fluentui/react-avatar';

interface FaceProps {
  readonly name: string;
  /** The person's key; the bot has none. */
  readonly personKey?: string;
  readonly size: 32 | 36 | 40;
}

/** Coloured initials; a decoration beside the written name. */
export function Face({ name, personKey, size }: FaceProps) {
  const bot = personKey === undefined;
  return (
    <Avatar
      initials={initialsOf(name)}
      color={bot ? 'brand' : 'colorful'}
      idForColor={personKey}
      shape={bot ? 'square' : 'circular'}
      size={size}
      aria-hidden
    />
  );
}

/** Initials of the first and last word: "Leitwarte Nord, Schicht A" becomes LA. */
function initialsOf(name: string): string {
  const words = name.split(/[\s,-]+/).filter((word) => word !== '');
  return [words[0], ...(words.length > 1 ? [words.at(-1)] : [])]
    .map((word) => word?.[0]?.toUpperCase() ?? '')
    .join('');
}
