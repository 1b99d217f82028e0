import type { UnsentMessages } from '../app/unsent-messages';
import { placeTold, type UnsentDelivery } from '../app/ports/delivery-store';
import { deliveriesTexts } from '../texts/cli.de';
import type { View } from '../texts/view';

/** What did not reach its readers, a line each, for people; times on the clock of the service calendar. */
export function unsentLines({ deliveries, tickets }: UnsentMessages, view: View): string {
  const lines = [
    ...tickets.map(({ number, work, since, tries, reason }) => {
      const text = work === 'effects' ? deliveriesTexts.setAside : deliveriesTexts.unchecked;
      return text({ number, since: view.time(since), tries, reason });
    }),
    ...deliveries.map((each) => {
      const place = placeTold(each);
      return deliveriesTexts.unsent({
        id: each.id,
        place: place && view.placeName(place),
        why: whyOf(each),
        attempts: each.attempts,
        since: each.settledAt === undefined ? undefined : view.time(each.settledAt),
      });
    }),
  ];
  return lines.length === 0 ? deliveriesTexts.none : lines.join('\n');
}

/** The same for machines; instants in ISO 8601. */
export function unsentJson({ deliveries, tickets }: UnsentMessages): string {
  const iso = (at: number | undefined) => (at === undefined ? undefined : new Date(at).toISOString());
  return JSON.stringify(
    [
      ...tickets.map(({ number, work, since, tries, reason }) => ({
        id: number,
        ticket: number,
        what: work,
        status: work === 'effects' ? 'setAside' : 'unchecked',
        attempts: tries,
        reason,
        since: iso(since),
      })),
      ...deliveries.map(({ id, ticket, status, attempts, effect, problem, settledAt, lastStatus }) => ({
        id,
        ticket,
        what: effect?.kind,
        place: effect?.place,
        status,
        attempts,
        problem,
        lastStatus,
        since: iso(settledAt),
      })),
    ],
    undefined,
    2,
  );
}

function whyOf({ status, problem, lastStatus }: UnsentDelivery): string {
  if (status === 'due') return deliveriesTexts.waits(lastStatus);
  switch (problem?.kind) {
    case 'refused':
      return deliveriesTexts.refused(problem.status);
    case 'unreachable':
      return deliveriesTexts.unreachable;
    case 'failed':
    case 'notInRoster':
    case 'notMentioned':
    case undefined:
      return deliveriesTexts.failed;
  }
}
