import type { Instant } from '../instant';
import type { CalendarTimeline } from '../reaction/calendar-timeline';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { UrgentReports } from './urgent-reports';

declare const idOf: unique symbol;
/**
 * An id from the organisation's records, branded so that the compiler keeps an organisation's id apart from a person's. Text
 * becomes an id where it is read, whether or not there is such a record; an id of one kind never turns into another.
 */
type Id<Kind extends string> = string & { readonly [idOf]?: Kind };

export type OrganisationId = Id<'organisation'>;
export type PersonId = Id<'person'>;
export type ModuleId = Id<'module'>;
export type ContractId = Id<'contract'>;
export type AccessTaskId = Id<'accessTask'>;
export type OnboardingId = Id<'onboarding'>;

/** The roles of process 1. A maintainer is always one *for* a module. */
export const roles = ['operator', 'dispatcher', 'maintainer', 'platformMaintainer', 'processOwner'] as const;
export type Role = (typeof roles)[number];

export type RoleGrant =
  { readonly role: Exclude<Role, 'maintainer'> } | { readonly role: 'maintainer'; readonly module: ModuleId };

/** Who somebody is to Entra: a guest's object id differs from the one at home, so a person may have several identities. */
export interface Identity {
  readonly tenant: string;
  readonly objectId: string;
}

/** Where a channel is: its id alone is not enough for a link or to reach another cloud. */
export interface ChannelAddress {
  readonly tenant: string;
  readonly serviceUrl: string;
  /** The team's group id, needed for links to messages. */
  readonly team: string;
  /** The channel's id, `19:…@thread.tacv2`. */
  readonly conversation: string;
}

export interface Organisation {
  readonly id: OrganisationId;
  readonly name: string;
  /** Its own tenant, where the organisation file names one. */
  readonly tenant?: string;
  readonly channel?: ChannelAddress;
  /** Reached in their private chats where the organisation has no channel (process 1). */
  readonly contactPeople: readonly PersonId[];
  /** The first day on which it takes no part any more: it is never deleted, as old tickets name it. */
  readonly retired?: CalendarDay;
}

export interface Person {
  readonly id: PersonId;
  readonly name: string;
  readonly mail: string;
  readonly phone?: string;
  /** The first day on which the person holds the roles, and the last (process 1); shown with the contacts (process 9). */
  readonly since?: CalendarDay;
  readonly until?: CalendarDay;
  readonly organisation: OrganisationId;
  readonly identities: readonly Identity[];
  readonly roles: readonly RoleGrant[];
}

export interface MaintainedModule {
  readonly id: ModuleId;
  readonly name: string;
  /** Absent for a module without a maintainer ("N.N.", process 1). */
  readonly maintainer?: OrganisationId;
  readonly channel?: ChannelAddress;
  readonly packageRepository?: string;
  /** The first day on which it is not maintained any more: it is never deleted, as old tickets name it. */
  readonly retired?: CalendarDay;
}

/** Per operator and module, first and last day included (process 8). */
export interface Contract {
  readonly id: ContractId;
  readonly operator: OrganisationId;
  readonly module: ModuleId;
  readonly from: CalendarDay;
  readonly to?: CalendarDay;
  /** How long before its end notice has to be given, in whole months. */
  readonly noticeMonths?: number;
  readonly installedVersion?: string;
  /** Who at the operator is responsible for the packages. */
  readonly packageContact?: PersonId;
}

/**
 * What the platform maintainer does in a module's package repository because of a contract (process 8): lets an operator in at
 * its start, and keeps it out after its end.
 */
export interface PackageTask extends TaskOfAccess {
  readonly kind: 'grant' | 'revoke';
  readonly operator: OrganisationId;
}

/** Likewise takes away what somebody had as a maintainer of the module: repository, rights of a committer and to publish (process 7). */
export interface MaintainerTask extends TaskOfAccess {
  readonly kind: 'revokeMaintainer';
  readonly person: PersonId;
}

export type AccessTask = PackageTask | MaintainerTask;

interface TaskOfAccess {
  readonly id: AccessTaskId;
  readonly module: ModuleId;
  /** When it fell to the platform maintainer: from then on its service days are counted. */
  readonly since: Instant;
  /** How often it has been reminded of. */
  readonly reminders: number;
  /** Absent while it is open. */
  readonly outcome?: AccessOutcome;
}

export type AccessOutcome =
  /** By the platform maintainer; the account or token that it was done for, never a secret. */
  | { readonly kind: 'done'; readonly at: Instant; readonly by: PersonId; readonly reference?: string }
  /** The contracts have changed before anything was done: there is nothing to do any more. */
  | { readonly kind: 'dropped'; readonly at: Instant }
  /** Of a contract that ran before the bot did: whoever had access has it. */
  | { readonly kind: 'takenOver'; readonly at: Instant };

/** The process owners and the operator were reminded of a contract's last day, so many days before it (process 8). */
export interface ContractReminder {
  readonly contract: ContractId;
  readonly to: CalendarDay;
  readonly daysBefore: number;
}

/** Whose the steps of an onboarding are. */
export const stepOwners = ['maintainer', 'dispatcher', 'platformMaintainer', 'processOwner'] as const;
export type StepOwner = (typeof stepOwners)[number];

/** What shows that an item was done, where its tick alone does not. */
export const evidenceKinds = ['link', 'trialTicket'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** By items like this a maintainer is set up (process 7). */
export interface ChecklistItem {
  readonly id: string;
  readonly title: string;
  /** Nobody becomes a maintainer without it. */
  readonly mandatory: boolean;
  readonly by: StepOwner;
  readonly evidence?: EvidenceKind;
}

/** What somebody has to do in an onboarding: an item of the checklist, or a sign-off. */
export interface OnboardingStep {
  readonly id: string;
  readonly by: StepOwner;
  readonly state: StepState;
}

export type StepState =
  /** It waits for its owner, who was reminded so often; maybe it was done, and was opened again. */
  | {
      readonly kind: 'open';
      readonly since: Instant;
      readonly reminders: number;
      readonly takenBack?: TakenBack;
    }
  /** A sign-off as long as a mandatory item is open. */
  | { readonly kind: 'withheld'; readonly takenBack?: TakenBack }
  | StepDone;

export interface StepDone {
  readonly kind: 'done';
  readonly at: Instant;
  readonly by: PersonId;
  readonly evidence?: string;
}

/** Why a step that was done is not any more. */
export interface TakenBack {
  readonly at: Instant;
  readonly by: PersonId;
  readonly reason: string;
}

export interface OnboardingItem extends ChecklistItem, OnboardingStep {}

/** A company, or one person of it, is set up as maintainer of a module (process 7). */
export interface Onboarding {
  readonly id: OnboardingId;
  readonly module: ModuleId;
  readonly organisation: OrganisationId;
  /** Absent where it is the company's. */
  readonly person?: PersonId;
  readonly startedAt: Instant;
  readonly startedBy: PersonId;
  /** Who could be assigned already when it began: calling it off leaves them so. Absent where there is nobody. */
  readonly activeBefore?: readonly PersonId[];
  /** The checklist as it was when it began. */
  readonly items: readonly OnboardingItem[];
  readonly signOffs: readonly OnboardingStep[];
  /** Absent while it is under way. */
  readonly outcome?: OnboardingOutcome;
}

export type OnboardingOutcome =
  /** Every mandatory item was done, and both have signed it off. */
  | { readonly kind: 'completed'; readonly at: Instant }
  | { readonly kind: 'cancelled'; readonly at: Instant; readonly by: PersonId; readonly reason: string }
  /** It ended by itself: whoever it is about does not take part any more. */
  | { readonly kind: 'lapsed'; readonly at: Instant; readonly reason: OnboardingLapse };

export type OnboardingLapse =
  'personLeft' | 'roleLost' | 'moduleMoved' | 'moduleRetired' | 'organisationRetired';

/** A person is not there from the first to the last day, both included; the deputy acts in their stead where they may (process 1). */
export interface Absence {
  readonly person: PersonId;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
  readonly deputy?: PersonId;
  /** It was called off, or entered by mistake: nothing is deleted. */
  readonly cancelled?: true;
}

/** Which of the dispatchers are on duty on a service day (process 2, Warnings). */
export interface DutyDay {
  readonly day: CalendarDay;
  readonly dispatchers: readonly PersonId[];
}

/** Everything that defines an installation of the bot: what an administrator set up, and the records (records.ts). */
export interface Installation {
  readonly calendars: CalendarTimeline;
  readonly organisations: readonly Organisation[];
  readonly people: readonly Person[];
  readonly modules: readonly MaintainedModule[];
  readonly contracts: readonly Contract[];
  readonly absences: readonly Absence[];
  readonly duty: readonly DutyDay[];
  readonly accessTasks: readonly AccessTask[];
  readonly contractReminders: readonly ContractReminder[];
  readonly onboardings: readonly Onboarding[];
  /** The checklist of every onboarding that begins from now on. */
  readonly onboardingChecklist: readonly ChecklistItem[];
  readonly dispatchChannel: ChannelAddress;
  readonly platformChannel: ChannelAddress;
  readonly urgentReports: UrgentReports;
  readonly hostingTenant: string;
  readonly serviceUrl: string;
  readonly hotline: string;
}
