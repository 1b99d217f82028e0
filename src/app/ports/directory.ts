import type { Installation } from '../../domain/organisation/installation';

/** The organisation file as it is in force; asked on every action, so that a right ends when the file says so. */
export interface Directory {
  installation(): Installation;
}
