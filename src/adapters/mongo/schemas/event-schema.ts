import type { Schema } from 'mongoose';
import { roles } from '../../../domain/organisation/installation';
import { scheduler } from '../../../domain/ticket/event-base';
import type { EventParts, EventField } from '../../../domain/ticket/event-fields';
import { eventTypes, fieldsOf } from '../../../domain/ticket/event-rules';
import { faultReportSchema, onBehalfSchema } from './fault-report-schema';
import { allConsentsSchema, planContentSchema } from './fix-plan-schema';
import { reactionCycleSchema } from './reaction-cycle-schema';
import {
  flag,
  instant,
  number,
  oneOf,
  optionalList,
  part,
  partSchema,
  requiredInstant,
  requiredNumber,
  requiredOneOf,
  requiredText,
  text,
  variantSchema,
} from './strict-schema';
import { completionContentSchema, testRecordSchema } from './work-schema';

/** The parts of events that have a structure of their own. */
const parts: Readonly<Record<keyof EventParts, Schema>> = {
  faultReport: faultReportSchema,
  reactionCycle: reactionCycleSchema,
  planContent: planContentSchema,
  consents: allConsentsSchema,
  completionContent: completionContentSchema,
  testRecord: testRecordSchema,
};

/** How the other kinds of fields are stored. */
const kinds = {
  text,
  number,
  flag,
  instant,
  texts: optionalList(requiredText),
} as const;

/** How a field of an event is stored. */
function stored({ kind, words = [], part: name, optional = false }: EventField<unknown>) {
  const required = !optional;
  if (kind === 'word') return { ...oneOf(words), required };
  if (kind !== 'part') return { ...kinds[kind], required };
  if (name === undefined) throw new Error('a part that does not say which');
  return { ...part(parts[name]), required };
}

/** What every link of the history has: its place in the chain and the fields common to all events. */
export const eventSchema = variantSchema(
  {
    // Without the list, an unknown kind would be taken for one without fields of its own.
    type: requiredOneOf(eventTypes),
    seq: requiredNumber,
    previousHash: requiredText,
    hash: requiredText,
    at: requiredInstant,
    by: requiredText,
    role: requiredOneOf([...roles, scheduler.role]),
    commandId: requiredText,
    onBehalf: part(onBehalfSchema),
  },
  'type',
);

/** The schema of each kind of event, from the fields the domain gives it; discriminated by `type`. */
export const eventVariants = eventTypes.map((type) => ({
  type,
  schema: partSchema(
    Object.fromEntries(Object.entries(fieldsOf(type)).map(([name, field]) => [name, stored(field)])),
  ),
}));
