import type { Installation } from '../../domain/organisation/installation';

/** The organisation file in force; consulted on every action, so that a right ends when the file says so. */
export interface Directory {
  installation(): Installation;
}
