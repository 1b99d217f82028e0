/** Ids of Teams and Entra hold UUIDs, which are the same in capitals and not; Azure shows and sends both. */
export function isSameId(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && one.toLowerCase() === other?.toLowerCase();
}
