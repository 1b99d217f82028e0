import { faultClasses } from '../../../domain/reaction/fault-class';
import { breachReasons } from '../../../domain/reaction/reaction-cycle';
import {
  optionalList,
  part,
  partSchema,
  requiredInstant,
  requiredNumber,
  requiredOneOf,
  requiredText,
  oneOf,
} from './strict-schema';

/** One run of the reaction clock (process 2.1-2.3). */
export const reactionCycleSchema = partSchema({
  startedAt: requiredInstant,
  faultClass: requiredOneOf(faultClasses),
  calendarId: requiredText,
  deadline: requiredInstant,
  earlierDeadlines: [
    partSchema({
      deadline: requiredInstant,
      faultClass: requiredOneOf(faultClasses),
      replacedAt: requiredInstant,
    }),
  ],
  breach: part(
    partSchema({
      recordedAt: requiredInstant,
      deadline: requiredInstant,
      reason: requiredOneOf(breachReasons),
    }),
  ),
  end: part(partSchema({ at: requiredInstant, kind: requiredOneOf(['reaction', 'withdrawal']) })),
  result: oneOf(['met', 'missed']),
  firedThresholds: optionalList(
    partSchema({ percent: requiredNumber, faultClass: requiredOneOf(faultClasses), dueAt: requiredInstant }),
  ),
});
