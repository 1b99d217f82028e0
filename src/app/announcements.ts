import type { Installation, PersonId, Role } from '../domain/organisation/installation';
import type { Place } from '../domain/organisation/place';
import type { CommentAdded, FixPlanProposed, TicketEvent } from '../domain/ticket/events';
import { planParties, type PlanParty } from '../domain/ticket/plan/fix-plan';
import { placesOf, roleOfPlace } from '../domain/ticket/permissions';
import type { Ticket } from '../domain/ticket/ticket';
import type { Effect, MentionReason } from './effect';
import { dispatch, handlersIn, placeOf, present } from './handlers';
import { holders, ofBreach, ofWarning, remindersOf } from './reminders';

/** What an event says to people besides the cards; `before` is the ticket that it changed. */
export function announcementsOf(
  event: TicketEvent,
  before: Ticket | undefined,
  installation: Installation,
): readonly Effect[] {
  if (event.type === 'faultReported') {
    if (event.origin === undefined) return [];
    const place: Place =
      event.role === 'dispatcher' ? dispatch : { kind: 'organisation', organisation: event.operator };
    return [{ kind: 'markReported', place, person: event.by, origin: event.origin }];
  }
  if (before === undefined) return [];
  switch (event.type) {
    case 'ticketAssigned':
      return [mention({ kind: 'module', module: before.module }, [event.person], 'assigned')];
    case 'reportReturned':
      return [toParty('operator', before, 'returned')];
    case 'faultDeclined':
      return [toParty('operator', before, 'declined')];
    case 'closedWithoutAnswer':
      return [toParty('operator', before, 'closedWithoutAnswer')];
    case 'fixReleased':
      return [toParty('operator', before, 'closed')];
    case 'reportSupplemented':
      return [mention(dispatch, present(before.returned?.by), 'supplemented')];
    case 'reportWithdrawn':
      return before.analyst === undefined ? [] : [mention(dispatch, [before.analyst.person], 'withdrawn')];
    case 'ticketHandedBack':
      return event.role === 'maintainer'
        ? [mention(dispatch, present(before.done.assign?.by), 'handedBack')]
        : [];
    case 'reactionBreached':
      return [ofBreach(event, installation)];
    case 'reactionWarned':
      return [ofWarning(event, installation)];
    case 'reminded':
      return remindersOf(event, before, installation);
    case 'maintainerMissing':
      return [mention(dispatch, holders(installation, ['processOwner']), 'maintainerMissing')];
    case 'fixPlanProposed':
      return ofProposal(event, before);
    case 'fixPlanBound':
      return [ofBinding(before)];
    case 'fixPlanObjected':
      return ofObjection(before);
    case 'workCompleted':
      return [toParty('dispatcher', before, 'workCompleted')];
    case 'testFailed':
      return [toParty('maintainer', before, 'testFailed')];
    case 'questionAsked':
      return [toParty('operator', before, 'questionAsked')];
    case 'questionAnswered':
      return before.question === undefined ? [] : [toAsker(before.question, before, 'questionAnswered')];
    case 'commentAdded':
      return ofComment(event, before);
    case 'supportRequested':
      return [
        mention({ kind: 'platform' }, holders(installation, ['platformMaintainer']), 'supportRequested'),
      ];
    case 'supportCompleted': {
      const request = before.supportRequests.find((each) => each.id === event.request);
      return request === undefined ? [] : [toAsker(request, before, 'supportCompleted')];
    }
    case 'deadlineRecounted':
    case 'analysisStarted':
    case 'faultAccepted':
    case 'faultClassChanged':
    case 'priorityChanged':
    case 'moduleChanged':
    case 'markedSecurityRelevant':
    case 'workBegun':
    case 'testBegun':
    case 'fixPlanAgreed':
    case 'supportTaken':
    case 'noticeConfirmed':
      return [];
  }
}

/** To those whose agreement the new version waits for, each in their place (process 4). */
function ofProposal({ party: proposer }: FixPlanProposed, before: Ticket): readonly Effect[] {
  return planParties
    .filter((party) => party !== proposer && (party !== 'maintainer' || before.assignment !== undefined))
    .map((party) => toParty(party, before, 'planProposed'));
}

/** To whoever acts next: the maintainer begins, or the dispatcher assigns. */
function ofBinding(before: Ticket): Effect {
  return toParty(before.assignment === undefined ? 'dispatcher' : 'maintainer', before, 'planBinding');
}

/** To the proposer: it is for them to change the plan or to talk (process 4). */
function ofObjection(before: Ticket): readonly Effect[] {
  const { fixPlan } = before;
  if (fixPlan === undefined) return [];
  return [mention(placeOf(fixPlan.proposedFor, before), [fixPlan.proposedBy], 'planObjected')];
}

/** To the places that may see the comment but that of its author; an internal one is for no operator's place (process 3). */
function ofComment({ internal, role, by }: CommentAdded, before: Ticket): readonly Effect[] {
  return placesOf(before)
    .filter((place) => roleOfPlace(place) !== role && !(internal && place.kind === 'organisation'))
    .map((place) =>
      mention(
        place,
        handlersIn(place, before).filter((person) => person !== by),
        'commentAdded',
      ),
    );
}

/** To whoever asked, in the place that they asked from. */
function toAsker(
  asked: { readonly by: PersonId; readonly role: Role },
  before: Ticket,
  reason: MentionReason,
): Effect {
  return mention(
    placeOf(asked.role === 'maintainer' ? 'maintainer' : 'dispatcher', before),
    [asked.by],
    reason,
  );
}

function toParty(party: PlanParty, before: Ticket, reason: MentionReason): Effect {
  const place = placeOf(party, before);
  return mention(place, handlersIn(place, before), reason);
}

function mention(place: Place, people: readonly PersonId[], reason: MentionReason): Effect {
  return { kind: 'mention', place, people, reason };
}
