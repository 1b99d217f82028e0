import { peopleToMention } from '../domain/ticket/people-to-mention';
import { cardOf, changeOf, type DeliverRecordDeps } from './deliver-record';
import { mentionOutcome } from './mentions';
import type { Effect } from './messages/effect';
import type { Lane } from './messages/lane';
import { tasksToCallTo } from './organisation-effects';
import type { Outcome } from './ports/delivery-store';

type Calling = Extract<Effect, { readonly kind: 'callToAccess' }>;

/** Calls to what is still to be done as it was then: of one task in the thread of its card. */
export async function callToAccess(
  deps: DeliverRecordDeps,
  lane: Lane,
  { place, version }: Calling,
): Promise<Outcome> {
  const change = await changeOf(deps, version);
  const tasks = tasksToCallTo(change, deps.recorded.installation());
  const [first, ...others] = tasks;
  if (first === undefined) return { nothingSent: true };
  const people = peopleToMention({ place, people: [] }, deps.directory.installation(), deps.clock.now());
  const of = { kind: 'accessTask', id: first.id } as const;
  const thread = others.length === 0 ? await cardOf(deps, of, lane) : undefined;
  return mentionOutcome(
    lane,
    people,
    await deps.messenger.postAccessCall(lane, thread, { tasks, place }, people),
  );
}
