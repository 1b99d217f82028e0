import type { Migration } from './migration';

/**
 * From here on an assignment ends by itself where the organisation has changed. Tickets of before stay as they are; but earlier
 * software could not read the new events, and would take rights from the organisation file, not from the records.
 */
export const lapsedAssignments: Migration = { name: 'lapsed assignments', steps: {} };
