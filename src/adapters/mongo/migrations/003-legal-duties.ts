import type { Migration } from './migration';

/**
 * From here on a security-relevant ticket says since when legal duties count, and what was reported. Of tickets of before
 * it follows from their receipt or marking, so they stay as they are; but earlier software could not read the new events.
 */
export const legalDuties: Migration = { name: 'legal duties', steps: {} };
