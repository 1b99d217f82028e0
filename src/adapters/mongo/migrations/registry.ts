import { wholeDocuments } from './001-whole-documents';
import { proofsOfCards } from './002-proofs-of-cards';
import { legalDuties } from './003-legal-duties';
import { orderOfLists } from './004-order-of-lists';
import { lapsedAssignments } from './005-lapsed-assignments';
import { trialTickets } from './006-trial-tickets';
import type { Migration } from './migration';

/** In the order in which they are run; the first leads to schema version 1. New ones are added at the end, none is taken out. */
export const migrations: readonly Migration[] = [
  wholeDocuments,
  proofsOfCards,
  legalDuties,
  orderOfLists,
  lapsedAssignments,
  trialTickets,
];

/** The version of the stored form that this software reads and writes. */
export const schemaVersion = migrations.length;

/** The version that a collection's documents need at least: that of the last migration that concerns them. */
export function versionNeeded(collection: string): number {
  return migrations.findLastIndex(({ steps }) => steps[collection] !== undefined) + 1;
}
