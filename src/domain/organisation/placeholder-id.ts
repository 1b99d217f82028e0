/** Whether an id of Entra ID is one that stands for an id to be filled in: one digit throughout, as in zeros alone. */
export function isPlaceholderId(id: string): boolean {
  return new Set(id.replaceAll('-', '').toLowerCase()).size === 1;
}
