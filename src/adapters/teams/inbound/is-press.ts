import type { Activity } from 'botbuilder';

/** Whether a button sent the message, and nobody typed it: clients that do not know `Action.Execute` send its data so. */
export function isPress({ value }: Activity): boolean {
  return value !== undefined && value !== null;
}
