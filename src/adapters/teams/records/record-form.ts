import type { WhatFollows } from '../../../app/what-follows';
import type { OrganisationCommand, RecordAction } from '../../../domain/organisation/actions/registry';
import type { OrganisationChange } from '../../../domain/organisation/changes';
import type {
  Installation,
  ModuleId,
  OrganisationId,
  Person,
  Role,
} from '../../../domain/organisation/installation';
import type { Member } from '../../../domain/organisation/newcomers';
import type { CalendarDay } from '../../../domain/service-calendar/civil-date';
import type { View } from '../../../texts/view';
import type { RecordFormId, RecordList } from '../cards/payload';
import type { Form } from '../forms/form-definition';

/** What the lists and forms of the records are shown and read with: all from the server, nothing from the card. */
export interface RecordContext {
  /** Names, and what is in force today. */
  readonly view: View;
  /** What the organisation file sets up and the records, whether in force today or not. */
  readonly recorded: Installation;
  /** Every change of the records, in order. */
  readonly changes: readonly OrganisationChange[];
  readonly today: CalendarDay;
  /** Who asks, with the roles that they hold today. */
  readonly person: Person;
  /** In which of them. */
  readonly role: Role;
  /** Whose records they are, where they are one operator's own. */
  readonly operator?: OrganisationId;
  /** Which onboardings are read here, and in which roles somebody acts on them; without, all, and in the role. */
  readonly onboardings?: OnboardingsHere;
}

/** All, those of the modules of a place, or those of whoever asks (process 7). */
export interface OnboardingsHere {
  readonly read: 'all' | 'own' | readonly ModuleId[];
  readonly roles: readonly Role[];
}

export interface RecordFormContext extends RecordContext {
  /** The key of the record that the form was opened for, as its list made it; a new one without. Untrusted. */
  readonly of?: string;
  /** What the command would do, once it is complete: for the check page. */
  readonly follows?: WhatFollows;
  /** Whom the form of a person is opened for, where no record names them yet, and the known people whom they may be. */
  readonly newcomer?: { readonly member: Member; readonly sameAs: readonly Person[] };
}

/** The form of one kind of record. What is wrong with what was typed is the domain's to say; its fields are called as the record's. */
export interface RecordForm extends Form<RecordFormContext, OrganisationCommand, RecordFormId> {
  readonly action: RecordAction;
  /** Whether the context's role may change the very record, where a role may not change all of them. */
  mayOpen?(context: RecordFormContext): boolean;
  /** What it records holds beside what anybody else has recorded of the same meanwhile: it is sent once, whatever was changed. */
  readonly atAnyVersion?: true;
  /** Where it was opened from, and where leaving it leads. */
  readonly list: Exclude<RecordList, 'newcomers'>;
}
