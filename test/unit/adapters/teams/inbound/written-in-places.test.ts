import type { Activity } from 'botbuilder';
import { packValues } from '../../../../../src/adapters/teams/forms/held-values';
import { modulesOfTable, written } from '../chat/phrases.table';
import { installation } from '../../../../support/installation';
import { BotDesk, dispatch, nord } from './bot-desk';

const places: Readonly<Record<string, readonly [person: string, conversation: string]>> = {
  nord: ['nord-1', nord],
  dispatch: ['dispatcher-1', dispatch],
  journal: ['maintainer-a1', '19:journal@thread.tacv2'],
  sued: ['sued-1', 'a:sued-1'],
  dispatcher: ['dispatcher-1', 'a:dispatcher-1'],
  maintainer: ['maintainer-a1', 'a:maintainer-a1'],
};
const alone = new Set(['sued', 'dispatcher', 'maintainer']);
const operators = new Set(['nord', 'sued']);

/** A piece of the card that answers, by what was meant and where. */
function answers(means: string, place: string): string {
  const own = alone.has(place) ? 'Meine Tickets' : 'Unsere Tickets';
  const [what = ''] = means.split(' ');
  const mayReport = !['journal', 'maintainer'].includes(place);
  const byMeaning: Readonly<Record<string, string>> = {
    reportFault: mayReport ? 'nachdem Ihr 1st und 2nd Level geprüft haben' : 'Hier können Sie:',
    faultText: mayReport ? 'Das klingt nach einer Störung' : 'Hier können Sie:',
    openTickets: 'Alle Module',
    myTickets: own,
    ourTickets: own,
    reactBy: own,
    overview: 'Zustellung',
    endedTickets: 'Listen zeigen nur offene Tickets.',
    standing: 'Zustellung',
    ticket: place === 'sued' ? 'kein Ticket' : 'SP-2026-0001',
    contacts: 'Hotline',
    serviceHours: 'Reaktionszeiten',
    bugfixPackages: operators.has(place) ? 'Bugfix-Pakete' : 'zeige ich Netzbetreibern',
    contract: operators.has(place) ? 'Version melden' : 'zeige ich Netzbetreibern',
    help: '"title":"Mehr"',
    helpAll: 'Tagesübersicht aus',
    ids: 'Kennungen',
    notUnderstood: 'Das habe ich nicht verstanden. Meinten Sie ',
  };
  return byMeaning[what] ?? `nothing known for ${means}`;
}

describe('what people write in their places', () => {
  const desk = new BotDesk({
    installation: {
      ...installation,
      modules: [
        ...installation.modules,
        ...modulesOfTable
          .filter(({ name }) => installation.modules.every((each) => each.name !== name))
          .map(({ name }) => ({ id: name, name })),
      ],
    },
  });
  beforeAll(async () => {
    await desk.reported();
  });

  it.each(written)('given "$phrase" in $place, then $means is answered', async ({ phrase, place, means }) => {
    const [person, conversation] = places[place] ?? ['', ''];
    const before = desk.stores.audit.attempts.length;
    const answer = await desk.writes(person, conversation, phrase);
    expect(answer).toContain(answers(means, place));
    // Nobody gets the help, and the whole of it, without having asked for it, and nothing comes of it but words.
    if (!['help', 'helpAll'].includes(means)) expect(answer).not.toContain('Kommentar an alle');
    if (means === 'helpAll') expect(answer).not.toContain('"title":"Mehr"');
    expect(desk.stores.audit.attempts).toHaveLength(before);
  });

  it('given all of it, then nothing was created, changed or switched', async () => {
    const [record] = [await desk.stores.tickets.find('SP-2026-0001')];
    expect(record?.events).toHaveLength(1);
    expect(await desk.stores.tickets.find('SP-2026-0002')).toBeUndefined();
    expect(await desk.stores.subscriptions.subscribers()).toEqual([]);
  });
});

describe('a text that sounds like a fault', () => {
  const typed = 'Das Betriebstagebuch stürzt ab: **Canary** {{TIME(1)}}';
  const offerOf = async (desk: BotDesk, text = typed) => {
    const [answer] = await desk.takes({ ...desk.envelope('nord-1', nord), type: 'message', text });
    return contentOf(answer);
  };

  it.each(['dialog', 'inline'] as const)(
    'given dialogs shown as %s, when the form is opened, then it begins with text and module, and nothing is reported',
    async (mode) => {
      const desk = new BotDesk({ mode });
      const offer = await offerOf(desk);
      // Nowhere but packed in the button's data.
      expect(JSON.stringify(offer)).not.toContain('Canary');
      const [button] = offer.actions;
      expect(button?.title).toBe('Störung melden');
      const name = mode === 'dialog' ? 'task/fetch' : 'adaptiveCard/action';
      const form = await desk.presses('nord-1', nord, button?.data ?? {}, { name, replyToId: desk.lastPost });
      expect(form).toContain(JSON.stringify(typed).slice(1, -1));
      expect(form).toContain('"value":"journal"');
      expect(await desk.stores.tickets.find('SP-2026-0001')).toBeUndefined();
      expect(desk.logged.join('')).not.toContain('Canary');
    },
  );

  it('given forged values in the button, then no field takes what it would not let anybody choose or type', async () => {
    const desk = new BotDesk();
    for (const held of ['x', 'AAAA', 'x'.repeat(20_000)]) {
      const form = await desk.presses(
        'nord-1',
        nord,
        { do: 'open', form: 'reportFault', held },
        { name: 'task/fetch' },
      );
      expect(form).toContain('Was geht nicht?');
    }
    const held = packValues({
      description: 'x'.repeat(3_001),
      module: 'nothing',
      title: 'Canary',
      operator: 'sued',
    });
    const form = await desk.presses(
      'nord-1',
      nord,
      { do: 'open', form: 'reportFault', held },
      { name: 'task/fetch' },
    );
    expect(form).not.toMatch(/xxxx|"nothing"|Canary|"sued"/);
  });

  it.each(['Die Leitwarte ist ratlos', 'Wie wird das Wetter?', 'Habt ihr eine Störung?', 'Betriebstagebuch'])(
    'given "%s" in an operator\'s channel, then a report that begins with it is among the offers',
    async (text) => {
      const desk = new BotDesk();
      const offer = await offerOf(desk, text);
      expect(JSON.stringify(offer)).toContain('Das habe ich nicht verstanden.');
      const report = offer.actions.find(({ title }) => title === 'Störung melden');
      const form = await desk.presses('nord-1', nord, report?.data ?? {}, { name: 'task/fetch' });
      expect(form).toContain(`"value":"${text}"`);
      expect(await desk.stores.tickets.find('SP-2026-0001')).toBeUndefined();
    },
  );

  it('given a text that nobody understands elsewhere, then no report is offered with it', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const thread = `${nord};messageid=card-${ticket}-organisation`;
    for (const [person, place] of [
      ['dispatcher-1', dispatch],
      ['maintainer-a1', '19:journal@thread.tacv2'],
      ['nord-1', thread],
    ] as const)
      expect(await desk.writes(person, place, 'Die Leitwarte ist ratlos')).not.toContain('"held"');
  });

  it('given a stranger, then nothing is offered', async () => {
    const desk = new BotDesk();
    const answer = await desk.writes('stranger', nord, typed);
    expect(answer).toContain('nicht eingetragen');
    expect(answer).not.toContain('klingt nach');
  });

  it('given the thread of a ticket, then it is said how the text gets into the ticket', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const thread = `${nord};messageid=card-${ticket}-organisation`;
    const answer = await desk.writes('nord-1', thread, typed);
    expect(answer).toContain(`Das habe ich nicht verstanden. Meinten Sie „Ticket ${ticket}“?`);
    expect(answer).toContain('antworten Sie auf dessen Karte bitte mit „Kommentar …“');
    expect(answer).not.toContain('klingt nach');
    for (const asked of ['Status?', 'Bis wann muss reagiert werden?', 'wie ist der stand'])
      expect(await desk.writes('nord-1', thread, asked)).toMatch(new RegExp(`${ticket}.*Kopie, Stand`));
  });

  it('given the longest description in a script that packs badly, then the offer is still a card', async () => {
    const desk = new BotDesk();
    const text = `Kaskade kaputt ${Array.from({ length: 2_980 }, (_, at) => String.fromCharCode(0x4e00 + ((at * 7919) % 20_000))).join('')}`;
    const offer = await offerOf(desk, text);
    expect(Buffer.byteLength(JSON.stringify(offer))).toBeLessThan(25_000);
    const form = await desk.presses('nord-1', nord, offer.actions[0]?.data ?? {}, { name: 'task/fetch' });
    expect(form).toContain(text.slice(0, 100));
  });
});

interface Offer {
  readonly actions: readonly { readonly title?: string; readonly data?: object }[];
}

function contentOf(answer: Partial<Activity> | undefined): Offer {
  return answer?.attachments?.[0]?.content as Offer;
}
