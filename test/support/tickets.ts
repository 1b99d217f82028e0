import type { Role } from '../../src/domain/organisation/installation';
import type { ReactionCycle } from '../../src/domain/reaction/reaction-cycle';
import { scheduler } from '../../src/domain/ticket/event-base';
import type { TicketEvent } from '../../src/domain/ticket/event-rules';
import { replay } from '../../src/domain/ticket/evolve';
import type { FaultReport } from '../../src/domain/ticket/fault-report';
import type { FixPlanContent } from '../../src/domain/ticket/plan/fix-plan';
import type { Ticket } from '../../src/domain/ticket/ticket';
import type { CompletionContent, TestRecord } from '../../src/domain/ticket/work/work';

/** Fr 12.06.2026, 10:00 Uhr in Berlin. */
export const sampleTime = Date.UTC(2026, 5, 12, 8);
const hour = 3_600_000;

/** An event of one kind. */
export type EventOf<Type extends TicketEvent['type']> = Extract<TicketEvent, { type: Type }>;

export const sampleReport: FaultReport = {
  title: 'Suche findet keine Einträge',
  description: 'Die Suche im Betriebstagebuch bleibt leer.',
  environment: 'production',
  reproducible: 'always',
  firstAndSecondLevelDone: true,
};

export function sampleCycle(overrides: Partial<ReactionCycle> = {}): ReactionCycle {
  return {
    startedAt: sampleTime,
    faultClass: 2,
    calendarId: '2020-01-01',
    deadline: sampleTime + 6 * hour,
    earlierDeadlines: [],
    ...overrides,
  };
}

/** The report that opens a sample ticket. */
export function sampleFaultReported(
  overrides: Partial<EventOf<'faultReported'>> = {},
): EventOf<'faultReported'> {
  return {
    type: 'faultReported',
    at: sampleTime,
    by: 'nord-1',
    role: 'operator',
    commandId: `report-${overrides.number ?? 'SP-2026-0001'}`,
    number: 'SP-2026-0001',
    operator: 'nord',
    module: 'journal',
    report: sampleReport,
    proposedClass: 2,
    securityRelevant: false,
    receivedAt: sampleTime,
    cycle: sampleCycle(),
    ...overrides,
  };
}

/** What a dispatcher's event says besides its own data. */
export function byDispatcher(commandId: string, at = sampleTime + hour) {
  return { at, by: 'dispatcher-1', role: 'dispatcher', commandId } as const;
}

export function byScheduler(commandId: string, at = sampleTime + hour) {
  return { ...scheduler, at, commandId } as const;
}

/** The cycle stopped in time. */
export function stoppedCycle(at = sampleTime + hour): ReactionCycle {
  return sampleCycle({ end: { at, kind: 'reaction' }, result: 'met' });
}

/** A ticket just reported; for a ticket further on, replay its events. */
export function sampleTicket(overrides: Partial<Ticket> = {}): Ticket {
  return { ...replay([sampleFaultReported()]), ...overrides };
}

/** A ticket that a maintainer was assigned to, with the events that led there. */
export function assignedTicket(reported: Partial<EventOf<'faultReported'>> = {}): {
  readonly ticket: Ticket;
  readonly events: readonly TicketEvent[];
} {
  const events: readonly TicketEvent[] = [
    sampleFaultReported(reported),
    { ...byDispatcher('start'), type: 'analysisStarted', cycle: stoppedCycle() },
    { ...byDispatcher('accept'), type: 'faultAccepted' },
    {
      ...byDispatcher('assign'),
      type: 'ticketAssigned',
      organisation: 'contractor-a',
      person: 'maintainer-a1',
    },
  ];
  return { ticket: replay(events), events };
}

const fullCycle = sampleCycle({
  earlierDeadlines: [{ deadline: sampleTime + 8 * hour, faultClass: 3, replacedAt: sampleTime + hour }],
  breach: { recordedAt: sampleTime + 7 * hour, deadline: sampleTime + 6 * hour, reason: 'elapsed' },
  end: { at: sampleTime + 7 * hour, kind: 'reaction' },
  result: 'missed',
  firedThresholds: [{ percent: 50, faultClass: 2, dueAt: sampleTime + 3 * hour }],
});
const onBehalf = { way: 'phone', saidBy: 'Leitwarte', at: sampleTime } as const;

export const samplePlan: FixPlanContent = {
  cause: 'Der Suchindex wird beim Start nicht gelesen.',
  measure: 'patch',
  affectedVersions: ['<2.3.1'],
  // A Tuesday.
  targetDate: '2026-06-16',
  testApproach: 'Suche nach einem Eintrag von gestern.',
  risks: 'Der erste Start dauert länger.',
};

export const sampleCompletion: CompletionContent = {
  fixVersion: '2.3.1',
  packageReference: 'journal-2.3.1',
  changed: 'Der Suchindex wird beim Start gelesen.',
  affectedVersions: ['<2.3.1'],
  commitLink: 'https://git.example.org/journal/commit/1',
  buildLink: 'https://ci.example.org/journal/1',
  environmentLink: 'https://qs.example.org/journal',
};

export const sampleTestRecord: TestRecord = {
  environment: 'QS',
  steps: 'Suche nach einem Eintrag von gestern.',
  result: 'Der Eintrag wird gefunden.',
};

/** What the cards of a ticket carry beside its number. */
export const sampleProof = `${'0'.repeat(32)}.${'f'.repeat(32)}`;

/** One event of each kind, every field of it filled; a kind without one does not compile. */
export const everyEvent: { readonly [Type in TicketEvent['type']]: EventOf<Type> } = {
  faultReported: sampleFaultReported({
    report: { ...sampleReport, since: 'seit heute früh', moduleVersion: '2.1.0', workaround: 'Neustart' },
    origin: '19:nord@thread.tacv2|1700000000001',
    knownAt: sampleTime - hour,
    trial: false,
    proof: sampleProof,
    cycle: fullCycle,
    onBehalf,
  }),
  analysisStarted: { ...byDispatcher('c1'), type: 'analysisStarted', cycle: fullCycle },
  faultAccepted: { ...byDispatcher('c2'), type: 'faultAccepted' },
  faultDeclined: {
    ...byDispatcher('c3'),
    type: 'faultDeclined',
    reason: 'duplicate',
    text: 'Bereits gemeldet.',
    duplicateOf: 'SP-2026-0002',
  },
  reportReturned: { ...byDispatcher('c4'), type: 'reportReturned', missing: 'Welche Version?' },
  reportSupplemented: {
    ...byDispatcher('c5'),
    type: 'reportSupplemented',
    answer: 'Version 2.1.0',
    cycle: fullCycle,
    onBehalf,
  },
  closedWithoutAnswer: { ...byDispatcher('c6'), type: 'closedWithoutAnswer' },
  reportWithdrawn: { ...byDispatcher('c7'), type: 'reportWithdrawn', reason: 'Erledigt', cycle: fullCycle },
  ticketAssigned: {
    ...byDispatcher('c8'),
    type: 'ticketAssigned',
    organisation: 'contractor-a',
    person: 'maintainer-a1',
  },
  ticketHandedBack: { ...byDispatcher('c9'), type: 'ticketHandedBack', reason: 'Falsches Modul' },
  faultClassChanged: {
    ...byDispatcher('c10'),
    type: 'faultClassChanged',
    from: 2,
    to: 3,
    reason: 'Umgehung vorhanden',
    cycle: fullCycle,
  },
  priorityChanged: { ...byDispatcher('c11'), type: 'priorityChanged', from: 'medium', to: 'high' },
  moduleChanged: { ...byDispatcher('c12'), type: 'moduleChanged', from: 'journal', to: 'outage' },
  markedSecurityRelevant: { ...byDispatcher('c13'), type: 'markedSecurityRelevant', knownAt: sampleTime },
  legalReportEntered: {
    ...byDispatcher('c37'),
    type: 'legalReportEntered',
    report: 'first',
    reportedAt: sampleTime,
    reference: 'BSI-2026-0815',
    onBehalf,
  },
  reactionBreached: {
    ...byDispatcher('c14'),
    type: 'reactionBreached',
    deadline: sampleTime + 6 * hour,
    reason: 'elapsed',
    cycle: fullCycle,
  },
  reactionWarned: {
    ...byScheduler('c32'),
    type: 'reactionWarned',
    percent: 75,
    dueAt: sampleTime + 4 * hour,
    cycle: fullCycle,
  },
  deadlineRecounted: { ...byScheduler('c33'), type: 'deadlineRecounted', cycle: fullCycle },
  reminded: {
    ...byScheduler('c34'),
    type: 'reminded',
    timer: 'questionUnanswered',
    step: 2,
    since: sampleTime,
    dueAt: sampleTime + 48 * hour,
  },
  assignmentLapsed: {
    ...byScheduler('c38'),
    type: 'assignmentLapsed',
    reason: 'personLeft',
    organisation: 'contractor-a',
    person: 'maintainer-a1',
  },
  maintainerMissing: { ...byDispatcher('c15'), type: 'maintainerMissing', module: 'outage' },
  workBegun: { ...byDispatcher('c16'), type: 'workBegun', immediateStartReason: 'Leitstelle ohne Tagebuch' },
  workCompleted: { ...byDispatcher('c17'), type: 'workCompleted', completion: sampleCompletion },
  testBegun: { ...byDispatcher('c18'), type: 'testBegun' },
  testFailed: {
    ...byDispatcher('c19'),
    type: 'testFailed',
    record: sampleTestRecord,
    defect: 'Die Liste bleibt leer.',
  },
  fixReleased: {
    ...byDispatcher('c20'),
    type: 'fixReleased',
    record: sampleTestRecord,
    module: 'journal',
    fixVersion: '2.3.1',
    packageReference: 'journal-2.3.1',
    noticeText: 'Die Suche findet wieder alle Einträge.',
    affectedOperators: ['nord', 'sued'],
  },
  commentAdded: {
    ...byDispatcher('c21'),
    type: 'commentAdded',
    text: 'Rückruf morgen',
    internal: true,
    onBehalf,
  },
  ticketLinked: {
    ...byDispatcher('c35'),
    type: 'ticketLinked',
    other: 'SP-2026-0003',
    kind: 'followUpOf',
    shared: true,
    echoed: true,
  },
  ticketUnlinked: { ...byDispatcher('c36'), type: 'ticketUnlinked', other: 'SP-2026-0003', shared: false },
  questionAsked: { ...byDispatcher('c22'), type: 'questionAsked', question: 'Seit welcher Version?' },
  questionAnswered: { ...byDispatcher('c23'), type: 'questionAnswered', answer: 'Seit 2.1.0', onBehalf },
  fixPlanProposed: {
    ...byDispatcher('c24'),
    type: 'fixPlanProposed',
    version: 1,
    party: 'dispatcher',
    plan: samplePlan,
  },
  fixPlanAgreed: { ...byDispatcher('c25'), type: 'fixPlanAgreed', version: 1, party: 'operator', onBehalf },
  fixPlanObjected: {
    ...byDispatcher('c26'),
    type: 'fixPlanObjected',
    version: 1,
    party: 'operator',
    reason: 'Zu spät',
    onBehalf,
  },
  fixPlanBound: {
    ...byDispatcher('c27'),
    type: 'fixPlanBound',
    version: 1,
    consents: {
      operator: { by: 'dispatcher-1', role: 'dispatcher', at: sampleTime, onBehalf },
      dispatcher: { by: 'dispatcher-1', role: 'dispatcher', at: sampleTime },
      maintainer: { by: 'maintainer-a1', role: 'maintainer', at: sampleTime },
    },
  },
  supportRequested: {
    ...byDispatcher('c28'),
    type: 'supportRequested',
    request: '1',
    kind: 'testAndAcceptance',
    question: 'Bitte in der QS-Umgebung abnehmen.',
  },
  supportTaken: { ...byDispatcher('c29'), type: 'supportTaken', request: '1' },
  supportCompleted: {
    ...byDispatcher('c30'),
    type: 'supportCompleted',
    request: '1',
    answer: 'Abgenommen',
    verdict: 'passed',
  },
  noticeConfirmed: { ...byDispatcher('c31'), type: 'noticeConfirmed', operator: 'nord', onBehalf },
};

const consent = (by: string, role: Role) => ({ by, role, at: sampleTime, onBehalf });

/** A ticket with every field set that there is, also those that exclude each other; its version counts `everyEvent`. */
export const everyField: Required<Ticket> = {
  ...replay(Object.values(everyEvent)),
  proof: sampleProof,
  onBehalf,
  trial: true,
  classReason: 'Umgehung vorhanden',
  analyst: { person: 'dispatcher-1', since: sampleTime },
  assignment: { organisation: 'contractor-a', person: 'maintainer-a1', since: sampleTime },
  lapsed: { reason: 'roleLost', organisation: 'contractor-a', person: 'maintainer-a2', at: sampleTime },
  returned: { missing: 'Welche Version?', by: 'dispatcher-1', at: sampleTime },
  supplements: [{ text: 'Version 2.1.0', by: 'nord-1', at: sampleTime }],
  decline: { reason: 'duplicate', text: 'Bereits gemeldet.', duplicateOf: 'SP-2026-0002' },
  links: [
    {
      number: 'SP-2026-0004',
      kind: 'related',
      by: 'dispatcher-1',
      at: sampleTime,
      revision: 2,
      version: 7,
      removed: true,
    },
  ],
  knownAt: sampleTime,
  legalReports: [
    {
      report: 'first',
      reportedAt: sampleTime,
      reference: 'BSI-2026-0815',
      by: 'dispatcher-1',
      role: 'dispatcher',
      at: sampleTime + hour,
      version: 15,
      onBehalf,
    },
  ],
  handBackReason: 'Falsches Modul',
  fixPlan: {
    ...samplePlan,
    version: 2,
    proposedBy: 'maintainer-a1',
    proposedFor: 'maintainer',
    at: sampleTime,
    consents: {
      operator: consent('nord-1', 'operator'),
      dispatcher: consent('dispatcher-1', 'dispatcher'),
      maintainer: consent('maintainer-a1', 'maintainer'),
    },
    objections: {
      operator: { ...consent('nord-1', 'operator'), reason: 'Zu spät' },
      dispatcher: { ...consent('dispatcher-1', 'dispatcher'), reason: 'Zu früh' },
      maintainer: { ...consent('maintainer-a1', 'maintainer'), reason: 'Zu knapp' },
    },
    bindingSince: sampleTime,
  },
  previousPlan: { ...samplePlan, version: 1 },
  immediateStart: { reason: 'Leitstelle ohne Tagebuch', by: 'maintainer-a1', at: sampleTime },
  completion: { ...sampleCompletion, by: 'maintainer-a1', at: sampleTime },
  test: { tester: 'dispatcher-1', since: sampleTime, record: sampleTestRecord },
  lastDefect: {
    text: 'Die Liste bleibt leer.',
    record: sampleTestRecord,
    by: 'dispatcher-1',
    at: sampleTime,
  },
  comments: [
    {
      text: 'Rückruf morgen',
      internal: true,
      by: 'dispatcher-1',
      role: 'dispatcher',
      at: sampleTime,
      onBehalf,
    },
  ],
  question: { text: 'Seit wann?', by: 'maintainer-a1', role: 'maintainer', at: sampleTime },
  answeredQuestions: [
    {
      text: 'Seit welcher Version?',
      by: 'maintainer-a1',
      role: 'maintainer',
      at: sampleTime,
      answer: 'Seit 2.1.0',
      answeredBy: 'dispatcher-1',
      answeredAt: sampleTime + hour,
      onBehalf,
    },
  ],
  supportRequests: [
    {
      id: '1',
      kind: 'testAndAcceptance',
      question: 'Bitte in der QS-Umgebung abnehmen.',
      by: 'dispatcher-1',
      role: 'dispatcher',
      at: sampleTime,
      takenBy: 'platform-1',
      takenAt: sampleTime,
      answer: 'Abgenommen',
      verdict: 'passed',
      completedBy: 'platform-1',
      completedAt: sampleTime + hour,
    },
  ],
  release: {
    fixVersion: '2.3.1',
    packageReference: 'journal-2.3.1',
    text: 'Die Suche findet wieder alle Einträge.',
    notices: [
      { operator: 'nord', confirmed: { by: 'nord-1', at: sampleTime, onBehalf } },
      { operator: 'sued' },
    ],
  },
  resolution: 'fixed',
};
