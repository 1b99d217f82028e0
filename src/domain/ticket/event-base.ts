import type { Instant } from '../instant';
import type { PersonId, Role } from '../organisation/installation';
import type { Fields, ValuesOf } from './event-fields';
import type { OnBehalf } from './on-behalf';

/** What every event says besides its own data. People are named by id, never by name (process 10). */
export interface EventBase {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: Role;
  readonly commandId: string;
  readonly onBehalf?: OnBehalf;
}

/** The bot itself, where time has passed and nobody did anything; no id of a person has this form. */
export const scheduler = { by: ':scheduler', role: 'scheduler' } as const;
export type ActingRole = Role | typeof scheduler.role;

/** What every event says that the bot records by itself. */
export interface TimeEventBase {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: typeof scheduler.role;
  readonly commandId: string;
  readonly onBehalf?: undefined;
}

/** An event of somebody's action: its type, and its own data by their fields. */
export type EventOf<Type extends string, Own extends Fields> = EventBase & {
  readonly type: Type;
} & ValuesOf<Own>;

/** An event that the bot records by itself. */
export type TimeEventOf<Type extends string, Own extends Fields> = TimeEventBase & {
  readonly type: Type;
} & ValuesOf<Own>;
