import { defined } from '../../../defined';
import { authorOf } from '../access';
import type { ActionShape } from '../action';
import type { CommandBase } from '../command-base';
import {
  type ActionContext,
  type ActionDecision,
  alreadyDone,
  askAgain,
  type DecisionContext,
  events,
  stamp,
  standing,
} from '../deciding';
import type { EventOf } from '../event-base';
import { label, optional, text, word } from '../event-fields';
import type { OwnRefusal } from '../refusals';
import { othersWereFaster, withRequest } from '../support/requests';
import {
  openSupportRequests,
  type SupportRequest,
  type SupportRequestId,
  type TestVerdict,
  testVerdicts,
} from '../support/support';
import type { Ticket } from '../ticket';
import { openStates } from '../ticket-state';

export interface CompleteSupport extends CommandBase {
  readonly type: 'completeSupport';
  /** If absent, the oldest one that was taken. */
  readonly request?: SupportRequestId;
  /** Needed for a question and a commit. */
  readonly answer?: string;
  /** Needed for test and acceptance. */
  readonly verdict?: TestVerdict;
}

const completed = { request: label, answer: optional(text), verdict: optional(word(testVerdicts)) };
export type SupportCompleted = EventOf<'supportCompleted', typeof completed>;

/** "Unterstützung erledigen": test and acceptance end with a verdict, the other kinds with an answer (process 5). */
export const completeSupport = {
  rows: [
    {
      from: openStates.filter((state) => state !== 'requested'),
      to: 'same',
      roles: ['platformMaintainer'],
    },
  ],
  repeatable: true,
  offer: {
    when: 'supportTaken',
    holds: (ticket) => openSupportRequests(ticket).some(({ takenBy }) => takenBy !== undefined),
  },
  guard: nothingToComplete,
  decide,
  events: {
    supportCompleted: {
      fields: completed,
      audience: () => 'internal',
      evolve: (ticket, { request, answer, verdict, by, at }: SupportCompleted) =>
        withRequest(ticket, request, {
          ...defined({ answer, verdict }),
          completedBy: by,
          completedAt: at,
        }),
      mentions: {
        reason: 'supportCompleted',
        whom: ({ request }: SupportCompleted, before) => {
          const asked = before.supportRequests.find(({ id }) => id === request);
          return asked === undefined ? [] : [authorOf(asked, before)];
        },
      },
    },
  },
} as const satisfies ActionShape;

function wantedOf({ supportRequests }: Ticket, request?: SupportRequestId): SupportRequest | undefined {
  return supportRequests.find((each) => (request === undefined ? isUnderWay(each) : each.id === request));
}

function isUnderWay({ takenBy, completedAt }: SupportRequest): boolean {
  return takenBy !== undefined && completedAt === undefined;
}

function nothingToComplete(
  ticket: Ticket,
  context: ActionContext,
  command?: CompleteSupport,
): OwnRefusal | undefined {
  const request = command?.request;
  const isNamed = command === undefined || request !== undefined;
  const overtaken = isNamed ? undefined : othersWereFaster('completeSupport', ticket, context);
  if (overtaken !== undefined) return overtaken;
  const wanted = wantedOf(ticket, request);
  if (wanted === undefined) return noneUnderWay(ticket, command !== undefined);
  const { completedBy: by, completedAt: at } = wanted;
  if (by !== undefined && at !== undefined) return alreadyDone(ticket, { by, at });
  return wanted.takenBy === undefined ? { code: 'supportNotTaken', ...standing(ticket) } : undefined;
}

/** Before anything is typed, the person is told what happened to the requests. */
function noneUnderWay(ticket: Ticket, isSent: boolean): OwnRefusal {
  const done = ticket.done.completeSupport;
  if (!isSent && openSupportRequests(ticket).length > 0) {
    return { code: 'supportNotTaken', ...standing(ticket) };
  }
  return isSent || done === undefined
    ? { code: 'noSupportRequest', ...standing(ticket) }
    : alreadyDone(ticket, done);
}

function decide(
  command: CompleteSupport,
  ticket: Ticket,
  context: DecisionContext,
): ActionDecision<SupportCompleted> {
  const wanted = wantedOf(ticket, command.request);
  if (wanted === undefined) throw new Error('a request that the guard has not found');
  switch (missingFor(wanted, command)) {
    case 'verdict':
      return askAgain({ code: 'supportVerdictMissing' });
    case 'answer':
      return askAgain({ code: 'supportAnswerMissing' });
    case undefined:
      break;
  }
  const { answer } = command;
  const verdict = isTest(wanted) ? command.verdict : undefined;
  return events([
    {
      ...stamp(command, context),
      type: 'supportCompleted',
      request: wanted.id,
      ...defined({ answer, verdict }),
    },
  ]);
}

/** What a request of this kind cannot be completed without (process 5). */
export function missingFor(
  request: SupportRequest,
  { answer, verdict }: { readonly answer?: string | undefined; readonly verdict?: string | undefined },
): 'verdict' | 'answer' | undefined {
  if (isTest(request)) return verdict === undefined ? 'verdict' : undefined;
  return answer === undefined ? 'answer' : undefined;
}

/** "Test und Abnahme" ends with a verdict. */
export function isTest({ kind }: Pick<SupportRequest, 'kind'>): boolean {
  return kind === 'testAndAcceptance';
}
