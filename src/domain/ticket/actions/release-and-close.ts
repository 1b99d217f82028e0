import { placeKey } from '../../organisation/place';
import { partyOfTicket, placeMayRead } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import { type ActionDecision, type DecisionContext, events, stamp } from '../deciding';
import type { EventOf } from '../event-base';
import { moduleId, organisationIds, text, typedPart } from '../event-fields';
import { dayAt } from '../plan/target-date';
import { affectedOperators } from '../release/affected-operators';
import { unconfirmedOperators } from '../release/release-notice';
import type { Ticket } from '../ticket';
import { refusedForOwnRepair } from '../work/own-repair';
import type { TestRecord } from '../work/work';

export interface ReleaseAndClose extends CommandBase {
  readonly type: 'releaseAndClose';
  readonly record: TestRecord;
  /** What the release notice says it fixes (process 6). */
  readonly noticeText: string;
}

const released = {
  record: typedPart('testRecord'),
  module: moduleId,
  fixVersion: text,
  packageReference: text,
  noticeText: text,
  affectedOperators: organisationIds,
};
/** Closed with a fix; all affected operators are owed a notice (process 6). */
export type FixReleased = EventOf<'fixReleased', typeof released>;

/** "Freigeben und schließen": the test has passed, and the affected operators are informed (process 3, 6). */
export const releaseAndClose = {
  rows: [{ from: ['inTest'], to: 'closed', roles: ['dispatcher'] }],
  final: true,
  guard: refusedForOwnRepair,
  decide,
  events: {
    fixReleased: {
      fields: released,
      audience: () => 'everybody',
      evolve: (ticket, event: FixReleased) => ({
        state: 'closed',
        resolution: 'fixed',
        test: { tester: event.by, since: ticket.test?.since ?? event.at, record: event.record },
        release: {
          fixVersion: event.fixVersion,
          packageReference: event.packageReference,
          text: event.noticeText,
          notices: event.affectedOperators.map((operator) => ({ operator })),
        },
      }),
      mentions: {
        reason: 'closed',
        // The reporting organisation hears of its ticket and its notice at once, the others of their notice.
        whom: ({ affectedOperators: affected }: FixReleased, before) => [
          partyOfTicket('operator', before),
          ...affected
            .filter((organisation) => organisation !== before.operator)
            .map((organisation) => ({ place: { kind: 'organisation', organisation }, people: [] }) as const),
        ],
        // What was confirmed need not be asked for.
        holds: (_event: FixReleased, ticket, _installation, place) =>
          placeMayRead(place, ticket) ||
          unconfirmedOperators(ticket).some(
            (operator) => placeKey(place) === placeKey({ kind: 'organisation', organisation: operator }),
          ),
      },
    },
  },
} as const satisfies ActionShape;

function decide(
  command: ReleaseAndClose,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<FixReleased> {
  const { completion, module } = ticket;
  if (completion === undefined) throw new Error(`${ticket.number} is tested without a completion`);
  const { fixVersion, packageReference, affectedVersions } = completion;
  const { installation, now } = context;
  const day = dayAt(installation.calendars, now);
  const { record, noticeText } = command;
  return events([
    {
      ...stamp(command, context),
      type: 'fixReleased',
      record,
      module,
      fixVersion,
      packageReference,
      noticeText,
      // Nothing was repaired in one to practise with (process 7).
      affectedOperators:
        ticket.trial === true ? [] : affectedOperators(installation, module, affectedVersions, day),
    },
  ]);
}
