import type { Instant } from '../instant';
import type { ModuleId, OrganisationId, PersonId } from '../organisation/installation';
import type { ResponsibleParty } from './responsible-party';
import type { TicketState } from './ticket';
import type { TicketAction } from './transitions';

/**
 * Why a command changed nothing. Expected in daily use, so a value and no exception; each code has one German
 * sentence naming the present state and who can act (process 3).
 */
export type Refusal =
  | {
      readonly code: 'wrongState';
      readonly action: TicketAction;
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'notPermitted';
      readonly action: TicketAction;
      readonly state: TicketState | undefined;
      readonly permitted: readonly ResponsibleParty[];
    }
  | {
      readonly code: 'alreadyDone';
      readonly action: TicketAction;
      readonly state: TicketState;
      readonly by: PersonId;
      readonly at: Instant;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'outdated';
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | { readonly code: 'unknownTicket' }
  | { readonly code: 'noContract'; readonly operator: OrganisationId; readonly module: ModuleId }
  | { readonly code: 'receiptInFuture' }
  | { readonly code: 'receiptTooOld' }
  | { readonly code: 'onBehalfMissing' }
  /** Said on the phone before the report was there, or before it was returned. */
  | { readonly code: 'saidTooEarly'; readonly earliest: Instant }
  | { readonly code: 'supportLevelsNotDone' }
  | { readonly code: 'classReasonMissing'; readonly proposed: number }
  | {
      readonly code: 'sameClass';
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'samePriority';
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'sameModule';
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | { readonly code: 'duplicateUnknown' }
  | { readonly code: 'duplicateOfItself' }
  | {
      readonly code: 'tooEarlyToClose';
      readonly earliest: Instant;
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'noMaintainer';
      readonly module: ModuleId;
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'notAMaintainer';
      readonly module: ModuleId;
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'alreadyAssigned';
      readonly person: PersonId;
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    }
  | {
      readonly code: 'alreadySecurityRelevant';
      readonly state: TicketState;
      readonly responsible: ResponsibleParty | undefined;
    };

export type RefusalCode = Refusal['code'];
