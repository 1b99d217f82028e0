import { shapeOf } from '../../../../../domain/organisation/actions/registry';
import type { Role } from '../../../../../domain/organisation/installation';
import { localDayAt } from '../../../../../domain/reaction/service-day';
import { isAlone } from '../../../../../app/acting/standpoint';
import { onlyTheseMayText, recordTexts } from '../../../../../texts/records.de';
import type { RecordContext, RecordForm } from '../../../records/record-form';
import type { RecordListDefinition } from '../../../records/record-list';
import type { Answer, BotDeps, Turn } from '../../turn';
import { viewHere } from '../../view-here';
import { notice } from '../plain-answers';

interface RefusedScope {
  readonly ok: false;
  readonly code: 'notPermitted' | 'notHere';
  readonly answer: Answer;
}

export type RecordScope = { readonly ok: true; readonly context: RecordContext } | RefusedScope;

/**
 * Who asks for records, in which of the permitted roles: in the dispatch channel or a private chat, and by the roles that they hold
 * now. Everybody else reads "Ansprechpartner" alone (process 9).
 */
export function recordScope(deps: BotDeps, turn: Turn, permitted: readonly Role[]): RecordScope {
  const { person, places } = turn;
  const role = permitted.find((each) => person.roles.some((grant) => grant.role === each));
  if (role === undefined) return notPermitted(permitted);
  if (!isAlone(turn) && !places.some(({ kind }) => kind === 'dispatch'))
    return { ok: false, code: 'notHere', answer: notice(recordTexts.notHere) };
  return { ok: true, context: recordContext(deps, turn, role) };
}

/** Who reads a list, and where. */
export function listScope(deps: BotDeps, turn: Turn, { roles }: RecordListDefinition): RecordScope {
  return recordScope(deps, turn, roles);
}

/** Who fills in a form, in the places of its list. */
export function formScope(deps: BotDeps, turn: Turn, { action }: RecordForm): RecordScope {
  return recordScope(deps, turn, shapeOf(action).roles);
}

/** They read who has the right. */
export function notPermitted(permitted: readonly Role[]): RefusedScope {
  return { ok: false, code: 'notPermitted', answer: notice(onlyTheseMayText(permitted)) };
}

/** The same; a refused attempt is kept (process 10). */
export async function keepingRefusal<Scope extends { readonly ok: true } | RefusedScope>(
  { audit, clock }: Pick<BotDeps, 'audit' | 'clock'>,
  { person }: Turn,
  action: string,
  scope: Scope,
): Promise<Scope> {
  if (scope.ok) return scope;
  await audit.refused({
    at: clock.now(),
    person: person.id,
    role: person.roles[0]?.role ?? 'operator',
    action,
    code: scope.code,
  });
  return scope;
}

function recordContext(deps: BotDeps, { person }: Turn, role: Role): RecordContext {
  const view = viewHere(deps);
  const recorded = deps.organisation.recorded();
  const { day: today } = localDayAt(recorded.calendars, view.now);
  return { view, recorded, changes: deps.organisation.changes(), today, person, role };
}
