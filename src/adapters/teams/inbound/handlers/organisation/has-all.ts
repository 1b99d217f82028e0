/** Whether every searched word is somewhere in the text, in capitals or not. */
export function hasAll(text: string, searched: string): boolean {
  const lower = text.toLowerCase();
  return searched
    .toLowerCase()
    .split(/\s+/)
    .every((word) => lower.includes(word));
}
