/** What is typed but not sent survives changes of place and person, and a reload of the window. */
export function draftOf(person: string, place: string, rootId: string | undefined): string {
  return sessionStorage.getItem(keyOf(person, place, rootId)) ?? '';
}

export function keepDraft(person: string, place: string, rootId: string | undefined, text: string): void {
  const key = keyOf(person, place, rootId);
  if (text === '') sessionStorage.removeItem(key);
  else sessionStorage.setItem(key, text);
}

function keyOf(...parts: (string | undefined)[]): string {
  return `draft ${JSON.stringify(parts)}`;
}
