import type { Instant } from '../../instant';
import type { PersonId, Role } from '../../organisation/installation';
import type { OnBehalf } from '../on-behalf';

/** What an operator owes to the authority about a security incident, in the order of the law (process 10, § 32 BSIG). */
export const legalReports = ['first', 'second', 'final'] as const;
export type LegalReport = (typeof legalReports)[number];

/** "Gemeldet am …": the operator has told the authority; the bot reports nothing itself. */
export interface LegalReportMade {
  readonly report: LegalReport;
  readonly reportedAt: Instant;
  /** Under which the authority has it; typed by a person. */
  readonly reference: string;
  /** Who entered it, when, and the version of the ticket that it led to. */
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  readonly version: number;
  readonly onBehalf?: OnBehalf;
}
