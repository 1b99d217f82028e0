/** '… und 3 weitere': those that are not named in a list; nothing where all are. */
export type Further = (count: number) => readonly string[];

/** '… und ein weiterer'. */
export const furtherContracts: Further = (count) => further(count, 'ein weiterer');

export const furtherSteps: Further = (count) => further(count, 'ein weiterer');

/** '… und ein weiteres'. */
export const furtherOnboardings: Further = (count) => further(count, 'ein weiteres');

/** '… und eine weitere'. */
export const furtherTasks: Further = (count) => further(count, 'eine weitere');
export const furtherPeople: Further = (count) => further(count, 'eine weitere');

function further(count: number, one: string): readonly string[] {
  if (count <= 0) return [];
  return [`… und ${count === 1 ? one : `${count} weitere`}`];
}
