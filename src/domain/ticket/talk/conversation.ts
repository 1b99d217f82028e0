import type { Instant } from '../../instant';
import type { PersonId, Role } from '../../organisation/installation';
import type { OnBehalf } from '../on-behalf';
import { isOpen, type TicketState } from '../ticket-state';

export interface TicketComment {
  readonly text: string;
  /** Not for operators (process 3). */
  readonly internal: boolean;
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
  readonly onBehalf?: OnBehalf;
}

/** What the operator is asked (process 3); one at a time. */
export interface Question {
  readonly text: string;
  readonly by: PersonId;
  readonly role: Role;
  readonly at: Instant;
}

export interface AnsweredQuestion extends Question {
  readonly answer: string;
  readonly answeredBy: PersonId;
  readonly answeredAt: Instant;
  readonly onBehalf?: OnBehalf;
}

/** The part of a ticket that these rules use. */
interface Asked {
  readonly state: TicketState;
  readonly question?: Question;
}

/** The question waiting for an answer; none on an ended ticket. */
export function openQuestion(ticket: Asked): Question | undefined {
  return isOpen(ticket) ? ticket.question : undefined;
}
