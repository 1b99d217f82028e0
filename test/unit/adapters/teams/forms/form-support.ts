import { viewAt } from '../../../../support/view';
import type {
  FormContext,
  FormDefinition,
  FormReading,
} from '../../../../../src/adapters/teams/forms/form-definition';
import { readSubmission } from '../../../../../src/adapters/teams/forms/read-submission';
import type { Role } from '../../../../../src/domain/organisation/installation';
import { actorIn } from '../../../../../src/domain/ticket/rights';
import { recordOf } from '../../../../cards/sample-stories';
import { berlin, type Story } from '../../../../support/given';
import { installation } from '../../../../support/installation';

const people: Readonly<Partial<Record<Role, string>>> = {
  dispatcher: 'dispatcher-1',
  operator: 'nord-1',
  maintainer: 'maintainer-a1',
  platformMaintainer: 'platform',
};

/** What a form is shown and read with. */
export function contextOf(role: Role, now: string, story?: Story): FormContext {
  const actor = actorIn(installation, people[role] ?? '', role);
  if (actor === undefined) throw new Error(`nobody is ${role}`);
  const base = { view: viewAt(berlin(now)), actor };
  return story === undefined ? base : { ...base, record: recordOf(story) };
}

export const report = {
  module: 'journal',
  title: 'Suche leer',
  description: 'Die Suche findet nichts.',
  environment: 'production',
  reproducible: 'always',
  proposedClass: '2',
  supportLevelsDone: 'true',
  securityRelevant: 'false',
};

export const reportByPhone = {
  ...report,
  operator: 'nord',
  reportingWay: 'phone',
  saidBy: 'Leitwarte',
  receivedDate: '2026-06-10',
  receivedTime: '09:00',
};

export function readingOf(form: FormDefinition, context: FormContext, raw: unknown): FormReading {
  return readSubmission(form, context, raw).reading;
}

/** The sentences at the fields; none where the form was read. */
export function errorsOf(
  form: FormDefinition,
  context: FormContext,
  raw: unknown,
): Readonly<Record<string, string>> {
  const reading = readingOf(form, context, raw);
  return reading.ok ? {} : reading.errors;
}

/** The command that a form says; fails the test where it says none. */
export function commandOf(form: FormDefinition, context: FormContext, raw: unknown) {
  const reading = readingOf(form, context, raw);
  if (!reading.ok || !('command' in reading)) throw new Error(`no command: ${JSON.stringify(reading)}`);
  return reading.command;
}
