import type { Instant } from '../instant';
import type { CalendarDay, ModuleId, OrganisationId, PersonId } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { PlanParty } from './plan/fix-plan';
import type { ResponsibleParty } from './responsible-party';
import type { TicketState } from './ticket';
import type { TicketAction } from './transitions';
import type { CompletionLink } from './work/work';

/** Where the ticket stands, for the sentence that names state and who can act. */
interface Standing {
  readonly state: TicketState;
  readonly responsible: ResponsibleParty | undefined;
}

/**
 * Why a command changed nothing. Expected in daily use, so a value and no exception; each code has one German
 * sentence naming the present state and who can act (process 3).
 */
export type Refusal =
  | (Standing & {
      readonly code: 'wrongState';
      readonly action: TicketAction;
    })
  | {
      readonly code: 'notPermitted';
      readonly action: TicketAction;
      readonly state: TicketState | undefined;
      readonly permitted: readonly ResponsibleParty[];
    }
  | (Standing & {
      readonly code: 'alreadyDone';
      readonly action: TicketAction;
      readonly by: PersonId;
      readonly at: Instant;
    })
  | (Standing & { readonly code: 'outdated' })
  | { readonly code: 'unknownTicket' }
  | { readonly code: 'noContract'; readonly operator: OrganisationId; readonly module: ModuleId }
  | { readonly code: 'receiptInFuture' }
  | { readonly code: 'receiptTooOld' }
  | { readonly code: 'onBehalfMissing' }
  /** Said on the phone before the report was there, or before it was returned. */
  | { readonly code: 'saidTooEarly'; readonly earliest: Instant }
  | { readonly code: 'supportLevelsNotDone' }
  | { readonly code: 'classReasonMissing'; readonly proposed: number }
  | (Standing & { readonly code: 'sameClass' })
  | (Standing & { readonly code: 'samePriority' })
  | (Standing & { readonly code: 'sameModule' })
  | { readonly code: 'duplicateUnknown' }
  | { readonly code: 'duplicateOfItself' }
  | (Standing & {
      readonly code: 'tooEarlyToClose';
      readonly earliest: Instant;
    })
  | (Standing & {
      readonly code: 'noMaintainer';
      readonly module: ModuleId;
    })
  | (Standing & {
      readonly code: 'notAMaintainer';
      readonly module: ModuleId;
    })
  | (Standing & {
      readonly code: 'alreadyAssigned';
      readonly person: PersonId;
    })
  | (Standing & { readonly code: 'alreadySecurityRelevant' })
  /** Work needs a binding plan; in classes 1 and 2 a reason is enough (process 3). */
  | (Standing & {
      readonly code: 'planNotBinding';
      /** Who has not agreed; all three where there is no plan. */
      readonly waitingFor: readonly PlanParty[];
      readonly immediateStartPossible: boolean;
    })
  | (Standing & { readonly code: 'immediateStartNotForClass'; readonly faultClass: FaultClass })
  /** Who repaired it neither tests nor releases it (process 3). */
  | (Standing & { readonly code: 'completedByTester'; readonly action: TicketAction })
  | { readonly code: 'linkNotAllowed'; readonly link: CompletionLink }
  | (Standing & { readonly code: 'noFixPlan' })
  /** The plan was changed since the card was seen, so it is not the one that was meant. */
  | (Standing & { readonly code: 'planChanged'; readonly version: number })
  | (Standing & { readonly code: 'planAlreadyBinding'; readonly version: number })
  | (Standing & { readonly code: 'samePlan'; readonly version: number })
  | { readonly code: 'targetNotServiceDay'; readonly targetDate: CalendarDay }
  | { readonly code: 'targetInPast'; readonly targetDate: CalendarDay }
  | { readonly code: 'internalNotForOperators' }
  | (Standing & { readonly code: 'questionStillOpen'; readonly by: PersonId; readonly at: Instant })
  | (Standing & { readonly code: 'noOpenQuestion' })
  | (Standing & { readonly code: 'noSupportRequest' })
  | (Standing & { readonly code: 'supportNotTaken' })
  | { readonly code: 'supportAnswerMissing' }
  | { readonly code: 'supportVerdictMissing' }
  /** No notice of this ticket went to the operator. */
  | { readonly code: 'noSuchNotice' };

export type RefusalCode = Refusal['code'];
