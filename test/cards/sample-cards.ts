import type { Instant } from '../../src/domain/instant';
import { defined } from '../../src/defined';
import { viewAt } from '../support/view';
import type { View } from '../../src/texts/view';
import type { AdaptiveCardJson } from '../../src/adapters/teams/cards/card-json';
import { renderContactsCard } from '../../src/adapters/teams/cards/contacts-card';
import { renderContent } from '../../src/adapters/teams/cards/content-card';
import { renderDeadlineExplanation } from '../../src/adapters/teams/cards/deadline-card';
import { renderChoices } from '../../src/adapters/teams/cards/choices-card';
import { renderHelpCard } from '../../src/adapters/teams/cards/help-card';
import { renderIdsCard } from '../../src/adapters/teams/cards/ids-card';
import { renderNewcomerCard } from '../../src/adapters/teams/cards/newcomer-card';
import { renderNotice, strangerText } from '../../src/adapters/teams/cards/notice-card';
import { actionOfForm, type FormId } from '../../src/adapters/teams/cards/payload';
import { renderReportStartCard } from '../../src/adapters/teams/cards/report-start-card';
import { renderServiceHoursCard } from '../../src/adapters/teams/cards/service-hours-card';
import {
  renderReportedCard,
  renderTicketCard,
  renderTicketCopy,
  renderWithdrawnCard,
} from '../../src/adapters/teams/cards/ticket-card';
import { renderTicketListCard } from '../../src/adapters/teams/cards/ticket-list-card';
import { forms } from '../../src/adapters/teams/forms/form-catalogue';
import type {
  FieldValues,
  FormContext,
  FormDefinition,
} from '../../src/adapters/teams/forms/form-definition';
import type { DialogMode } from '../../src/adapters/teams/cards/dialog-mode';
import { readSubmission } from '../../src/adapters/teams/forms/read-submission';
import { renderForm } from '../../src/adapters/teams/forms/render-form';
import { type Installation, type Role, roles as everyRole } from '../../src/domain/organisation/installation';
import type { Place } from '../../src/domain/organisation/place';
import { actorIn } from '../../src/domain/ticket/rights';
import { rowsOf } from '../../src/domain/ticket/transitions';
import { tooLongText } from '../../src/texts/form-errors.de';
import { berlin } from '../support/given';
import { installation as sampleInstallation } from '../support/installation';
import { largeOrganisation } from '../support/large-organisation';
import type { Surroundings } from './card-linter';
import { typedLink, typedVersions } from './repair-stories';
import { type Sample, sampleTickets } from './sample-stories';
import type { TextField, Typing } from './typing';
import { ticketList } from '../support/ticket-list';

export interface SampleCard {
  readonly name: string;
  readonly card: AdaptiveCardJson;
  readonly surroundings: Surroundings;
}

export interface SampleOptions {
  readonly securityRelevant?: boolean;
  readonly organisation?: Installation;
  /** Only this form, where only its pages are looked at. */
  readonly form?: FormId;
}

export const modes: readonly DialogMode[] = ['dialog', 'inline'];
export const places: readonly Place[] = [
  { kind: 'dispatch' },
  { kind: 'organisation', organisation: 'nord' },
  { kind: 'module', module: 'journal' },
  { kind: 'platform' },
];
export const link =
  'https://teams.microsoft.com/l/message/19%3Anord%40thread.tacv2/1700000000001?tenantId=t&groupId=g&parentMessageId=1700000000001';

/** Tracked cards, copies and whatever else stands in conversations about tickets. */
export function ticketCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  const samples = sampleTickets(type, options);
  return [
    ...samples.flatMap((sample) => cardsAtPlaces(sample, installation)),
    ...samples.flatMap(({ name, record }) => [
      message(`${name}: reported`, renderReportedCard({ record, link })),
      message(`${name}: reported without link`, renderReportedCard({ record })),
    ]),
    message('withdrawn from a place', renderWithdrawnCard('SP-2026-0001')),
    ...listCards(samples, installation),
  ];
}

function cardsAtPlaces(
  { name, record, now, readable }: Sample,
  installation: Installation,
): readonly SampleCard[] {
  const problems = [
    { kind: 'unreachable', place: { kind: 'organisation', organisation: 'sued' } },
    { kind: 'refused', status: 403, place: { kind: 'module', module: 'journal' } },
    { kind: 'notInRoster', people: ['maintainer-a1'], place: { kind: 'module', module: 'journal' } },
  ] as const;
  return places.flatMap((place) =>
    modes.flatMap((mode) => {
      const input = { record, place, problems, readable, view: viewAt(now, installation), mode };
      const tracked = renderTicketCard(input);
      const copy = renderTicketCopy({ ...input, trackedCardLink: link });
      return [
        message(`${name} at ${place.kind}, ${mode}`, tracked),
        message(`${name} at ${place.kind}, ${mode}, refused`, renderNotice('Bereits erledigt.', tracked)),
        message(`${name} at ${place.kind}, ${mode}, copy`, copy),
      ];
    }),
  );
}

function listCards(samples: readonly Sample[], installation: Installation): readonly SampleCard[] {
  const tickets = samples.map(({ record }) => record.ticket);
  const list = ticketList([...tickets, ...tickets], { waiting: 2, overdue: 3, total: 60 });
  const now = berlin('2026-06-10T15:00');
  const input = { heading: 'Meine Tickets', view: viewAt(now, installation) };
  return [
    message('ticket list', renderTicketListCard({ ...input, list, link: () => link })),
    message('empty list', renderTicketListCard({ ...input, list: ticketList([]) })),
  ];
}

/** What is only read by whom it is shown to: everything typed may stand there. */
export function readingCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  return sampleTickets(type, options).flatMap(({ name, record, now, readable }) =>
    modes.flatMap((mode) => [
      ...places.flatMap((place) =>
        [1, 2].map((page) =>
          shownIn(
            mode,
            `${name}: content at ${place.kind}, page ${page}`,
            renderContent(record, { view: viewAt(now, installation), place, readable, mode, page }),
          ),
        ),
      ),
      shownIn(
        mode,
        `${name}: deadline`,
        renderDeadlineExplanation({ record, view: viewAt(now, installation), mode }),
      ),
    ]),
  );
}

/** The cards of the commands. */
export function commandCards(options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  const view = viewAt(0, installation);
  const times = ['2026-06-10T12:00', '2026-06-12T18:00', '2026-12-24T10:00'].map((each) => berlin(each));
  return [
    message('help at no place', renderHelpCard({ at: 'noPlace' }, 'dialog')),
    ...(['channel', 'personal'] as const).flatMap((at) => [
      ...everyRole.map((role) => message(`help ${at} ${role}`, renderHelpCard({ at, role }, 'dialog'))),
      message(`whole help ${at}`, renderHelpCard({ at, role: 'operator', isWhole: true }, 'inline')),
    ]),
    message(
      'choices',
      renderChoices({
        heading: 'Software-Pflege',
        text: 'Meinten Sie …?',
        commands: ['Störung melden', 'Hilfe'],
        mode: 'dialog',
      }),
    ),
    ...times.map((now) =>
      message('service hours', renderServiceHoursCard({ view: viewAt(now, installation) })),
    ),
    message('contacts', renderContactsCard(view)),
    message('many contacts', renderContactsCard(viewAt(0, largeOrganisation({ from: installation })), 2)),
    message('ids', renderIdsCard({ conversation: '19:x@thread.tacv2', serviceUrl: 'https://example.org' })),
    ...newcomerCards(view),
    message('stranger', renderNotice(strangerText(view))),
    ...modes.map((mode) => message(`report start ${mode}`, renderReportStartCard({ view, mode }))),
  ];
}

/** Names as other tenants' people may give them to themselves. */
const namesInTeams = [
  undefined,
  'Bereitschaft Neu',
  '[Hier](https://example.org) **{{DATE(2026-06-10)}}** <at>x</at>',
  'ß'.repeat(300),
];

function newcomerCards(view: View): readonly SampleCard[] {
  const people = {
    mentioned: [{ id: '29:owner', name: 'Person owner' }],
    notHere: ['Prozess Zwei'],
    notMentioned: ['Prozess Drei'],
  };
  return modes.flatMap((mode) =>
    namesInTeams.map((name) => {
      const newcomer = { conversation: '19:x@thread.tacv2', teamsId: '29:x', places, ...defined({ name }) };
      return message(`newcomer ${mode}`, renderNewcomerCard({ newcomer, ...people, view, mode }));
    }),
  );
}

const roles: readonly { readonly role: Role; readonly person: string }[] = [
  { role: 'dispatcher', person: 'dispatcher-1' },
  { role: 'operator', person: 'nord-1' },
  { role: 'maintainer', person: 'maintainer-a1' },
  { role: 'platformMaintainer', person: 'platform' },
];

/** Tickets that a form is about; all others are shown with what the first steps have. */
const samplesOf: Readonly<Partial<Record<FormId, readonly string[]>>> = {
  beginWork: ['assigned', 'plan proposed', 'plan bound'],
  completeWork: ['inProgress', 'test failed'],
  failTest: ['inTest', 'tested again', 'verdict at the test'],
  releaseAndClose: ['inTest', 'tested again', 'verdict at the test'],
  comment: ['requested', 'inTest'],
  askOperator: ['assigned', 'question open'],
  answerQuestion: ['question open', 'question answered'],
  proposePlan: ['assigned', 'plan proposed', 'plan bound', 'plan changed'],
  objectToPlan: ['plan proposed', 'plan objected', 'plan bound'],
  agreeForOperator: ['plan proposed', 'plan bound'],
  requestSupport: ['assigned'],
  linkTicket: ['requested', 'linked'],
  unlinkTicket: ['requested', 'linked'],
  completeSupport: ['support requested', 'support taken', 'verdict at the test'],
  confirmNoticeForOperator: ['closed with a fix', 'notice confirmed'],
  moreActions: [
    'requested',
    'assigned',
    'linked',
    'plan proposed',
    'inProgress',
    'inTest',
    'closed with a fix',
  ],
};
const firstSteps = ['requested', 'returned', 'assigned', 'closed without answer'];

/** Every form in both modes for each role that has it: opened new, given back with all errors, and its check page. */
export function formCards(type: Typing, options: SampleOptions = {}): readonly SampleCard[] {
  const installation = options.organisation ?? sampleInstallation;
  const drawn = options.form === undefined ? Object.values(forms) : [forms[options.form]];
  const samples = sampleTickets(type, options);
  return drawn.flatMap((form) =>
    roles
      .filter(({ role }) => hasForm(role, form.id))
      .flatMap(({ role, person }) =>
        contextsOf(form, role, person, samples, installation).flatMap(({ name, context }) =>
          modes.flatMap((mode) =>
            pagesOf(`${form.id} of ${role}, ${name}`, form, context, mode, type, options),
          ),
        ),
      ),
  );
}

function hasForm(role: Role, form: FormId): boolean {
  const action = actionOfForm(form);
  if (action === undefined) return true;
  return rowsOf(action).some(
    (row) => row.roles.includes(role) || (row.onOperatorsWord === true && role === 'dispatcher'),
  );
}

function contextsOf(
  form: FormDefinition,
  role: Role,
  person: string,
  samples: readonly Sample[],
  installation: Installation,
): readonly { readonly name: string; readonly context: FormContext }[] {
  const actor = actorIn(installation, person, role);
  if (actor === undefined) throw new Error(`${person} is no ${role}`);
  const at = (now: Instant) => ({ view: viewAt(now, installation), actor });
  if (form.id === 'reportFault') {
    const similarTickets = samples.map(({ record }) => record.ticket).slice(0, 5);
    const now = berlin('2026-06-10T18:00');
    return [{ name: 'new', context: { ...at(now), similarTickets } }];
  }
  return samples
    .filter(({ name }) => (samplesOf[form.id] ?? firstSteps).includes(name))
    .map(({ name, record, now, readable }) => ({ name, context: { ...at(now), record, readable } }));
}

function pagesOf(
  name: string,
  form: FormDefinition,
  context: FormContext,
  mode: DialogMode,
  type: Typing,
  options: SampleOptions,
): readonly SampleCard[] {
  const state = { nonce: '00000000-0000-4000-8000-000000000000', seenVersion: 12, origin: 'o'.repeat(200) };
  const values = filled(form, context, type, options);
  const errors = Object.fromEntries(form.fields(context).map(({ id }) => [id, tooLongText(3_000, 3_001)]));
  const shown = { state, mode, ...(mode === 'dialog' && { isPrivate: true as const }) };
  const { reading } = readSubmission(form, context, values);
  const command = reading.ok && 'command' in reading ? reading.command : undefined;
  const check =
    form.check === undefined || command === undefined
      ? []
      : [renderForm(form, context, { ...shown, values, errors: {}, page: 'check', command })];
  const opened = renderForm(form, context, {
    ...shown,
    values: form.initialValues(context),
    errors: {},
    page: 'fill',
  });
  const back = renderForm(form, context, { ...shown, values, errors, page: 'fill' });
  return [
    shownIn(mode, `${name}, ${mode}, opened`, opened),
    shownIn(mode, `${name}, ${mode}, with errors`, back),
    ...check.map((card) => shownIn(mode, `${name}, ${mode}, check page`, card)),
  ];
}

const textFieldOf: Readonly<Record<string, TextField>> = {
  classReason: 'reason',
  immediateStartReason: 'reason',
};

/** Every field of a form filled: texts by `type`, choices with one that fits the samples. */
export function filled(
  form: FormDefinition,
  context: FormContext,
  type: Typing,
  { securityRelevant = false }: SampleOptions = {},
): FieldValues {
  const fitting: Readonly<Record<string, string>> = {
    operator: 'nord',
    module: 'journal',
    securityRelevant: String(securityRelevant),
    duplicateOf: 'SP-2026-0002',
    affectedVersions: typedVersions(type).join('\n'),
    commitLink: typedLink(type),
    buildLink: typedLink(type),
    environmentLink: typedLink(type),
    targetDate: '2026-06-18',
    text: type(form.id === 'comment' ? 'comment' : 'reason'),
    receivedDate: '2026-06-10',
    // Inside the minute of the samples' own times.
    receivedTime: '11:00',
    knownDate: securityRelevant ? '2026-06-10' : '',
    knownTime: securityRelevant ? '10:00' : '',
    reportedDate: '2026-06-10',
    reportedTime: '10:00',
  };
  return Object.fromEntries(
    form.fields(context).map(({ id, kind, choices }) => {
      const fits = fitting[id];
      const offered = choices === undefined || choices.some(({ value }) => value === fits);
      if (fits !== undefined && offered) return [id, fits];
      if (kind === 'toggle') return [id, 'true'];
      if (kind === 'several') return [id, choices?.map(({ value }) => value).join(',') ?? ''];
      if (kind === 'choice') return [id, choices?.at(-1)?.value ?? ''];
      return [id, type(textFieldOf[id] ?? (id as TextField))];
    }),
  );
}

export function message(name: string, card: AdaptiveCardJson): SampleCard {
  return { name, card, surroundings: 'message' };
}

export function shownIn(mode: DialogMode, name: string, card: AdaptiveCardJson): SampleCard {
  return { name: `${name}, ${mode}`, card, surroundings: mode === 'dialog' ? 'dialog' : 'message' };
}
