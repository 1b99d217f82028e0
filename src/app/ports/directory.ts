import type { Installation } from '../../domain/organisation/installation';

/**
 * The organisation as recorded, with the roles that people hold now (directory-in-force); consulted on every action, so that a
 * right begins and ends when they say so.
 */
export interface Directory {
  installation(): Installation;
}
