import type { Person } from '../../../domain/organisation/installation';
import type { Place } from '../../../domain/organisation/place';
import { readsNamesOfOperators } from '../../../domain/ticket/access';
import { peopleToMeet } from '../../../domain/ticket/plan/plan-meeting';
import type { Ticket } from '../../../domain/ticket/ticket';
import { meetingAbout, meetingSubject, meetingTexts } from '../../../texts/meeting.de';
import type { View } from '../../../texts/view';
import { shortened } from './typed-text';

/** Longer links are cut or refused on their way by some clients; ASCII signs. */
export const maxMeetingLink = 2_000;

/** So that the longest title in a dense script leaves room for it; UTF-16 units. */
const longestModule = 40;

/** A link that opens a new meeting with those whom the place may invite about the plan; undefined where it invites nobody. */
export function meetingLink(ticket: Ticket, place: Place, view: View): string | undefined {
  const people = peopleToMeet(ticket, place, view.installation, view.now);
  if (people === undefined) return undefined;
  const whole = linkWith(people, ticket, place, view);
  if (whole.length <= maxMeetingLink) return whole;
  return people
    .map((_person, count) =>
      linkWith(people.slice(0, count), ticket, place, view, [meetingTexts.notAllInvited]),
    )
    .findLast((link) => link.length <= maxMeetingLink);
}

function linkWith(
  people: readonly Person[],
  ticket: Ticket,
  place: Place,
  view: View,
  notes: readonly string[] = [],
): string {
  const content = [
    // Process 10: of such a ticket an invitation has number and class alone.
    ...(ticket.securityRelevant || ticket.fixPlan === undefined
      ? []
      : [meetingAbout(shortened(view.module(ticket.module), longestModule), ticket, ticket.fixPlan)]),
    ...(readsNamesOfOperators(place) ? [] : [meetingTexts.operatorInvitedByDispatchers]),
    ...notes,
  ].join(' ');
  const query = [
    `subject=${encoded(meetingSubject(ticket))}`,
    ...(content === '' ? [] : [`content=${encoded(content)}`]),
    ...(people.length === 0 ? [] : [`attendees=${people.map(({ mail }) => encoded(mail)).join(',')}`]),
  ];
  return `https://teams.microsoft.com/l/meeting/new?${query.join('&')}`;
}

/** Every sign but letters, digits and '-._~': what is left out by the language's own function ends links in some clients' texts. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}
