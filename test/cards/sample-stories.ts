import type { TicketRecord } from '../../src/app/ports/ticket-store';
import type { Instant } from '../../src/domain/instant';
import type { Installation } from '../../src/domain/organisation/installation';
import { ticketsNamedBy } from '../../src/domain/ticket/event-rules';
import type { FaultReport } from '../../src/domain/ticket/fault-report';
import type { TicketNumber } from '../../src/domain/ticket/ticket';
import { berlin, type CommandText, Story } from '../support/given';
import { installation } from '../support/installation';
import { repairStories } from './repair-stories';
import type { Typing } from './typing';

/** The bot looks at the ticket at these times. */
export function watched(story: Story, ...times: readonly string[]): Story {
  for (const time of times) story.timePasses(time);
  return story;
}

export interface Sample {
  readonly name: string;
  readonly record: TicketRecord;
  readonly now: Instant;
  /** The other tickets it speaks of: everybody may read them. */
  readonly readable: ReadonlySet<TicketNumber>;
}

/** More than a card or a form shows. */
const manyLinks = 120;

/** Tickets of every state and of every way that leads to something to show, with every text field filled by `type`. */
export function sampleTickets(
  type: Typing,
  options: { readonly securityRelevant?: boolean; readonly organisation?: Installation } = {},
): readonly Sample[] {
  const { securityRelevant = false, organisation = installation } = options;
  const report: CommandText = {
    type: 'reportFault',
    operator: 'nord',
    module: 'journal',
    report: fullReport(type),
    proposedClass: 2,
    securityRelevant,
    receivedAt: 0,
  };
  const word = { way: 'phone', saidBy: type('saidBy') } as const;
  const start = (at = '2026-06-10T10:00', command: CommandText = report) =>
    new Story(at, organisation).does('nord-1', 'operator', command);
  const analysed = () =>
    start().at('2026-06-10T10:30').does('dispatcher-1', 'dispatcher', { type: 'startAnalysis' });
  const accepted = (command: CommandText = report) =>
    start(undefined, command)
      .at('2026-06-10T11:00')
      .does('dispatcher-1', 'dispatcher', {
        type: 'accept',
        faultClass: 1,
        classReason: type('reason'),
        priority: 'high',
      });
  const assigned = () =>
    accepted()
      .at('2026-06-10T11:30')
      .does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' });
  const returned = () =>
    start()
      .at('2026-06-10T11:00')
      .does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: type('missing') });
  const duplicate = () => {
    const story = start().at('2026-06-10T11:00');
    const other = new Story('2026-06-10T09:00', organisation).does('nord-2', 'operator', report).stands;
    story.others.set('SP-2026-0002', { ...other, number: 'SP-2026-0002' });
    return story.does('dispatcher-1', 'dispatcher', {
      type: 'decline',
      reason: 'duplicate',
      text: type('reason'),
      duplicateOf: 'SP-2026-0002',
    });
  };
  const linked = () => {
    const story = assigned().at('2026-06-10T12:00');
    for (let index = 0; index < manyLinks; index += 1) {
      const other = `SP-2026-${String(1000 + index)}`;
      story.others.set(other, { ...story.stands, number: other });
      story.does('dispatcher-1', 'dispatcher', { type: 'linkTicket', other, kind: 'followUpOf' });
    }
    return story.does('dispatcher-2', 'dispatcher', { type: 'unlinkTicket', other: 'SP-2026-1000' });
  };
  const onWord = () =>
    new Story('2026-06-10T16:00', organisation).does('dispatcher-1', 'dispatcher', {
      ...report,
      onBehalf: { ...word, at: berlin('2026-06-09T09:00') },
    });
  const stories: Readonly<Record<string, Story>> = {
    requested: start(),
    'requested at night': start('2026-06-12T16:00'),
    'requested on the operator’s word, late': onWord(),
    analysed: analysed(),
    accepted: accepted(),
    'accepted without maintainer': accepted({ ...report, module: 'contacts' }),
    assigned: assigned(),
    'handed back': assigned()
      .at('2026-06-10T12:00')
      .does('maintainer-a1', 'maintainer', { type: 'handBack', reason: type('reason') }),
    returned: returned(),
    'returned without answer': watched(returned(), '2026-06-25T09:00'),
    warned: watched(start(), '2026-06-10T14:30'),
    breached: watched(start(), '2026-06-10T16:01'),
    supplemented: returned()
      .at('2026-06-10T15:00')
      .does('dispatcher-1', 'dispatcher', {
        type: 'supplement',
        answer: type('answer'),
        onBehalf: { ...word, at: berlin('2026-06-10T14:00') },
      }),
    'closed without answer': returned()
      .at('2026-07-10T10:00')
      .does('dispatcher-1', 'dispatcher', { type: 'closeWithoutAnswer' }),
    withdrawn: start()
      .at('2026-06-10T12:00')
      .does('nord-2', 'operator', { type: 'withdraw', reason: type('reason') }),
    declined: duplicate(),
    linked: linked(),
    'class changed': start()
      .at('2026-06-10T15:00')
      .does('dispatcher-1', 'dispatcher', { type: 'changeClass', faultClass: 1, reason: type('reason') }),
  };
  return Object.entries({ ...stories, ...repairStories(type, assigned) }).map(([name, story]) => ({
    name,
    record: recordOf(story),
    now: story.now,
    readable: new Set(ticketsNamedBy(story.events)),
  }));
}

export function recordOf(story: Story): TicketRecord {
  return { ticket: story.stands, events: story.events, effectsPlanned: story.events.length, historyHash: '' };
}

function fullReport(type: Typing): FaultReport {
  return {
    title: type('title'),
    description: type('description'),
    since: type('since'),
    moduleVersion: type('moduleVersion'),
    environment: 'production',
    reproducible: 'sometimes',
    workaround: type('workaround'),
    firstAndSecondLevelDone: true,
  };
}
