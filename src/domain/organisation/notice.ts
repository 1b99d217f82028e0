/** The longest notice period that a contract can have, in months. */
export const longestNotice = 60;

/** A notice period as it is typed, in whole months; undefined for anything else. */
export function parseNotice(text: string): number | undefined {
  const months = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  return months >= 1 && months <= longestNotice ? months : undefined;
}
