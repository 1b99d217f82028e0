import { isSameValue, notAmong } from '../../same-value';
import type { RecordsContext } from './actions/action';
import { type OrganisationCommand, shapeOf } from './actions/registry';
import { type OrganisationChange, type OrganisationEvent, recordKey, recordsByKey } from './changes';
import { type ChangeRefusal, neverVacant } from './change-refusal';
import { type Contradiction, contradictionsIn } from './contradictions';
import { daysOfChange } from './days-of-change';
import { peopleWithRole } from './find';
import { inForceOn } from './in-force';
import type { Installation, Role } from './installation';

export interface ChangeContext extends RecordsContext {
  /** The installation as it would be after these events, whether in force today or not. */
  readonly after: (events: readonly OrganisationEvent[]) => Installation;
  /** What was decided since the form was opened; nothing where there was none. */
  readonly since: readonly OrganisationChange[];
}

export type ChangeDecision =
  | { readonly kind: 'events'; readonly role: Role; readonly events: readonly OrganisationEvent[] }
  | { readonly kind: 'refusal'; readonly refusal: ChangeRefusal };

/** What the command makes of the records, by the rules between them (contradictions.ts). */
export function decideChange(command: OrganisationCommand, context: ChangeContext): ChangeDecision {
  const shape = shapeOf(command.type);
  const { records, actor, since } = context;
  const actsIn = (each: Role) =>
    shape.actsIn?.(command, each, context) ?? actor.roles.some((grant) => grant.role === each);
  const may = (each: Role) => shape.mayDo?.(command, each, context) !== false;
  const role = shape.roles.find((each) => actsIn(each) && may(each));
  if (role === undefined) return refuse({ code: 'notPermitted', permitted: whoMay(shape.roles, may) });
  const wanted = shape.eventsOf(command, records, context);
  const keys = new Set(wanted.filter((event) => !isLapse(event)).map(recordKey));
  // What the bot recorded by itself overtakes nobody: a reminder changes nothing that somebody typed.
  const latest = since.findLast(
    ({ action, events }) => action !== 'recordDue' && events.some((event) => keys.has(recordKey(event))),
  );
  if (latest !== undefined) {
    const { at, by } = latest;
    return refuse({ code: 'overtaken', at, ...(by && { by: by.person }) });
  }
  const present = recordsByKey(records);
  const events = wanted.filter((event) => !isSameValue(present.get(recordKey(event)), event));
  if (events.length === 0) return refuse({ code: 'nothingChanges' });
  const unfit = shape.refusal?.(command, context);
  if (unfit !== undefined) return refuse(unfit);
  const after = context.after(events);
  const contradictions = contradictionsAfter(context, after);
  if (contradictions.length > 0) return refuse({ code: 'contradicts', contradictions });
  const vacant = vacancyAfter(context, after);
  return vacant === undefined ? { kind: 'events', role, events } : refuse(vacant);
}

/** It follows from what was typed, whatever was done to the onboarding meanwhile. */
function isLapse(event: OrganisationEvent): boolean {
  return event.type === 'onboardingRecorded' && event.onboarding.outcome?.kind === 'lapsed';
}

/** Those who may do just this, or else who may do the like of their own. */
function whoMay(roles: readonly Role[], may: (role: Role) => boolean): readonly Role[] {
  const able = roles.filter(may);
  return able.length > 0 ? able : roles;
}

function refuse(refusal: ChangeRefusal): ChangeDecision {
  return { kind: 'refusal', refusal };
}

/** Those that are there already are no reason to refuse a change of something else. */
function contradictionsAfter({ recorded }: ChangeContext, after: Installation): readonly Contradiction[] {
  return notAmong(contradictionsIn(after), contradictionsIn(recorded));
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
