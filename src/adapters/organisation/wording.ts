import { distance } from 'fastest-levenshtein';

const longest = 60;

/** `, found "abc"`: the value as written in the file, shortened. */
export function found(value: unknown): string {
  const text = JSON.stringify(value) as string | undefined;
  if (text === undefined) return '';
  return `, found ${text.length > longest ? `${text.slice(0, longest)}…` : text}`;
}

/** `unknown module "betribstagebuch", did you mean "betriebstagebuch"?` */
export function unknownName(kind: string, name: string, known: readonly string[]): string {
  const nearest = nearestOf(name, known);
  const suggestion = nearest === undefined ? '' : `, did you mean "${nearest}"?`;
  return `unknown ${kind} ${JSON.stringify(name)}${suggestion}`;
}

/** The known name that differs in at most a third of its letters, or in one letter. */
function nearestOf(name: string, known: readonly string[]): string | undefined {
  const [best] = known
    .map((candidate) => ({ candidate, letters: distance(name.toLowerCase(), candidate.toLowerCase()) }))
    .sort((one, other) => one.letters - other.letters);
  return best !== undefined && best.letters <= Math.max(1, Math.floor(name.length / 3))
    ? best.candidate
    : undefined;
}
