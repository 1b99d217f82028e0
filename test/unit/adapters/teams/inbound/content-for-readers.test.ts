import { formIds } from '../../../../../src/adapters/teams/cards/payload';
import { personById } from '../../../../../src/domain/organisation/find';
import type { RoleGrant } from '../../../../../src/domain/organisation/installation';
import { sampleReport, Story } from '../../../../support/given';
import { installation } from '../../../../support/installation';
import { samplePlan } from '../../../../support/tickets';
import { BotDesk, dispatch, nord } from './bot-desk';

const canary = 'KANARIENVOGEL';
const journal = '19:journal@thread.tacv2';
const platform = installation.platformChannel.conversation;

/** Of Netz Nord, assigned for "Betriebstagebuch", with a plan and an open request to the platform; every text is typed. */
function securityRelevant(): Story {
  return new Story('2026-06-10T10:00')
    .does('nord-1', 'operator', {
      type: 'reportFault',
      operator: 'nord',
      module: 'journal',
      report: { ...sampleReport, title: canary, description: canary, since: canary, workaround: canary },
      proposedClass: 2,
      securityRelevant: true,
      receivedAt: 0,
    })
    .does('dispatcher-1', 'dispatcher', { type: 'accept', faultClass: 2, priority: 'medium' })
    .does('dispatcher-1', 'dispatcher', { type: 'assign', person: 'maintainer-a1' })
    .does('maintainer-a1', 'maintainer', { type: 'askOperator', question: canary })
    .does('maintainer-a1', 'maintainer', {
      type: 'proposePlan',
      plan: { ...samplePlan, cause: canary, testApproach: canary, risks: canary },
    })
    .does('dispatcher-1', 'dispatcher', {
      type: 'requestSupport',
      kind: 'technicalQuestion',
      question: canary,
    });
}
const { number, version } = securityRelevant().stands;
const unanswered = 'wird sein Inhalt nur Personen gezeigt, die es nach ihren Rollen selbst lesen dürfen';

/** In which role somebody may read it (process 1), and where they usually do. */
const readers = {
  'dispatcher-2': 'dispatcher',
  owner: 'processOwner',
  'nord-2': 'operator',
  'maintainer-a2': 'maintainer',
  platform: 'platformMaintainer',
} as const;
const others = ['sued-1', 'maintainer-b1'];
const channels = [dispatch, nord, journal, platform];
const ways = ['content', 'history'] as const;
const read = (what: string) => ({ do: 'read', what, ticket: number });

const known = 'WAS-ZU-WISSEN-IST';

/** The forms that answer to something typed before. */
const formsToBeKnownFor = [
  {
    form: 'supplement',
    person: 'nord-1',
    place: nord,
    story: () =>
      securityRelevant().does('dispatcher-1', 'dispatcher', { type: 'returnReport', missing: known }),
  },
  {
    form: 'answerQuestion',
    person: 'nord-1',
    place: nord,
    story: () =>
      securityRelevant()
        .does('nord-1', 'operator', { type: 'answerQuestion', answer: canary })
        .does('maintainer-a1', 'maintainer', { type: 'askOperator', question: known }),
  },
  ...(['objectToPlan', 'agreeForOperator'] as const).map((form) => ({
    form,
    person: 'dispatcher-1',
    place: dispatch,
    story: () =>
      securityRelevant().does('maintainer-a1', 'maintainer', {
        type: 'proposePlan',
        plan: { ...samplePlan, cause: known, testApproach: canary, risks: canary },
      }),
  })),
  {
    form: 'completeSupport',
    person: 'platform',
    place: platform,
    story: () =>
      securityRelevant()
        .does('maintainer-a1', 'maintainer', {
          type: 'requestSupport',
          kind: 'technicalQuestion',
          question: known,
        })
        .does('platform', 'platformMaintainer', { type: 'takeSupport' })
        .does('platform', 'platformMaintainer', { type: 'takeSupport' }),
  },
];

async function deskWithIt(mode: 'dialog' | 'inline' = 'dialog'): Promise<BotDesk> {
  const desk = new BotDesk({ mode });
  await desk.keeps(securityRelevant());
  return desk;
}

describe.each([
  ['dialog', 'task/fetch'],
  ['inline', 'adaptiveCard/action'],
] as const)('given a security-relevant ticket and cards that open a %s', (mode, name) => {
  it.each(others)(
    'when %s asks for it in a channel, then nothing is shown, and the attempt recorded',
    async (person) => {
      const desk = await deskWithIt(mode);
      for (const channel of channels) {
        for (const what of ways) {
          const answer = await desk.presses(person, channel, read(what), { name });
          expect(answer).not.toContain(canary);
          expect(answer).toContain(unanswered);
          expect(answer).toContain('das Ticket ist im Zustand „Akzeptiert“, am Zug: ');
        }
      }
      const { attempts, readings } = desk.stores.audit;
      expect(attempts).toHaveLength(channels.length * ways.length);
      expect(attempts[0]).toEqual({
        at: desk.now,
        person,
        role: personById(installation, person)?.roles[0]?.role,
        ticket: number,
        action: 'content',
        code: 'contentForReaders',
      });
      expect(readings).toEqual([]);
    },
  );

  it.each(Object.entries(readers))(
    'when %s reads it, then who, when and in which role is recorded',
    async (person, role) => {
      const desk = await deskWithIt(mode);
      for (const place of [...channels, `a:${person}`]) {
        desk.now += 1000;
        const before = desk.stores.audit.readings.length;
        expect(await desk.presses(person, place, read('content'), { name })).toContain(canary);
        expect(await desk.presses(person, place, read('history'), { name })).toContain('Verlauf');
        const reading = { at: desk.now, person, role, ticket: number };
        expect(desk.stores.audit.readings.slice(before)).toEqual(ways.map((what) => ({ ...reading, what })));
      }
      expect(desk.stores.audit.attempts).toEqual([]);
    },
  );

  it('when its plan is to be changed, then the form is filled, and that is recorded like a reading', async () => {
    const desk = await deskWithIt(mode);
    const open = { do: 'open', form: 'proposePlan', ticket: number, version };
    const form = await desk.presses('maintainer-a2', journal, open, { name });
    expect(form).toContain('Plan ändern');
    expect(form).toContain(`"value":"${canary}"`);
    expect(await desk.presses('maintainer-b1', journal, open, { name })).not.toContain(canary);
    expect(desk.stores.audit.readings).toMatchObject([{ person: 'maintainer-a2', what: 'proposePlan' }]);
  });

  it('when its work is to be completed, then the form has the versions of the plan, and that is recorded like a reading', async () => {
    const desk = new BotDesk({ mode });
    const begun = securityRelevant().does('maintainer-a1', 'maintainer', {
      type: 'beginWork',
      immediateStartReason: canary,
    });
    await desk.keeps(begun);
    const open = { do: 'open', form: 'completeWork', ticket: number, version: begun.stands.version };
    const [affected = ''] = samplePlan.affectedVersions;
    expect(await desk.presses('maintainer-a2', journal, open, { name })).toContain(`"value":"${affected}"`);
    expect(await desk.presses('maintainer-b1', journal, open, { name })).not.toContain(affected);
    expect(desk.stores.audit.readings).toMatchObject([{ person: 'maintainer-a2', what: 'completeWork' }]);
  });

  it.each(formsToBeKnownFor)(
    'when $form is opened, then what has to be known for it is in the dialog alone, and recorded like a reading',
    async ({ form, person, place, story }) => {
      const desk = new BotDesk({ mode });
      const told = story();
      await desk.keeps(told);
      const open = { do: 'open', form, ticket: number, version: told.stands.version };
      const shown = await desk.presses(person, place, open, { name });
      const isPrivate = mode === 'dialog';
      expect(shown.includes(known)).toBe(isPrivate);
      expect(shown.includes('steht unter „Inhalt anzeigen“')).toBe(!isPrivate);
      expect(desk.stores.audit.readings).toMatchObject([{ person, what: form, ticket: number }]);
      expect(await desk.presses('sued-1', place, open, { name })).not.toContain(known);
      expect(desk.stores.audit.readings).toHaveLength(1);
    },
  );

  it('when a reading cannot be recorded, then nothing is shown', async () => {
    const desk = await deskWithIt(mode);
    desk.stores.audit.contentRead = () => Promise.reject(new Error('the store is away'));
    await expect(desk.presses('nord-1', nord, read('content'), { name })).rejects.toThrow(
      'the store is away',
    );
  });
});

describe('given a security-relevant ticket', () => {
  it('when somebody has lost the role that let them read it, then they do not read it in the channel either', async () => {
    const desk = await deskWithIt();
    const roles: readonly RoleGrant[] = [{ role: 'maintainer', module: 'outage' }];
    desk.installation = {
      ...installation,
      people: installation.people.map((each) => (each.id === 'maintainer-a2' ? { ...each, roles } : each)),
    };
    const answer = await desk.presses('maintainer-a2', journal, read('content'), { name: 'task/fetch' });
    expect(answer).toContain(unanswered);
    expect(answer).not.toContain(canary);
  });

  it('when anybody tries every other way to it in any channel, then no typed text is in an answer', async () => {
    const desk = await deskWithIt();
    const commands = [`Ticket ${number}`, 'Unsere Tickets', 'Offene Tickets', 'Übersicht', 'Bugfix-Pakete'];
    const presses = [
      { do: 'refresh', ticket: number },
      { do: 'read', what: 'deadline', ticket: number },
      { do: 'list', list: 'open', page: 1 },
      ...formIds.map((form) => ({ do: 'open', form, ticket: number, version })),
    ];
    for (const person of [...Object.keys(readers), ...others, 'stranger']) {
      for (const channel of channels) {
        const answers = [];
        for (const text of commands) answers.push(await desk.writes(person, channel, text));
        for (const data of presses) {
          const answer = await desk.presses(person, channel, data);
          // The plan is changed by those who may read it, and such a form counts as a reading.
          const isFilled = 'form' in data && data.form === 'proposePlan' && person in readers;
          if (!isFilled) answers.push(answer);
        }
        expect(answers.filter((answer) => answer.includes(canary))).toEqual([]);
      }
    }
  });

  it('when an ordinary ticket is read, then the channel decides and nothing is recorded', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const answer = await desk.presses('sued-1', nord, { ...read('content'), ticket }, { name: 'task/fetch' });
    expect(answer).toContain('"type":"continue"');
    expect(desk.stores.audit.readings).toEqual([]);
  });
});
