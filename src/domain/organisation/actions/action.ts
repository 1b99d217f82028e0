import type { Instant } from '../../instant';
import type { CalendarDay } from '../../service-calendar/civil-date';
import type { ChangeRefusal } from '../change-refusal';
import type { OrganisationEvent } from '../changes';
import type { Installation, Person, Role } from '../installation';
import type { OrganisationRecords } from '../records';

/** What a decision about the records is based on. */
export interface RecordsContext {
  readonly records: OrganisationRecords;
  /** What the organisation file sets up and the records, whether it is in force today or not. */
  readonly recorded: Installation;
  /** Who decides, with the roles that they hold now. */
  readonly actor: ActingPerson;
  readonly today: CalendarDay;
  readonly now: Instant;
}

/** Everything that is known of one action on the organisation's records; its file holds one. */
export interface OrganisationActionShape<Command> {
  /** Who may do it, the first first: somebody with several of these roles acts in it. */
  readonly roles: readonly Role[];
  /** The records as they are to be afterwards; those that are so already are no events. */
  eventsOf(
    command: Command,
    records: OrganisationRecords,
    context: Pick<RecordsContext, 'actor' | 'now' | 'recorded'>,
  ): readonly OrganisationEvent[];
  /** What of it alone is refused, besides the rules between all records (contradictions.ts). */
  refusal?(command: Command, context: RecordsContext): ChangeRefusal | undefined;
  /** Whether the actor is in the role here; where that is not the same as holding it today. */
  actsIn?(command: Command, role: Role, context: RecordsContext): boolean;
  /** Whether the role may do just this; where a role may not do all of it. */
  mayDo?(command: Command, role: Role, context: RecordsContext): boolean;
}

export type ActingPerson = Pick<Person, 'id' | 'roles'>;
