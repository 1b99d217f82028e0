import type { Instant } from '../instant';
import type { CalendarDay } from '../service-calendar/civil-date';
import type { ActingPerson, RecordsContext } from './actions/action';
import { type OrganisationCommand, shapeOf } from './actions/registry';
import { isRecorded, type OrganisationChange, type OrganisationEvent, recordKey } from './changes';
import { type Contradiction, contradictionsIn } from './contradictions';
import { daysOfChange } from './days-of-change';
import { peopleWithRole } from './find';
import { inForceOn } from './in-force';
import type { Installation, PersonId, Role } from './installation';

export interface ChangeContext extends RecordsContext {
  /** Who decides, with the roles that they hold now. */
  readonly actor: ActingPerson;
  readonly today: CalendarDay;
  /** The installation as it would be after these events, whether in force today or not. */
  readonly after: (events: readonly OrganisationEvent[]) => Installation;
  /** What was decided since the form was opened; nothing where there was none. */
  readonly since: readonly OrganisationChange[];
}

/** Roles without which nobody could go on: somebody has to take reports, and somebody to run the organisation (process 1). */
const neverVacant = ['dispatcher', 'processOwner'] as const;

/** Why a change of the organisation is not made; `refusals.de` has the sentences. */
export type ChangeRefusal =
  | { readonly code: 'notPermitted'; readonly permitted: readonly Role[] }
  /** Somebody else has changed the same record since the form was opened. */
  | { readonly code: 'overtaken'; readonly by?: PersonId; readonly at: Instant }
  | { readonly code: 'nothingChanges' }
  | { readonly code: 'contradicts'; readonly contradictions: readonly Contradiction[] }
  /** On that day nobody would hold the role any more. */
  | { readonly code: 'vacant'; readonly role: (typeof neverVacant)[number]; readonly day: CalendarDay };

export type ChangeDecision =
  | { readonly kind: 'events'; readonly role: Role; readonly events: readonly OrganisationEvent[] }
  | { readonly kind: 'refusal'; readonly refusal: ChangeRefusal };

/** The role in which the person may do this action, or undefined. */
export function roleFor(action: OrganisationCommand['type'], { roles }: Pick<ActingPerson, 'roles'>) {
  return shapeOf(action).roles.find((role) => roles.some((grant) => grant.role === role));
}

/** What the command makes of the records, by the rules between them (contradictions.ts). */
export function decideChange(command: OrganisationCommand, context: ChangeContext): ChangeDecision {
  const shape = shapeOf(command.type);
  const { records, actor, since } = context;
  const role = roleFor(command.type, actor);
  if (role === undefined || shape.mayDo?.(command, role, context) === false)
    return refuse({ code: 'notPermitted', permitted: shape.roles });
  const wanted = shape.eventsOf(command, records);
  const keys = new Set(wanted.map(recordKey));
  const first = since.findLast(({ events }) => events.some((event) => keys.has(recordKey(event))));
  if (first !== undefined) {
    const { at, by } = first;
    return refuse({ code: 'overtaken', at, ...(by && { by: by.person }) });
  }
  const events = wanted.filter((event) => !isRecorded(records, event));
  if (events.length === 0) return refuse({ code: 'nothingChanges' });
  const after = context.after(events);
  const contradictions = contradictionsAfter(context, after);
  if (contradictions.length > 0) return refuse({ code: 'contradicts', contradictions });
  const vacant = vacancyAfter(context, after);
  return vacant === undefined ? { kind: 'events', role, events } : refuse(vacant);
}

function refuse(refusal: ChangeRefusal): ChangeDecision {
  return { kind: 'refusal', refusal };
}

/** Those that are there already are no reason to refuse a change of something else. */
function contradictionsAfter(
  { recorded, today }: ChangeContext,
  after: Installation,
): readonly Contradiction[] {
  const before = new Set(contradictionsIn(recorded, today).map((each) => JSON.stringify(each)));
  return contradictionsIn(after, today).filter((each) => !before.has(JSON.stringify(each)));
}

/** The first day on which a role is held by nobody that somebody would hold without the change. */
function vacancyAfter({ recorded, today }: ChangeContext, after: Installation): ChangeRefusal | undefined {
  const holds = (installation: Installation, role: Role) => peopleWithRole(installation, role).length > 0;
  for (const day of daysOfChange(after, today)) {
    const [before, then] = [inForceOn(recorded, day), inForceOn(after, day)];
    const role = neverVacant.find((each) => holds(before, each) && !holds(then, each));
    if (role !== undefined) return { code: 'vacant', role, day };
  }
  return undefined;
}
