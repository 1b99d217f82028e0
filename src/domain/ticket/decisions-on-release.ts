import { affectedOperators } from './release/affected-operators';
import type { ConfirmNotice, ReleaseAndClose } from './commands';
import type { Decision, DecisionContext } from './decide';
import { events, refuse, stamp, standing } from './decision-parts';
import { byAnother } from './decisions-on-work';
import { onBehalfOf } from './on-behalf';
import { noticeFor } from './release/release-notice';
import { dayAt } from './plan/target-date';
import type { Ticket } from './ticket';

/** The test has passed: the ticket ends, and all affected operators are owed a notice (process 3, 6). */
export function releaseAndClose(
  command: ReleaseAndClose,
  ticket: Ticket,
  context: DecisionContext,
): Decision {
  const refused = byAnother(command, ticket, context);
  if (refused !== undefined) return refused;
  const { completion, module } = ticket;
  if (completion === undefined) throw new Error(`${ticket.number} is tested without a completion`);
  const { fixVersion, packageReference, affectedVersions } = completion;
  const { installation, now } = context;
  const day = dayAt(installation.calendars, now);
  return events([
    {
      ...stamp(command, context),
      type: 'fixReleased',
      record: command.record,
      module,
      fixVersion,
      packageReference,
      noticeText: command.noticeText,
      affectedOperators: affectedOperators(installation, module, affectedVersions, day),
    },
  ]);
}

/** "Gelesen": one person confirms for the organisation (process 6). */
export function confirmNotice(command: ConfirmNotice, ticket: Ticket, context: DecisionContext): Decision {
  const { actor } = context;
  const own = actor.role === 'operator' ? actor.organisation : undefined;
  const operator = command.operator ?? own;
  const notice = operator === undefined ? undefined : noticeFor(ticket, operator);
  if (operator === undefined || notice === undefined || (own !== undefined && own !== operator)) {
    return refuse({ code: 'noSuchNotice' });
  }
  if (notice.confirmed !== undefined) {
    const { by, at } = notice.confirmed;
    return refuse({ code: 'alreadyDone', action: 'confirmNotice', by, at, ...standing(ticket) });
  }
  const word = onBehalfOf(command, context, ticket.done.releaseAndClose?.at);
  if (word.kind === 'refusal') return word;
  return events([{ ...stamp(command, context), type: 'noticeConfirmed', operator }]);
}
