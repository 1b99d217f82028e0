import { formIds } from '../../../../../src/adapters/teams/cards/payload';
import { mayRead } from '../../../../../src/domain/ticket/access';
import { isAtOnce, ticketActions } from '../../../../../src/domain/ticket/actions/registry';
import type { Ticket } from '../../../../../src/domain/ticket/ticket';
import { ticketStates } from '../../../../../src/domain/ticket/ticket-state';
import { waitsFor } from '../../../../../src/domain/ticket/waits-for';
import { stateNames } from '../../../../../src/texts/labels.de';
import {
  accepted,
  assigned,
  bound,
  fixed,
  inProgress,
  inTest,
  planned,
  released,
  requested,
  returned,
  type Story,
} from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { samplePlan } from '../../../../support/tickets';
import { BotDesk, dispatch, nord } from './bot-desk';

const declined = () =>
  requested().does('dispatcher-1', 'dispatcher', {
    type: 'decline',
    reason: 'noSoftwareFault',
    text: 'Netz',
  });
const asked = () =>
  inTest().does('dispatcher-1', 'dispatcher', { type: 'askOperator', question: 'Seit wann?' });
const supported = () =>
  inProgress().does('maintainer-a1', 'maintainer', {
    type: 'requestSupport',
    kind: 'technicalQuestion',
    question: 'Welche Pipeline?',
  });
/** What the operator objected to waits for who proposed it. */
const objected = () =>
  assigned()
    .does('dispatcher-1', 'dispatcher', { type: 'proposePlan', plan: samplePlan })
    .does('nord-1', 'operator', { type: 'objectToPlan', reason: 'Zu spät.' });

const stories: Readonly<Record<string, () => Story>> = {
  requested,
  accepted,
  assigned,
  planned,
  bound,
  objected,
  returned,
  inProgress,
  supported,
  fixed,
  inTest,
  asked,
  declined,
  released,
};
const conversations = [
  dispatch,
  nord,
  installation.platformChannel.conversation,
  '19:journal@thread.tacv2',
  '19:outage@thread.tacv2',
  'a:alone',
];
const onePerRole = installation.people.filter(
  ({ organisation, roles: [first] }, at, all) =>
    all.findIndex((each) => each.organisation === organisation && each.roles[0]?.role === first?.role) === at,
);
const nonce = '00000000-0000-4000-8000-0000000000aa';
const atOnce = ticketActions.filter(isAtOnce);

const nameOf = {
  dispatcher: 'die Wartungs-Dispatcher',
  operator: 'Netz Nord',
  maintainer: 'die Maintainer von Betriebstagebuch (Wartung A)',
  platformMaintainer: '',
  processOwner: '',
} as const;

/** The state, and everybody whom the ticket waits for, as its card says it; support is a matter of those who repair. */
function namesWhoseTurn(answer: string, ticket: Ticket): boolean {
  const whose = waitsFor(ticket)
    .filter(({ step }) => step !== 'support')
    .map(({ role }) => nameOf[role]);
  const state = `im Zustand „${stateNames[ticket.state]}“`;
  if (whose.length === 0) return answer.includes(`${state} und damit beendet`);
  const turn = answer.split(`${state}, am Zug: `)[1] ?? '';
  return whose.every((name) => turn.includes(name));
}

test('there is a story for every state', () => {
  const states = Object.values(stories).map((story) => story().stands.state);
  expect(new Set(states)).toEqual(new Set(ticketStates));
});

describe.each(Object.entries(stories))('given a ticket that is %s', (_name, story) => {
  const ticket = story().stands;
  const { number, version } = ticket;
  const readers = onePerRole.filter(({ id }) => mayRead(installation, { person: id }, ticket));
  const forms = formIds.filter((form) => form !== 'reportFault');
  const presses: readonly { readonly data: object; readonly name: string }[] = [
    ...forms.flatMap((form) => [
      { data: { do: 'open', form, ticket: number, version }, name: 'task/fetch' },
      { data: { do: 'submit', form, page: 'fill', nonce, ticket: number, version }, name: 'task/submit' },
    ]),
    ...atOnce.map((action) => ({
      data: { do: 'act', action, ticket: number, version },
      name: 'adaptiveCard/action',
    })),
    ...ticketActions
      .filter((action) => action !== 'reportFault')
      .map((action) => ({
        data: { do: 'submit', form: 'moreActions', action, page: 'fill', nonce, ticket: number, version },
        name: 'task/submit',
      })),
  ];

  it.each(readers.map(({ id }) => id))(
    'when %s, who may read it, is refused anything anywhere, then they read the state and whose turn it is',
    async (id) => {
      const wrong: string[] = [];
      let refused = 0;
      for (const conversation of conversations) {
        let desk = new BotDesk();
        await desk.keeps(story());
        for (const { data, name } of presses) {
          // A notice is confirmed from its own card, which stands nowhere else.
          if ('action' in data && data.action === 'confirmNotice' && conversation !== nord) continue;
          const answer = await desk.presses(id, conversation, data, { name });
          if ((await desk.stores.tickets.find(number))?.ticket.version !== version) {
            desk = new BotDesk();
            await desk.keeps(story());
            continue;
          }
          // A form that can be sent is no refusal.
          if (answer.includes('"do":"submit"')) continue;
          refused += 1;
          if (!namesWhoseTurn(answer, ticket))
            wrong.push(`${JSON.stringify(data)} in ${conversation}: ${answer.slice(0, 400)}`);
        }
      }
      expect(refused).toBeGreaterThan(20);
      expect(wrong).toEqual([]);
    },
  );
});

describe('what is said by message', () => {
  it.each([
    ['dispatcher-1', 'Antwort SP-2026-0001 Seit der Nachtschicht.'],
    ['nord-1', 'Antwort SP-2026-0001 Seit der Nachtschicht.'],
    ['maintainer-a1', 'Antwort SP-2026-0001 Seit der Nachtschicht.'],
  ])('by %s is refused with the state and whose turn it is: %s', async (id, text) => {
    const desk = new BotDesk();
    const { stands } = id === 'dispatcher-1' ? asked() : inTest();
    await desk.keeps(id === 'dispatcher-1' ? asked() : inTest());
    const [answer] = await desk.takes({ ...desk.envelope(id, 'a:alone'), type: 'message', text });
    expect(namesWhoseTurn(JSON.stringify(answer), stands)).toBe(true);
  });

  it('into a security-relevant ticket is refused with them too', async () => {
    const desk = new BotDesk();
    const secret = inTest().does('nord-1', 'operator', { type: 'markSecurityRelevant' });
    const { stands } = secret;
    await desk.keeps(secret);
    const text = 'Kommentar SP-2026-0001 Geheim.';
    const [answer] = await desk.takes({ ...desk.envelope('nord-1', 'a:alone'), type: 'message', text });
    expect(namesWhoseTurn(JSON.stringify(answer), stands)).toBe(true);
  });

  it('in a channel that may not read the ticket, where everybody reads the answer, tells nothing of it', async () => {
    const desk = new BotDesk();
    await desk.keeps(requested());
    const text = await desk.writes('dispatcher-1', '19:journal@thread.tacv2', 'Ticket SP-2026-0001');
    expect(text).not.toContain('im Zustand');
  });
});
