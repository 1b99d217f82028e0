import type { Instant } from '../instant';
import type { PersonId, Role } from '../organisation/installation';
import type { EventFields, ValuesOf } from './event-fields';
import type { OnBehalf } from './on-behalf';

/** What every event carries in addition to its own data. People are named by id, never by name (process 10). */
export interface EventBase {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: Role;
  readonly commandId: string;
  readonly onBehalf?: OnBehalf;
}

/** The bot itself, for events caused by time alone; no person's id has this form. */
export const scheduler = { by: ':scheduler', role: 'scheduler' } as const;

/** What every event carries that the bot records on its own. */
export interface TimeEventBase {
  readonly at: Instant;
  readonly by: PersonId;
  readonly role: typeof scheduler.role;
  readonly commandId: string;
  readonly onBehalf?: undefined;
}

/** An event of a person's action: its type, and its own data as described by its fields. */
export type EventOf<Type extends string, Own extends EventFields> = EventBase & {
  readonly type: Type;
} & ValuesOf<Own>;

/** An event that the bot records on its own. */
export type TimeEventOf<Type extends string, Own extends EventFields> = TimeEventBase & {
  readonly type: Type;
} & ValuesOf<Own>;
