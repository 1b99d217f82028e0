import { type FormId, formIds } from '../../../../../src/adapters/teams/cards/payload';
import {
  assigned,
  berlin,
  type CommandText,
  inProgress,
  planned,
  requested,
  type Story,
} from '../../../../support/given';
import { sampleCompletion, samplePlan } from '../../../../support/tickets';
import { BotDesk, dispatch, nord } from './bot-desk';

const journal = '19:journal@thread.tacv2';
const nonce = '00000000-0000-4000-8000-0000000000aa';

/** A form that somebody has open, what a colleague does meanwhile, and what is sent first: something in it is missing. */
interface Overtaken {
  readonly form: FormId;
  readonly by: readonly [person: string, conversation: string];
  readonly on: Story;
  readonly colleague: readonly [
    person: string,
    role: 'dispatcher' | 'operator' | 'maintainer',
    change: CommandText,
  ];
  readonly sent: Readonly<Record<string, string>>;
  readonly says: string;
  readonly kept: string;
}

const asDispatcher = ['dispatcher-1', dispatch] as const;

const legalReport = {
  type: 'enterLegalReport',
  report: 'first',
  reportedAt: berlin('2026-06-10T10:00'),
  reference: 'Aktenzeichen 1',
} as const;

const overtaken: readonly Overtaken[] = [
  {
    form: 'accept',
    by: asDispatcher,
    on: requested(),
    colleague: [
      'dispatcher-2',
      'dispatcher',
      { type: 'changeClass', faultClass: 3, reason: 'Nur eine Liste.' },
    ],
    sent: { faultClass: '1', priority: '', classReason: 'Die Leitwarte steht.' },
    says: 'Fehlerklasse jetzt 3 (Person dispatcher-2 am',
    kept: 'Die Leitwarte steht.',
  },
  {
    form: 'acceptAndAssign',
    by: asDispatcher,
    on: requested(),
    colleague: ['dispatcher-2', 'dispatcher', { type: 'changePriority', priority: 'high' }],
    sent: { faultClass: '1', priority: 'low', person: 'maintainer-a1' },
    says: 'Priorität jetzt hoch (Person dispatcher-2 am',
    kept: '"value":"low"',
  },
  {
    form: 'decline',
    by: asDispatcher,
    on: requested(),
    colleague: ['dispatcher-2', 'dispatcher', { type: 'decline', reason: 'featureRequest', text: 'Neu.' }],
    sent: { reason: '', text: 'Das gibt es noch nicht.' },
    says: 'Bereits erledigt von Person dispatcher-2',
    kept: 'Das gibt es noch nicht.',
  },
  {
    form: 'returnReport',
    by: asDispatcher,
    on: requested(),
    colleague: ['nord-2', 'operator', { type: 'withdraw' }],
    sent: { missing: '' },
    says: 'ist jetzt nicht möglich',
    kept: '',
  },
  {
    form: 'proposePlan',
    by: ['maintainer-a1', journal],
    on: assigned(),
    colleague: ['dispatcher-2', 'dispatcher', { type: 'proposePlan', plan: samplePlan }],
    sent: { cause: 'Ein Index fehlt.', measure: '' },
    says: 'Bereits erledigt von Person dispatcher-2',
    kept: 'Ein Index fehlt.',
  },
  {
    form: 'objectToPlan',
    by: asDispatcher,
    on: planned(),
    colleague: [
      'maintainer-a1',
      'maintainer',
      { type: 'proposePlan', plan: { ...samplePlan, risks: 'Neu.' } },
    ],
    sent: { speaksFor: '', reason: 'Zu spät.' },
    says: 'Der Fehlerbehebungsplan wurde inzwischen geändert',
    kept: 'Zu spät.',
  },
  {
    form: 'completeWork',
    by: ['maintainer-a1', journal],
    on: inProgress(),
    colleague: ['maintainer-a2', 'maintainer', { type: 'completeWork', completion: sampleCompletion }],
    sent: { changed: 'Den Index ergänzt.' },
    says: 'Bereits erledigt von Person maintainer-a2',
    kept: 'Den Index ergänzt.',
  },
  {
    form: 'askOperator',
    by: asDispatcher,
    on: requested(),
    colleague: ['dispatcher-2', 'dispatcher', { type: 'askOperator', question: 'Seit wann?' }],
    sent: { question: '' },
    says: 'Bereits erledigt von Person dispatcher-2',
    kept: '',
  },
  {
    form: 'enterLegalReport',
    by: ['nord-1', nord],
    on: requested().does('nord-1', 'operator', { type: 'markSecurityRelevant' }),
    colleague: ['nord-2', 'operator', legalReport],
    sent: { legalReport: 'first', reportedDate: '', legalReference: 'Aktenzeichen 7' },
    says: 'Bereits erledigt von Person nord-2',
    kept: 'Aktenzeichen 7',
  },
];

async function deskWith(form: FormId, on: Story, colleague: Overtaken['colleague']) {
  const [person, role, change] = colleague;
  const { number, version } = on.stands;
  const since = on.does(person, role, change);
  const desk = new BotDesk();
  await desk.keeps(since);
  desk.now = since.now + 60_000;
  return { desk, data: { do: 'submit', form, page: 'fill', nonce, ticket: number, version } };
}

const inJournal = { person: 'maintainer-a1' } as const;
const ofOthersOrOfEnded: readonly FormId[] = [
  'reportFault',
  'moreActions',
  'withdraw',
  'beginWork',
  'completeWork',
  'completeSupport',
  'enterLegalReport',
  'confirmNoticeForOperator',
];
const sending = { name: 'task/submit' };

describe('a form that somebody else has overtaken', () => {
  it.each(overtaken.map((each) => [each.form, each] as const))(
    'given %s, when it is sent with something missing, then what has happened is said at once and all typed is kept',
    async (_form, given) => {
      const { desk, data } = await deskWith(given.form, given.on, given.colleague);
      const answer = await desk.presses(...given.by, { ...data, ...given.sent }, sending);
      expect(answer).toContain(given.says);
      expect(answer).toContain(given.kept);
    },
  );

  it.each([
    ['accept', { type: 'changeClass', faultClass: 3, reason: 'Nur eine Liste.' }, {}],
    ['accept', { type: 'changePriority', priority: 'high' }, {}],
    ['accept', { type: 'changeModule', module: 'outage' }, {}],
    ['acceptAndAssign', { type: 'changeModule', module: 'outage' }, { person: 'maintainer-b1' }],
    ['acceptAndAssign', { type: 'changeClass', faultClass: 3, reason: 'Nur eine Liste.' }, inJournal],
  ] as const)(
    'given %s, when it was sent wrong, then right after reading of %j, then it is taken as typed',
    async (form, change, person) => {
      const { desk, data } = await deskWith(form, requested(), ['dispatcher-2', 'dispatcher', change]);
      const wrong = { faultClass: '', priority: 'low', classReason: 'Die Leitwarte steht.', ...person };
      const told = await desk.presses(...asDispatcher, { ...data, ...wrong }, sending);
      expect(told).toContain('Seit Sie das Formular geöffnet haben, wurde das Ticket geändert');
      expect(told).toContain('(Person dispatcher-2 am Mi 10.06.2026, 10:00 Uhr)');
      expect(told).toContain('Die Leitwarte steht.');
      const right = { ...sentAgain(told), ...wrong, faultClass: '1' };
      await desk.presses(...asDispatcher, right, sending);
      expect((await desk.stores.tickets.find(data.ticket))?.ticket).toMatchObject({
        state: 'accepted',
        faultClass: 1,
        priority: 'low',
        classReason: 'Die Leitwarte steht.',
      });
    },
  );

  it('given all is typed rightly, when it is sent, then it comes back once as typed, and is taken then', async () => {
    const change = { type: 'changePriority', priority: 'high' } as const;
    const { desk, data } = await deskWith('accept', requested(), ['dispatcher-2', 'dispatcher', change]);
    const typed = { faultClass: '2', priority: 'low' };
    const told = await desk.presses(...asDispatcher, { ...data, ...typed }, sending);
    expect(told).toContain('Priorität jetzt hoch');
    expect((await desk.stores.tickets.find(data.ticket))?.ticket.state).toBe('requested');
    await desk.presses(...asDispatcher, { ...sentAgain(told), ...typed }, sending);
    expect((await desk.stores.tickets.find(data.ticket))?.ticket).toMatchObject({
      state: 'accepted',
      priority: 'low',
    });
  });

  it('given one with a summary, when it goes on to it, then it says that somebody was faster and keeps the text', async () => {
    const change = { type: 'returnReport', missing: 'Die Version.' } as const;
    const { desk, data } = await deskWith('withdraw', requested(), ['dispatcher-2', 'dispatcher', change]);
    const declining = { ...data, form: 'decline', reason: 'featureRequest', text: 'Das gibt es noch nicht.' };
    for (const page of ['fill', 'check']) {
      const answer = await desk.presses(...asDispatcher, { ...declining, page }, sending);
      expect(answer).toContain('„Ablehnen“ ist jetzt nicht möglich');
      expect(answer).toContain('Das gibt es noch nicht.');
    }
  });

  it('given the report is withdrawn, when any form of a dispatcher is sent empty, then it says so before anything else', async () => {
    const withdrawn = ['nord-2', 'operator', { type: 'withdraw' }] as const;
    const { desk, data } = await deskWith('accept', requested(), withdrawn);
    for (const form of formIds.filter((each) => !ofOthersOrOfEnded.includes(each))) {
      const answer = await desk.presses(...asDispatcher, { ...data, form }, sending);
      expect(`${form}: ${answer}`).toContain(
        'ist jetzt nicht möglich: das Ticket ist im Zustand „Geschlossen“',
      );
    }
  });
});

/** The data of the button that sends the form once more. */
function sentAgain(answer: string): Readonly<Record<string, unknown>> {
  let data: Readonly<Record<string, unknown>> | undefined;
  JSON.parse(answer, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'do' in value && value.do === 'submit')
      data = { ...value };
    return value;
  });
  if (data === undefined) throw new Error(`nothing to send in ${answer}`);
  return data;
}
