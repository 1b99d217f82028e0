/** The digits that say of what kind an id is (RFC 9562), as in 00000000-0000-4000-8000-000000000000. */
const kind = /^(.{14})4(.{4})[89ab]/;

/**
 * Whether an id of Entra ID is one that stands for an id to be filled in: one digit throughout, as in zeros alone, but
 * for those that say its kind.
 */
export function isPlaceholderId(id: string): boolean {
  return digitsOf(id) === 1;
}

/** Whether an id has so few different digits, two besides those of its kind, that Entra ID will hardly have drawn it. */
export function seemsMadeUp(id: string): boolean {
  return digitsOf(id) <= 2;
}

/** How many different digits there are, with those that say the kind or without, whichever are fewer. */
function digitsOf(id: string): number {
  const different = (text: string): number => new Set(text.replaceAll('-', '')).size;
  const lower = id.toLowerCase();
  return Math.min(different(lower), different(lower.replace(kind, '$1$2')));
}
