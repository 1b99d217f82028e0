import type { DialogMode } from '../../../../../src/adapters/teams/cards/dialog-mode';
import { type FormId, formIds } from '../../../../../src/adapters/teams/cards/payload';
import { forms } from '../../../../../src/adapters/teams/forms/form-catalogue';
import { packValues } from '../../../../../src/adapters/teams/forms/held-values';
import { ownTextsIn } from '../../../../../src/adapters/teams/forms/given-back';
import type { Installation, Person } from '../../../../../src/domain/organisation/installation';
import { viewFor } from '../../../../../src/texts/view';
import {
  accepted,
  assigned,
  type CommandText,
  fixed,
  inProgress,
  inTest,
  planned,
  released,
  requested,
  returned,
  type Story,
} from '../../../../support/given';
import { installation as sample } from '../../../../support/installation';
import { sampleReport } from '../../../../support/tickets';
import { BotDesk, dispatch, nord } from './bot-desk';

const journal = '19:journal@thread.tacv2';
const nonce = '00000000-0000-4000-8000-0000000000aa';
const notHere = 'Zu dieser Nummer gibt es hier kein Ticket.';
const copyable = 'Ihre Eingaben sind nicht gespeichert; Sie können sie hier kopieren.';

const handBack: CommandText = { type: 'handBack', reason: 'Ein anderes Modul.' };
const toOutage: CommandText = { type: 'changeModule', module: 'outage' };

/** A form that somebody in the channel of the module has open, what they sent, and what has closed the ticket to them. */
const closedToThem: readonly (readonly [
  form: FormId,
  on: () => Story,
  meanwhile: CommandText,
  sent: Readonly<Record<string, string>>,
  kept: readonly string[],
])[] = [
  [
    'proposePlan',
    assigned,
    handBack,
    { cause: 'Ein Index.', risks: 'Neustart.', measure: '' },
    ['Ein Index.', 'Neustart.'],
  ],
  ['askOperator', assigned, handBack, { question: 'Seit wann?' }, ['Seit wann?']],
  ['comment', assigned, toOutage, { text: 'Log liegt bei.', internal: 'true' }, ['Log liegt bei.']],
  [
    'completeWork',
    inProgress,
    toOutage,
    { fixVersion: '2.7.1', changed: 'Index ergänzt.' },
    ['2.7.1', 'Index ergänzt.'],
  ],
  ['objectToPlan', planned, handBack, { reason: 'Zu spät.' }, ['Zu spät.']],
  [
    'beginWork',
    planned,
    handBack,
    { immediateStartReason: 'Die Leitwarte steht.' },
    ['Die Leitwarte steht.'],
  ],
  ['handBack', inProgress, toOutage, { reason: 'Falsches Modul.' }, ['Falsches Modul.']],
  ['requestSupport', assigned, handBack, { supportKind: '', question: 'Wer kennt das?' }, ['Wer kennt das?']],
  ['linkTicket', assigned, toOutage, { kind: 'related', other: 'SP-2026-000007' }, ['SP-2026-000007']],
];

async function deskWith(on: Story, mode: DialogMode = 'dialog') {
  const desk = new BotDesk({ mode });
  const { number, version } = await desk.keeps(on);
  desk.now = on.now + 60_000;
  return { desk, data: { do: 'submit', page: 'fill', nonce, ticket: number, version } };
}

/** How a form that was shown in this mode is sent. */
const sending = { dialog: { name: 'task/submit' }, inline: {} } as const;

const declined = { form: 'decline', reason: '', text: 'Das gibt es noch nicht.' };

describe.each(['dialog', 'inline'] as const)('a form sent (%s) that is no longer taken', (mode) => {
  it.each(closedToThem)(
    'given %s, when the place may no longer read the ticket, then the sender reads what they typed and nothing of the ticket',
    async (form, on, meanwhile, sent, kept) => {
      const story = on();
      const { version } = story.stands;
      const { desk, data } = await deskWith(story.does('dispatcher-1', 'dispatcher', meanwhile), mode);
      const typed = { ...data, form, version, ...sent };
      const answer = await desk.presses('maintainer-a1', journal, typed, sending[mode]);
      expect(answer).toContain(notHere);
      expect(answer).toContain(copyable);
      for (const text of kept) expect(answer).toContain(`"value":${JSON.stringify(text)}`);
      expect(answer).not.toContain(sampleReport.title);
      expect(answer).not.toContain('"submit"');
      expect(answer.includes('"refresh"')).toBe(mode === 'inline');
    },
  );

  it('given a check page, when its ticket is gone from the place, then what it holds is given back', async () => {
    const story = assigned();
    const { version } = story.stands;
    const { desk, data } = await deskWith(story.does('dispatcher-1', 'dispatcher', handBack), mode);
    const held = packValues({ cause: 'Ein Index.', measure: 'bugfix' });
    const checked = { ...data, form: 'proposePlan', page: 'check', version, held };
    const answer = await desk.presses('maintainer-a1', journal, checked, sending[mode]);
    expect(answer).toContain('"value":"Ein Index."');
    expect(answer).not.toContain('bugfix');
  });

  const elsewhere = { ...sample.dispatchChannel, conversation: '19:other@thread.tacv2' };
  it.each<readonly [string, (installation: Installation) => Installation, string]>([
    [
      'the person holds the role no more',
      (each) => having(each, 'dispatcher-1', { roles: [] }),
      'dürfen hier nur',
    ],
    ['the person is not known any more', (each) => without(each, 'dispatcher-1'), 'nicht'],
    [
      'the channel is no place any more',
      (each) => ({ ...each, dispatchChannel: elsewhere }),
      'zu keinem Ort',
    ],
  ])('given %s, when a form is sent, then what was typed is given back', async (_case, change, why) => {
    const { desk, data } = await deskWith(requested(), mode);
    desk.installation = change(sample);
    const answer = await desk.presses('dispatcher-1', dispatch, { ...data, ...declined }, sending[mode]);
    expect(answer).toContain(why);
    expect(answer).toContain('"value":"Das gibt es noch nicht."');
    expect(answer).not.toContain(sampleReport.title);
  });

  it('given Teams does not say who it is, when a form is sent, then what was typed is given back', async () => {
    const { desk, data } = await deskWith(requested(), mode);
    desk.rosterDown = true;
    const answer = await desk.presses('dispatcher-1', dispatch, { ...data, ...declined }, sending[mode]);
    expect(answer).toContain('Teams hat nicht bestätigt, wer Sie sind');
    expect(answer).toContain('"value":"Das gibt es noch nicht."');
  });

  it('given the right to report has gone, when the report is sent, then all its texts are given back', async () => {
    const desk = new BotDesk({ mode, installation: having(sample, 'nord-1', { roles: [] }) });
    const report = { do: 'submit', form: 'reportFault', page: 'fill', nonce };
    const typed = { title: 'Meldungen fehlen', description: 'Seit heute früh.', workaround: 'Papier' };
    const answer = await desk.presses('nord-1', nord, { ...report, ...typed }, sending[mode]);
    expect(answer).toContain(copyable);
    for (const text of Object.values(typed)) expect(answer).toContain(`"value":"${text}"`);
  });

  it('given nothing was typed, when the form is not taken, then the sentence stands alone', async () => {
    const { desk, data } = await deskWith(assigned().does('dispatcher-1', 'dispatcher', handBack), mode);
    const asked = { ...data, form: 'askOperator', question: '  ' };
    const answer = await desk.presses('maintainer-a1', journal, asked, sending[mode]);
    expect(answer).toContain(notHere);
    expect(answer).not.toContain(copyable);
  });
});

describe('what is not given back', () => {
  it('given a form began with what the ticket holds, then only what was typed is in it', async () => {
    const story = planned();
    const { version, fixPlan } = story.stands;
    const { desk, data } = await deskWith(story.does('dispatcher-1', 'dispatcher', toOutage));
    const cause = fixPlan?.cause ?? '';
    const sent = { ...data, form: 'proposePlan', version, cause, risks: 'Neu: keine.' };
    const answer = await desk.presses('maintainer-a1', journal, sent, sending.dialog);
    expect(cause).not.toBe('');
    expect(answer).not.toContain(cause);
    expect(answer).toContain('"value":"Neu: keine."');
  });

  it('given a button without the proof of its card, then a hidden ticket is answered like one that is not there', async () => {
    const desk = new BotDesk();
    const number = await desk.reported();
    const sent = { do: 'submit', form: 'comment', page: 'fill', nonce, text: 'Etwas.', proof: undefined };
    const asked = (ticket: string) =>
      desk.presses('maintainer-a1', journal, { ...sent, ticket }, sending.dialog);
    const hidden = await asked(number);
    expect(hidden).toContain(notHere);
    expect(hidden).toBe(await asked(number.replace(/\d+$/, '9999')));
  });

  it('given a channel, when the data of a form come as a message, then nothing of it is said to all', async () => {
    const { desk, data } = await deskWith(requested());
    const value = { ...data, form: 'comment', text: 'Nur von mir.' };
    const sent = await desk.takes({ ...desk.envelope('maintainer-a1', journal), type: 'message', value });
    expect(sent).toHaveLength(1);
    expect(JSON.stringify(sent)).not.toContain('Nur von mir.');
  });

  it('given any form, whatever has become of its ticket, then just the texts sent with it are found', () => {
    const told = [requested, returned, accepted, assigned, planned, inProgress, fixed, inTest, released];
    const view = viewFor({ installation: sample, now: requested().now });
    const withReason = new Set<FormId>();
    for (const { stands: ticket, events } of told.map((story) => story())) {
      for (const id of formIds) {
        const about = { view, record: { ticket, events, effectsPlanned: 0, historyHash: '' } };
        const { values } = ownTextsIn(forms[id], about, {
          reason: 'Mein Text.',
          faultClass: '2',
          foreign: 'x',
        });
        if ('reason' in values) withReason.add(id);
        expect(['', 'reason']).toContain(Object.keys(values).join());
      }
    }
    expect([...withReason].toSorted()).toEqual(['changeClass', 'handBack', 'objectToPlan', 'withdraw']);
  });
});

function having(installation: Installation, person: string, change: Partial<Person>): Installation {
  const people = installation.people.map((each) => (each.id === person ? { ...each, ...change } : each));
  return { ...installation, people };
}

function without(installation: Installation, person: string): Installation {
  return { ...installation, people: installation.people.filter(({ id }) => id !== person) };
}
