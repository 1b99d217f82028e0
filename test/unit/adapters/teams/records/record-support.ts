import type { FormReading } from '../../../../../src/adapters/teams/forms/form-definition';
import { readForm } from '../../../../../src/adapters/teams/forms/read-submission';
import type { RecordForm, RecordFormContext } from '../../../../../src/adapters/teams/records/record-form';
import type { RecordListDefinition, RecordRow } from '../../../../../src/adapters/teams/records/record-list';
import { defined } from '../../../../../src/defined';
import type { OrganisationCommand } from '../../../../../src/domain/organisation/actions/registry';
import type { OrganisationChange } from '../../../../../src/domain/organisation/changes';
import { peopleWithRole } from '../../../../../src/domain/organisation/find';
import { inForceAt } from '../../../../../src/domain/organisation/in-force';
import type { Installation, Role } from '../../../../../src/domain/organisation/installation';
import { localDayAt } from '../../../../../src/domain/reaction/service-day';
import { viewFor } from '../../../../../src/texts/view';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';

export interface Opened {
  readonly recorded?: Installation;
  readonly changes?: readonly OrganisationChange[];
  readonly now?: string;
  readonly role?: Role;
  readonly of?: string;
  readonly newcomer?: RecordFormContext['newcomer'];
}

/** What a list or form of the records is shown with, for the first who holds the role. */
export function contextOf({
  recorded = installation,
  changes = [],
  now: local = '2026-06-10T12:00',
  role = 'processOwner',
  of,
  newcomer,
}: Opened = {}): RecordFormContext {
  const now = berlin(local);
  const inForce = inForceAt(recorded, now);
  const [person] = peopleWithRole(inForce, role);
  if (person === undefined) throw new Error(`nobody is ${role}`);
  return {
    view: viewFor({ installation: inForce, now }),
    recorded,
    changes,
    today: localDayAt(recorded.calendars, now).day,
    person,
    role,
    ...defined({ of, newcomer }),
  };
}

export function rowsOf(list: RecordListDefinition, opened?: Opened): readonly RecordRow[] {
  return list.rows(contextOf(opened));
}

/** What a form makes of what somebody typed over what it began with. */
export function readingOf(
  form: RecordForm,
  opened: Opened,
  typed: Readonly<Record<string, string>> = {},
): FormReading<OrganisationCommand> {
  const context = contextOf(opened);
  const raw = { ...form.initialValues(context), ...typed };
  return readForm(form, context, raw, form.blocked?.(context)).reading;
}

export function errorsOf(...read: Parameters<typeof readingOf>): Readonly<Record<string, string>> {
  const reading = readingOf(...read);
  return reading.ok ? {} : reading.errors;
}

export function commandOf(...read: Parameters<typeof readingOf>): OrganisationCommand {
  const reading = readingOf(...read);
  if (!reading.ok || !('command' in reading)) throw new Error(`no command: ${JSON.stringify(reading)}`);
  return reading.command;
}
