/** The digits that say of what kind an id is (RFC 9562), as in 00000000-0000-4000-8000-000000000000. */
const kind = /^(.{14})4(.{4})[89ab]/;

/**
 * Whether an id of Entra ID is one that stands for an id to be filled in: one digit throughout, as in zeros alone, but
 * for those that say its kind.
 */
export function isPlaceholderId(id: string): boolean {
  const digitsOf = (text: string) => new Set(text.replaceAll('-', ''));
  const lower = id.toLowerCase();
  return digitsOf(lower).size === 1 || digitsOf(lower.replace(kind, '$1$2')).size === 1;
}
