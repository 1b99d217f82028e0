import type { Role } from '../../../../../domain/organisation/installation';
import { localDayAt } from '../../../../../domain/reaction/service-day';
import { isAlone } from '../../../../../app/acting/standpoint';
import { onlyTheseMayText, recordTexts } from '../../../../../texts/records.de';
import type { RecordContext } from '../../../records/record-form';
import type { Answer, BotDeps, Turn } from '../../turn';
import { viewHere } from '../../view-here';
import { notice } from '../plain-answers';

export type RecordScope =
  { readonly ok: true; readonly context: RecordContext } | { readonly ok: false; readonly answer: Answer };

/**
 * Who asks for records, in which of the permitted roles: in the dispatch channel or a private chat, and by the roles that they hold
 * now. Everybody else reads "Ansprechpartner" alone (process 9).
 */
export async function recordScope(
  deps: BotDeps,
  turn: Turn,
  { permitted, action }: { readonly permitted: readonly Role[]; readonly action: string },
): Promise<RecordScope> {
  const { person, places } = turn;
  const role = permitted.find((each) => person.roles.some((grant) => grant.role === each));
  if (role === undefined) return refused(deps, turn, { permitted, action });
  if (!isAlone(turn) && !places.some(({ kind }) => kind === 'dispatch')) {
    await recordRefusal(deps, turn, action, 'notHere');
    return { ok: false, answer: notice(recordTexts.notHere) };
  }
  return { ok: true, context: recordContext(deps, turn, role) };
}

/** Somebody without the right: they read who has it, and the attempt is kept (process 10). */
export async function refused(
  deps: BotDeps,
  turn: Turn,
  { permitted, action }: { readonly permitted: readonly Role[]; readonly action: string },
): Promise<Extract<RecordScope, { readonly ok: false }>> {
  await recordRefusal(deps, turn, action, 'notPermitted');
  return { ok: false, answer: notice(onlyTheseMayText(permitted)) };
}

function recordRefusal(
  { audit, clock }: BotDeps,
  { person }: Turn,
  action: string,
  code: 'notPermitted' | 'notHere',
): Promise<void> {
  return audit.refused({
    at: clock.now(),
    person: person.id,
    role: person.roles[0]?.role ?? 'operator',
    action,
    code,
  });
}

/** What lists and forms are shown and read with, to somebody in a role. */
function recordContext(deps: BotDeps, { person }: Turn, role: Role): RecordContext {
  const view = viewHere(deps);
  const recorded = deps.organisation.recorded();
  const { day: today } = localDayAt(recorded.calendars, view.now);
  return { view, recorded, changes: deps.organisation.changes(), today, person, role };
}
