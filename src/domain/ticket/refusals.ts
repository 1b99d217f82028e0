import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId } from '../organisation/installation';
import type { FaultClass } from '../reaction/fault-class';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { NotActive } from './assignable';
import type { PlanParty } from './plan/fix-plan';
import type { ResponsibleParty } from './responsible-party';
import type { Priority, TicketNumber } from './ticket';
import type { TicketState } from './ticket-state';
import type { CompletionLink } from './work/work';

/** State of the ticket and whose turn it is, for the sentence that names them. */
export interface Standing {
  readonly state: TicketState;
  /** Whom it waits for, the next step first; nobody once it has ended. */
  readonly turnOf: readonly ResponsibleParty[];
}

/** Who has changed what a form is about, and how it stands now. */
export type Overtaking = { readonly by: PersonId; readonly at: Instant } & (
  | { readonly what: 'faultClass'; readonly now: FaultClass }
  | { readonly what: 'priority'; readonly now: Priority }
  | { readonly what: 'module'; readonly now: ModuleId }
  | { readonly what: 'link'; readonly now: TicketNumber }
);

/**
 * Why an action's own guard refused. Expected in daily use, so a value rather than an exception; each code has one
 * German sentence. Where the ticket stands against it, the sentence names its state and whose turn it is (process 3);
 * where what was typed does, it says what to type, and whoever answers a reader of the ticket adds the two.
 */
export type OwnRefusal =
  | (Standing & { readonly code: 'alreadyDone'; readonly by: PersonId; readonly at: Instant })
  | (Standing & { readonly code: 'outdated' })
  /** What a form is about was changed while it was open; whoever has been told may send it again. */
  | (Standing & { readonly code: 'overtaken'; readonly changes: readonly Overtaking[] })
  | { readonly code: 'unknownTicket' }
  | { readonly code: 'noContract'; readonly operator: OrganisationId; readonly module: ModuleId }
  | { readonly code: 'receiptInFuture' }
  | { readonly code: 'receiptTooOld' }
  /** The service calendar does not hold the service time that a deadline needs. */
  | { readonly code: 'calendarTooShort' }
  | { readonly code: 'onBehalfMissing' }
  /** Said on the phone before the report existed, or before it was returned. */
  | { readonly code: 'saidTooEarly'; readonly earliest: Instant }
  | { readonly code: 'supportLevelsNotDone' }
  /** To practise with (process 7). */
  | { readonly code: 'trialByDispatcherOnly' }
  | { readonly code: 'trialNotSecurityRelevant' }
  /** A trial is neither linked with a real ticket nor a duplicate of one, nor the other way round. */
  | { readonly code: 'trialAndReal' }
  | { readonly code: 'classReasonMissing'; readonly proposed: number }
  | (Standing & { readonly code: 'sameClass' })
  | (Standing & { readonly code: 'samePriority' })
  | (Standing & { readonly code: 'sameModule' })
  | { readonly code: 'duplicateUnknown' }
  /** Following the other ticket's duplicates leads back, or to a report that ended without a repair (process 3). */
  | { readonly code: 'duplicateInCircle'; readonly other: TicketNumber }
  | { readonly code: 'duplicateEnded'; readonly other: TicketNumber }
  /** A ticket cannot refer to itself. */
  | { readonly code: 'ofItself' }
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
  /** What is missing in the onboarding of whoever is to be assigned (process 7). */
  | (Standing & NotActive & { readonly code: 'notActive' })
  /** None of the module's maintainers can be assigned yet. */
  | (Standing & {
      readonly code: 'nobodyActive';
      readonly module: ModuleId;
      readonly notActive: readonly NotActive[];
    })
  | (Standing & {
      readonly code: 'alreadyAssigned';
      readonly person: PersonId;
    })
  | (Standing & { readonly code: 'alreadySecurityRelevant' })
  | (Standing & { readonly code: 'notSecurityRelevant' })
  /** When the operator became aware, or reported to the authority (process 10). */
  | { readonly code: 'knownInFuture' }
  | { readonly code: 'knownTooEarly'; readonly earliest: Instant }
  | { readonly code: 'reportedInFuture' }
  | { readonly code: 'reportedTooEarly'; readonly earliest: Instant }
  /** Work needs a binding plan; in classes 1 and 2 a reason is enough (process 3). */
  | (Standing & {
      readonly code: 'planNotBinding';
      /** The parties that have not agreed; all three if there is no plan. */
      readonly waitingFor: readonly PlanParty[];
      readonly immediateStartPossible: boolean;
    })
  | (Standing & { readonly code: 'immediateStartNotForClass'; readonly faultClass: FaultClass })
  /** The person who repaired it neither tests nor releases it (process 3). */
  | (Standing & { readonly code: 'completedByTester' })
  | { readonly code: 'linkNotAllowed'; readonly link: CompletionLink }
  | (Standing & { readonly code: 'noFixPlan' })
  /** The plan has changed since the card was shown, so it is not the one that was meant. */
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
  /** The operator was not sent a notice for this ticket. */
  | { readonly code: 'noSuchNotice' };

/** Every refusal: an action's own, with the action's name where the sentence has it, and those that follow from the table of process 3. */
export type RefusalOf<Action extends string> =
  | Exclude<OwnRefusal, { readonly code: NamedCode }>
  | (Extract<OwnRefusal, { readonly code: NamedCode }> & { readonly action: Action })
  | (Standing & { readonly code: 'wrongState'; readonly action: Action })
  | {
      readonly code: 'notPermitted';
      readonly action: Action;
      readonly permitted: readonly ResponsibleParty[];
      /** Absent where there is no ticket yet. */
      readonly standing?: Standing;
    };

/** The codes whose sentences name the action. */
type NamedCode = 'alreadyDone' | 'completedByTester';

/** Adds the action's name to its own refusal, where the sentence has it. */
export function withActionName<Action extends string>(
  refusal: OwnRefusal,
  action: Action,
): RefusalOf<Action> {
  return refusal.code === 'alreadyDone' || refusal.code === 'completedByTester'
    ? { ...refusal, action }
    : refusal;
}
