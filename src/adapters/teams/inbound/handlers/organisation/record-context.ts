import { shapeOf } from '../../../../../domain/organisation/actions/registry';
import { hasRole } from '../../../../../domain/organisation/find';
import type { Role } from '../../../../../domain/organisation/installation';
import { localDayAt } from '../../../../../domain/reaction/service-day';
import { operatorHere } from '../../../../../app/acting/acting-place';
import { isAlone } from '../../../../../app/acting/standpoint';
import { botAnswers } from '../../../../../texts/bot-answers.de';
import { onboardingFormTexts } from '../../../../../texts/onboarding-forms.de';
import { onlyTheseMayText, recordTexts } from '../../../../../texts/records.de';
import { isOfTheirs, onboardingsHere } from '../../../records/onboardings-here';
import type { RecordContext, RecordForm } from '../../../records/record-form';
import type { RecordListDefinition } from '../../../records/record-list';
import { recordListsByName } from '../../../records/record-lists';
import type { Answer, BotDeps, Turn } from '../../turn';
import { viewHere } from '../../view-here';
import { notice } from '../plain-answers';

interface RefusedScope {
  readonly ok: false;
  readonly code: 'notPermitted' | 'notHere';
  readonly answer: Answer;
}

export type RecordScope = { readonly ok: true; readonly context: RecordContext } | RefusedScope;

type ReadAt = Pick<RecordListDefinition, 'roles' | 'at'>;

/**
 * Who asks for records, in which of the permitted roles: in the dispatch channel or a private chat, the platform maintainer in the
 * platform's place too, and by the roles that they hold now; in another place they are told where to. Everybody else reads
 * "Ansprechpartner" alone (process 9).
 */
export function recordScope(
  deps: BotDeps,
  turn: Turn,
  permitted: readonly Role[],
  elsewhere: string = recordTexts.notHere,
): RecordScope {
  if (!permitted.some((role) => hasRole(turn.person, role))) return notPermitted(permitted);
  const role = roleHere(turn, permitted);
  return role === undefined
    ? { ok: false, code: 'notHere', answer: notice(elsewhere) }
    : { ok: true, context: recordContext(deps, turn, role) };
}

/** In which of the permitted roles, the first first, somebody reads records here. */
export function roleHere(turn: Turn, permitted: readonly Role[]): Role | undefined {
  return rolesHere(turn, permitted)[0];
}

/** All of them. */
function rolesHere(turn: Turn, permitted: readonly Role[]): readonly Role[] {
  const isAt = (place: 'dispatch' | 'platform') => turn.places.some(({ kind }) => kind === place);
  const countsHere = (role: Role) =>
    isAlone(turn) || isAt('dispatch') || (role === 'platformMaintainer' && isAt('platform'));
  return permitted.filter((role) => hasRole(turn.person, role) && countsHere(role));
}

/** Who reads a list, and where. */
export function listScope(deps: BotDeps, turn: Turn, { roles, at }: ReadAt): RecordScope {
  if (at === 'operator') return operatorScope(deps, turn);
  return at === 'maintainer' ? onboardingScope(deps, turn, roles) : recordScope(deps, turn, roles);
}

/** Who fills in a form, in the places of its list. What is an operator's own is filled in by its people alone, whoever reads it there. */
export function formScope(deps: BotDeps, turn: Turn, { action, list }: RecordForm): RecordScope {
  const { roles } = shapeOf(action);
  const { at, roles: readers } = recordListsByName[list];
  if (at === 'maintainer')
    return roles.includes('maintainer')
      ? stepScope(deps, turn, readers)
      : recordScope(deps, turn, roles, onboardingFormTexts.notManagedHere);
  if (at !== 'operator') return recordScope(deps, turn, roles);
  const scope = operatorScope(deps, turn);
  const { person } = turn;
  const isOwn = scope.ok && hasRole(person, 'operator') && person.organisation === scope.context.operator;
  return isOwn || !scope.ok ? scope : notPermitted(roles);
}

/** As the answer of an operator's place, or of one of its people in private (process 1). */
function operatorScope(deps: BotDeps, turn: Turn): RecordScope {
  const operator = operatorHere(turn);
  return operator === undefined
    ? { ok: false, code: 'notHere', answer: notice(botAnswers.contractForOperators) }
    : { ok: true, context: { ...recordContext(deps, turn, 'operator'), operator } };
}

/** All onboardings where records are read; whoever is set up reads theirs, in their module's place and alone (process 7). */
function onboardingScope(deps: BotDeps, turn: Turn, readers: readonly Role[]): RecordScope {
  const [role, ...others] = rolesHere(turn, readers);
  if (role !== undefined) {
    const roles = [role, ...others, ...(isAlone(turn) ? (['maintainer'] as const) : [])];
    return { ok: true, context: { ...recordContext(deps, turn, role), onboardings: { read: 'all', roles } } };
  }
  const modules = turn.places.flatMap((place) => (place.kind === 'module' ? [place.module] : []));
  const read = isAlone(turn) ? 'own' : modules;
  const context = {
    ...recordContext(deps, turn, 'maintainer'),
    onboardings: { read, roles: ['maintainer'] },
  } as const;
  const isForThem = hasRole(turn.person, 'maintainer') || onboardingsHere(context).length > 0;
  if (isAlone(turn) ? isForThem : modules.length > 0) return { ok: true, context };
  return notOnboardings(readers, isForThem || readers.some((each) => hasRole(turn.person, each)));
}

/** Who ticks steps, and takes them back: in a module's place its maintainers, whoever else reads there. */
function stepScope(deps: BotDeps, turn: Turn, readers: readonly Role[]): RecordScope {
  const scope = onboardingScope(deps, turn, readers);
  // Alone, nobody reads but what is theirs.
  if (!scope.ok || isAlone(turn) || scope.context.onboardings?.read === 'all') return scope;
  const { context } = scope;
  if (onboardingsHere(context).some((each) => isOfTheirs(each, context))) return scope;
  return notOnboardings(
    readers,
    readers.some((each) => hasRole(turn.person, each)),
  );
}

function notOnboardings(readers: readonly Role[], areElsewhere: boolean): RefusedScope {
  return areElsewhere
    ? { ok: false, code: 'notHere', answer: notice(onboardingFormTexts.notHere) }
    : notPermitted([...readers, 'maintainer']);
}

/** They read who has the right. */
export function notPermitted(permitted: readonly Role[]): RefusedScope {
  return { ok: false, code: 'notPermitted', answer: notice(onlyTheseMayText(permitted)) };
}

/** The same; an attempt without the right is kept (process 10), asking in another place is none. */
export async function keepingRefusal<Scope extends { readonly ok: true } | RefusedScope>(
  { audit, clock }: Pick<BotDeps, 'audit' | 'clock'>,
  { person }: Turn,
  action: string,
  scope: Scope,
): Promise<Scope> {
  if (scope.ok || scope.code === 'notHere') return scope;
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
