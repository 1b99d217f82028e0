import { defined } from '../../../defined';
import type { OrganisationId } from '../../organisation/installation';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  type ActionDecision,
  alreadyDone,
  type DecisionContext,
  events,
  operatorsWord,
  stamp,
} from '../deciding';
import type { EventOf } from '../event-base';
import { organisationId } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import { noticeFor, unconfirmedOperators } from '../release/release-notice';
import type { Ticket } from '../ticket';

/** "Gelesen", by one person for their organisation (process 6). */
export interface ConfirmNotice extends CommandBase {
  readonly type: 'confirmNotice';
  /** The operator a dispatcher confirms for; an operator confirms only for their own organisation. */
  readonly operator?: OrganisationId;
}

const confirmed = { operator: organisationId };
export type NoticeConfirmed = EventOf<'noticeConfirmed', typeof confirmed>;

/** "Gelesen": one person confirms for the organisation (process 6). */
export const confirmNotice = {
  rows: [{ from: ['closed'], to: 'same', roles: ['operator'], onOperatorsWord: true }],
  atOnce: true,
  repeatable: true,
  offer: {
    when: 'noticeUnconfirmed',
    // The operator's button is on the notice's own card; the dispatcher confirms on their word.
    holds: (ticket, role) => role === 'dispatcher' && unconfirmedOperators(ticket).length > 0,
  },
  /** Release notices also go to operators other than the reporting one. */
  operators: ({ release }) => (release?.notices ?? []).map(({ operator }) => operator),
  guard: nothingToConfirm,
  saidAfter: ({ done }) => done.releaseAndClose?.at,
  decide,
  events: {
    noticeConfirmed: {
      fields: confirmed,
      audience: () => 'dispatch',
      evolve: ({ release }, { operator, by, at, onBehalf }: NoticeConfirmed) => {
        if (release === undefined) return {};
        const mark = { by, at, ...defined({ onBehalf }) };
        const notices = release.notices.map((notice) =>
          notice.operator === operator ? { ...notice, confirmed: mark } : notice,
        );
        return { release: { ...release, notices } };
      },
    },
  },
} as const satisfies ActionShape;

function nothingToConfirm(
  ticket: Ticket,
  { actor }: ActionContext,
  command?: ConfirmNotice,
): OwnRefusal | undefined {
  const own = actor.role === 'operator' ? actor.organisation : undefined;
  const operator = command?.operator ?? own;
  if (command === undefined && own === undefined) return allConfirmed(ticket);
  const notice = operator === undefined ? undefined : noticeFor(ticket, operator);
  if (notice === undefined || (own !== undefined && own !== operator)) return { code: 'noSuchNotice' };
  const { confirmed: mark } = notice;
  return mark && alreadyDone(ticket, mark);
}

/** A dispatcher who has not chosen an operator is told who confirmed last. */
function allConfirmed(ticket: Ticket): OwnRefusal | undefined {
  if (unconfirmedOperators(ticket).length > 0) return undefined;
  const done = ticket.done.confirmNotice;
  return done === undefined ? { code: 'noSuchNotice' } : alreadyDone(ticket, done);
}

function decide(
  command: ConfirmNotice,
  _ticket: Ticket,
  context: DecisionContext,
): ActionDecision<NoticeConfirmed> {
  const operator = command.operator ?? context.actor.organisation;
  const word = operatorsWord(command, context);
  if (word.kind === 'refusal') return word;
  return events([{ ...stamp(command, context), type: 'noticeConfirmed', operator }]);
}
