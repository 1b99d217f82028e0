import type { SchemaDefinition } from 'mongoose';
import { roles } from '../../../domain/organisation/installation';
import { faultClasses } from '../../../domain/reaction/fault-class';
import type { TicketEvent } from '../../../domain/ticket/events';
import { declineReasons, priorities } from '../../../domain/ticket/ticket';
import { faultReportSchema, onBehalfSchema } from './fault-report-schema';
import { breachReasons, reactionCycleSchema } from './reaction-cycle-schema';
import {
  part,
  partSchema,
  requiredFlag,
  requiredInstant,
  requiredNumber,
  requiredOneOf,
  requiredPart,
  requiredText,
  text,
  variantSchema,
} from './strict-schema';

const cycle = requiredPart(reactionCycleSchema);

/** The own fields of each kind of event; a kind without an entry does not compile. */
const eventFields: Record<TicketEvent['type'], SchemaDefinition> = {
  faultReported: {
    number: requiredText,
    operator: requiredText,
    module: requiredText,
    report: requiredPart(faultReportSchema),
    proposedClass: requiredOneOf(faultClasses),
    securityRelevant: requiredFlag,
    receivedAt: requiredInstant,
    cycle,
    origin: text,
  },
  analysisStarted: { cycle },
  faultAccepted: {},
  faultDeclined: { reason: requiredOneOf(declineReasons), text: requiredText, duplicateOf: text },
  reportReturned: { missing: requiredText },
  reportSupplemented: { answer: requiredText, cycle },
  closedWithoutAnswer: {},
  reportWithdrawn: { reason: text, cycle },
  ticketAssigned: { organisation: requiredText, person: requiredText },
  ticketHandedBack: { reason: requiredText },
  faultClassChanged: {
    from: requiredOneOf(faultClasses),
    to: requiredOneOf(faultClasses),
    reason: text,
    cycle: part(reactionCycleSchema),
  },
  priorityChanged: { from: requiredOneOf(priorities), to: requiredOneOf(priorities) },
  moduleChanged: { from: requiredText, to: requiredText },
  markedSecurityRelevant: {},
  reactionBreached: { deadline: requiredInstant, reason: requiredOneOf(breachReasons), cycle },
  maintainerMissing: { module: requiredText },
};

/** What every link of the history holds: its place in the chain and what every event says. */
export const eventSchema = variantSchema(
  {
    // Without the list, a kind that has no entry would be taken as one without fields of its own.
    type: requiredOneOf(Object.keys(eventFields)),
    seq: requiredNumber,
    previousHash: requiredText,
    hash: requiredText,
    at: requiredInstant,
    by: requiredText,
    role: requiredOneOf(roles),
    commandId: requiredText,
    onBehalf: part(onBehalfSchema),
  },
  'type',
);

/** The schema of each kind of event, to be told apart by `type`. */
export const eventVariants = Object.entries(eventFields).map(([type, fields]) => ({
  type,
  schema: partSchema(fields),
}));
