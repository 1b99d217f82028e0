import { evolveRecords } from '../../../../../src/domain/organisation/changes';
import { decideChange } from '../../../../../src/domain/organisation/decide-change';
import { personById } from '../../../../../src/domain/organisation/find';
import { inForceOn } from '../../../../../src/domain/organisation/in-force';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { installationOf, recordsOf } from '../../../../../src/domain/organisation/records';
import type { Field } from '../../../../../src/adapters/teams/forms/field';
import { readForm } from '../../../../../src/adapters/teams/forms/read-submission';
import type { RecordForm, RecordFormContext } from '../../../../../src/adapters/teams/records/record-form';
import { defined } from '../../../../../src/defined';
import { berlin } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { viewAt } from '../../../../support/view';

/** A Friday. */
export const today = '2026-06-12';

/** What the process owner opens a list with, or a form for the record of the key. */
export function ownersContext(recorded: Installation = installation, of?: string): RecordFormContext {
  const view = viewAt(berlin(`${today}T10:00`), inForceOn(recorded, today));
  const person = personById(recorded, 'owner') as Person;
  return { view, recorded, changes: [], today, person, role: 'processOwner', ...defined({ of }) };
}

export function fieldOf(form: RecordForm, context: RecordFormContext, id: string): Field | undefined {
  return form.fields(context).find((field) => field.id === id);
}

export function choicesIn(form: RecordForm, context: RecordFormContext, id: string): readonly string[] {
  return fieldOf(form, context, id)?.choices?.map(({ value }) => value) ?? [];
}

export function idsOf(form: RecordForm, context: RecordFormContext): readonly string[] {
  return form.fields(context).map(({ id }) => id);
}

export function readingOf(
  form: RecordForm,
  context: RecordFormContext,
  values: Readonly<Record<string, string>>,
) {
  return readForm(form, context, values, form.blocked?.(context)).reading;
}

/** The command of what the form begins with and these values; fails the test where it says none. */
export function commandOf(
  form: RecordForm,
  context: RecordFormContext,
  values: Readonly<Record<string, string>> = {},
) {
  const reading = readingOf(form, context, { ...form.initialValues(context), ...values });
  if (!reading.ok || !('command' in reading)) throw new Error(`no command: ${JSON.stringify(reading)}`);
  return reading.command;
}

export function errorsIn(
  form: RecordForm,
  context: RecordFormContext,
  values: Readonly<Record<string, string>>,
) {
  const reading = readingOf(form, context, { ...form.initialValues(context), ...values });
  return reading.ok ? {} : reading.errors;
}

/** What is decided where the form is sent as it was opened. */
export function sentUnchanged(form: RecordForm, context: RecordFormContext): string {
  const { recorded, person: actor } = context;
  const records = recordsOf(recorded);
  const decision = decideChange(commandOf(form, context), {
    records,
    recorded,
    actor,
    today,
    now: berlin(`${today}T10:00`),
    after: (events) => installationOf(recorded, events.reduce(evolveRecords, records)),
    since: [],
  });
  return decision.kind === 'refusal' ? decision.refusal.code : JSON.stringify(decision.events);
}

/** The installation with some of its records changed. */
export function changed<List extends 'organisations' | 'modules' | 'people' | 'contracts'>(
  list: List,
  id: string,
  change: Partial<Installation[List][number]>,
  from: Installation = installation,
): Installation {
  return { ...from, [list]: from[list].map((each) => (each.id === id ? { ...each, ...change } : each)) };
}

/** 100 operators more, each with three contracts. */
export function manyOperators(): Installation {
  const ids = Array.from({ length: 100 }, (_, index) => `netz-${index}`);
  return {
    ...installation,
    organisations: [
      ...installation.organisations,
      ...ids.map((id, index) => ({ id, name: `Netzgesellschaft ${index}`, contactPeople: [] })),
    ],
    contracts: ids.flatMap((operator) =>
      installation.modules.map(({ id: module }) => ({
        id: `${operator}-${module}`,
        operator,
        module,
        from: '2024-01-01',
      })),
    ),
  };
}
