import { packValues } from '../../../../../src/adapters/teams/forms/held-values';
import { commandIdOf } from '../../../../../src/adapters/teams/inbound/command-id';
import type { Installation } from '../../../../../src/domain/organisation/installation';
import { createServiceCalendar } from '../../../../../src/domain/service-calendar/service-calendar';
import { assigned, type Story } from '../../../../support/given';
import { installation, withTwoHats } from '../../../../support/installation';
import { samplePlan } from '../../../../support/tickets';
import { BotDesk, dispatch, nord } from './bot-desk';

const report = {
  module: 'journal',
  title: 'Titel eins',
  description: 'Beschreibung eins',
  environment: 'production',
  reproducible: 'always',
  proposedClass: '2',
  supportLevelsDone: 'true',
  securityRelevant: 'false',
};
const nonce = '00000000-0000-4000-8000-0000000000aa';
const submit = { do: 'submit', form: 'reportFault', nonce } as const;

/** A calendar that is closed but for these days. */
function withOpenDays(...dates: readonly string[]): Installation {
  const openDays = dates.map((date) => ({ date, windows: [{ from: '08:30', to: '17:00' }] }));
  const calendar = createServiceCalendar({ zone: 'Europe/Berlin', hours: {}, openDays });
  return { ...installation, calendars: [{ id: '2020-01-01', validFrom: '2020-01-01', calendar }] };
}

/** The data of the button with this title, wherever it is in the answer. */
function buttonData(answer: string, title: string): Record<string, unknown> {
  const buttons: Record<string, unknown>[] = [];
  JSON.parse(answer, (_key, value: unknown) => {
    if (typeof value === 'object' && value !== null && 'title' in value && value.title === title) {
      buttons.push(value);
    }
    return value;
  });
  const data = buttons.find((button) => 'data' in button)?.['data'];
  if (data === undefined) throw new Error(`no button "${title}" in ${answer}`);
  return data as Record<string, unknown>;
}

describe('reporting a fault', () => {
  const dialog = { name: 'task/submit', replyToId: 'help-card' };

  it('opens, checks and sends as a dialog', async () => {
    const desk = new BotDesk();
    const opened = await desk.presses(
      'nord-1',
      nord,
      { do: 'open', form: 'reportFault' },
      { name: 'task/fetch' },
    );
    const fill = buttonData(opened, 'Weiter');
    const checked = await desk.presses('nord-1', nord, { ...fill, ...report }, dialog);
    expect(checked).toContain('Reaktionsfrist');
    const sent = await desk.presses('nord-1', nord, buttonData(checked, 'Absenden'), dialog);
    expect(JSON.parse(sent)).toEqual({ task: { type: 'message', value: 'Gemeldet: SP-2026-0001' } });
  });

  it('gives the form back with everything typed and a sentence at what is wrong', async () => {
    const desk = new BotDesk();
    const wrong = { ...submit, page: 'fill', ...report, description: '', proposedClass: '7' };
    const answer = await desk.presses('nord-1', nord, wrong, dialog);
    expect(answer).toContain('"type":"continue"');
    expect(answer).toContain('Titel eins');
    expect(answer).toContain(nonce);
    expect((await desk.stores.tickets.findByReport(nonce)) ?? 'none').toBe('none');
  });

  it('goes back from the check page with everything typed', async () => {
    const desk = new BotDesk();
    const checked = await desk.presses('nord-1', nord, { ...submit, page: 'fill', ...report }, dialog);
    const back = await desk.presses('nord-1', nord, buttonData(checked, 'Zurück'), dialog);
    expect(back).toContain('Beschreibung eins');
  });

  it('says why there is no deadline where the calendar holds none, and keeps what was typed', async () => {
    const desk = new BotDesk({ installation: withOpenDays('2020-03-02') });
    const checked = await desk.presses('nord-1', nord, { ...submit, page: 'fill', ...report }, dialog);
    expect(checked).toContain('lässt sich keine Frist berechnen');
    expect(checked).toContain('Titel eins');
    const sent = await desk.presses('nord-1', nord, { ...submit, page: 'check', ...report }, dialog);
    expect(sent).toContain('lässt sich keine Frist berechnen');
    expect(sent).toContain(installation.hotline);
    expect(await desk.stores.tickets.findByReport(nonce)).toBeUndefined();
  });

  it('shows and changes a ticket whose calendar was edited so that it holds no deadline any more', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    desk.installation = withOpenDays('2020-03-02');
    expect(await desk.writes('nord-1', nord, `Ticket ${ticket}`)).toContain('Reaktionsfrist');
    const version = 1;
    const form = await desk.presses(
      'dispatcher-1',
      dispatch,
      { do: 'open', form: 'changeClass', ticket, version },
      { name: 'task/fetch' },
    );
    expect(form).toContain('nicht zu berechnen');
    const change = { do: 'submit', form: 'changeClass', nonce, ticket, version, page: 'fill' };
    const values = { faultClass: '1', reason: 'Betrieb steht' };
    expect(await desk.presses('dispatcher-1', dispatch, { ...change, ...values }, dialog)).toContain(
      'lässt sich keine Frist berechnen',
    );
    const returned = { ...change, form: 'returnReport', missing: 'Angaben' };
    expect(await desk.presses('dispatcher-1', dispatch, returned, dialog)).toContain('Zurückweisen');
    expect((await desk.stores.tickets.find(ticket))?.ticket.state).toBe('returned');
  });

  it('reports no version of a module that was only guessed from what was written', async () => {
    const contracts = installation.contracts.map((each) => ({
      ...each,
      installedVersion: `${each.module} 2.1.0`,
    }));
    const desk = new BotDesk({ installation: { ...installation, contracts } });
    const held = packValues({ module: 'journal', description: 'Bleibt leer.' });
    const open = { do: 'open', form: 'reportFault', held };
    const opened = await desk.presses('nord-1', nord, open, { name: 'task/fetch' });
    expect(opened).toContain('Bleibt leer.');
    // Whoever corrects the module would leave the version of the other one in its field.
    expect(opened).not.toContain('journal 2.1.0');
  });

  it('opens one ticket however often it is sent, with the same answer', async () => {
    const desk = new BotDesk();
    const data = { ...submit, page: 'check', ...report };
    const first = await desk.presses('nord-1', nord, data, dialog);
    for (let times = 0; times < 3; times++) {
      expect(await desk.presses('nord-1', nord, data, dialog)).toBe(first);
    }
    expect(await desk.stores.tickets.find('SP-2026-0002')).toBeUndefined();
  });

  it('answers a late repetition the same after the contract has ended', async () => {
    const desk = new BotDesk();
    const data = { ...submit, page: 'check', ...report };
    const first = await desk.presses('nord-1', nord, data, dialog);
    desk.installation = { ...desk.installation, contracts: [] };
    expect(await desk.presses('nord-1', nord, data, dialog)).toBe(first);
  });

  it('takes one form that two people fill in as two reports', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    const data = { ...submit, page: 'check', ...report };
    expect(await desk.presses('nord-1', nord, data)).toContain('Gemeldet: SP-2026-0001');
    expect(await desk.presses('nord-2', nord, { ...data, title: 'Titel zwei' })).toContain(
      'Gemeldet: SP-2026-0002',
    );
  });

  it('remembers the card that opened the form, and no other', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const origin = async (claimed: string | undefined, from: string, replyToId: string) => {
      const own = `00000000-0000-4000-8000-${String(count++).padStart(12, '0')}`;
      const data = { ...submit, nonce: own, page: 'check', ...report, origin: claimed };
      await desk.presses('nord-1', from, data, { name: 'task/submit', replyToId });
      const opened = (await desk.stores.tickets.findByReport(commandIdOf(own, 'nord-1')))?.events[0];
      return opened?.type === 'faultReported' ? opened.origin : 'not reported';
    };
    let count = 100;
    await desk.writes('nord-1', nord, 'Störung melden');
    const start = desk.lastPost;
    await desk.writes('nord-1', nord, 'Unsere Tickets');
    const list = desk.lastPost;
    await desk.writes('dispatcher-1', dispatch, 'Störung melden');
    const elsewhere = desk.lastPost;
    expect(await origin(`${nord}|${start}`, nord, start)).toBe(`${nord}|${start}`);
    expect(await origin(`${dispatch}|${start}`, nord, start)).toBe(`${nord}|${start}`);
    expect(await origin(undefined, nord, start)).toBe(`${nord}|${start}`);
    for (const other of [list, elsewhere, `card-${ticket}-organisation`, 'mention']) {
      expect(await origin(`${nord}|${other}`, nord, start)).toBeUndefined();
      expect(await origin(undefined, nord, other)).toBeUndefined();
    }
    expect(await origin(`${dispatch}|${elsewhere}`, nord, list)).toBeUndefined();
  });

  it('is refused to another operator’s people in the channel of one, by every way', async () => {
    const desk = new BotDesk();
    const sentence = 'In diesem Kanal melden nur Personen von Netz Nord Störungen';
    const send = { ...submit, ...report };
    for (const data of [
      { do: 'open', form: 'reportFault' },
      ...['fill', 'check', 'back'].map((page) => ({ ...send, page })),
    ]) {
      expect(await desk.presses('sued-1', nord, data, dialog)).toContain(sentence);
    }
    expect(await desk.stores.tickets.find('SP-2026-0001')).toBeUndefined();
    expect(await desk.presses('sued-1', 'a:sued-1', { ...send, page: 'check' }, dialog)).toContain(
      'Gemeldet',
    );
  });

  it('is refused to who may not report, in words', async () => {
    const desk = new BotDesk();
    const open = { do: 'open', form: 'reportFault' } as const;
    const inModule = await desk.presses('maintainer-a1', '19:journal@thread.tacv2', open, {
      name: 'task/fetch',
    });
    expect(inModule).toContain('melden Netzbetreiber');
    const inChat = await desk.presses('maintainer-a1', 'a:1', open, { name: 'task/fetch' });
    expect(inChat).toContain('melden Netzbetreiber');
  });

  it('lets an operator report for their own organisation only, whatever is sent', async () => {
    const desk = new BotDesk();
    await desk.presses('nord-1', nord, { ...submit, page: 'check', ...report, operator: 'sued' }, dialog);
    expect((await desk.stores.tickets.find('SP-2026-0001'))?.ticket.operator).toBe('nord');
  });

  it('lets a dispatcher report on the word of an operator', async () => {
    const desk = new BotDesk();
    const open = await desk.presses(
      'dispatcher-1',
      dispatch,
      { do: 'open', form: 'reportFault' },
      { name: 'task/fetch' },
    );
    expect(open).toContain('Telefon');
    expect(open).toContain('Netz Süd');
  });

  it('posts the form itself where the client knows no dialogs', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    const card = await desk.writes('nord-1', nord, 'störung melden');
    expect(card).toContain('Input.ChoiceSet');
    expect(card).toContain('"verb":"submit"');
  });
});

describe('a dialog whose action is done', () => {
  const submitted = (replyToId: string) => ({ name: 'task/submit', replyToId });
  const ownCard = (ticket: string, place = 'dispatch') => submitted(`card-${ticket}-${place}`);
  const closed = {};
  const says = (sentence: string) => ({ task: { type: 'message', value: sentence } });

  async function sends(desk: BotDesk, ticket: string, form: string, fields: object, replyToId: string) {
    const stored = await desk.stores.tickets.find(ticket);
    const data = {
      do: 'submit',
      form,
      nonce,
      page: 'check',
      ticket,
      version: stored?.ticket.version,
      ...fields,
    };
    const send = () => desk.presses('dispatcher-1', dispatch, data, submitted(replyToId));
    const [first, again] = [await send(), await send()];
    expect(again).toBe(first);
    return JSON.parse(first) as unknown;
  }

  it.each([
    ['accept', { faultClass: '2', priority: 'high' }],
    ['comment', { audience: 'internal', text: 'Wir sehen nach.' }],
    ['changeClass', { faultClass: '1', reason: 'Die Leitwarte steht.' }],
    ['decline', { reason: 'featureRequest', text: 'Das gibt es noch nicht.' }],
  ])(
    'given %s was sent from the ticket’s own card, then it closes without a word, also the second time',
    async (form, fields) => {
      const desk = new BotDesk();
      const ticket = await desk.reported();
      expect(await sends(desk, ticket, form, fields, `card-${ticket}-dispatch`)).toEqual(closed);
      const record = await desk.stores.tickets.find(ticket);
      expect(record?.events.length).toBeGreaterThan(1);
    },
  );

  it.each(['a list', 'a copy', 'a card that is not tracked any more'])(
    'given it was opened from %s, then it says what was done: no card behind it does',
    async (other) => {
      const desk = new BotDesk();
      const ticket = await desk.reported();
      const fields = { faultClass: '2', priority: 'medium' };
      const done = `„Akzeptieren“ ist erledigt: Ticket ${ticket}.`;
      expect(await sends(desk, ticket, 'accept', fields, `${other} ${ticket}`)).toEqual(says(done));
    },
  );

  it('given another ticket’s card, then it says what was done', async () => {
    const desk = new BotDesk();
    const [ticket, other] = [await desk.reported(), await desk.reported()];
    const answer = await sends(
      desk,
      ticket,
      'accept',
      { faultClass: '2', priority: 'medium' },
      `card-${other}-dispatch`,
    );
    expect(answer).toEqual(says(`„Akzeptieren“ ist erledigt: Ticket ${ticket}.`));
  });

  it('given a security-relevant ticket, whose card shows nothing of a comment, then it says that it is done', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const marking = { knownDate: '', knownTime: '' };
    expect(await sends(desk, ticket, 'markSecurityRelevant', marking, `card-${ticket}-dispatch`)).toEqual(
      closed,
    );
    const data = { do: 'submit', form: 'comment', nonce: nonce.replace('aa', 'ab'), page: 'fill', ticket };
    const comment = { ...data, audience: 'internal', text: 'Wir sehen nach.' };
    const answer = await desk.presses('dispatcher-1', dispatch, comment, ownCard(ticket));
    expect(JSON.parse(answer)).toEqual(says(`„Kommentieren“ ist erledigt: Ticket ${ticket}.`));
  });

  it('given it was refused, then it says why, whatever card is behind it', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    await desk.withdraws(ticket);
    const answer = await sends(
      desk,
      ticket,
      'accept',
      { faultClass: '2', priority: 'medium' },
      `card-${ticket}-dispatch`,
    );
    expect(JSON.stringify(answer)).toContain('ist jetzt nicht möglich');
  });

  it('given a report from the card that becomes "Gemeldet", then it closes; from anywhere else it names the number', async () => {
    const desk = new BotDesk();
    await desk.writes('nord-1', nord, 'Störung melden');
    const start = desk.lastPost;
    const send = (own: string, replyToId: string) =>
      desk.presses('nord-1', nord, { ...submit, nonce: own, page: 'check', ...report }, submitted(replyToId));
    const first = await send(nonce, start);
    expect(JSON.parse(first)).toEqual(closed);
    expect(await send(nonce, start)).toBe(first);
    const answer = await send(nonce.replace('aa', 'ab'), 'help-card');
    expect(JSON.parse(answer)).toEqual(says('Gemeldet: SP-2026-0002'));
  });
});

describe('forms of a ticket', () => {
  it('shows the present state and sends what was typed, once', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const opened = await desk.presses(
      'dispatcher-1',
      dispatch,
      { do: 'open', form: 'accept', ticket, version: 1 },
      { name: 'task/fetch' },
    );
    const data = { ...buttonData(opened, 'Akzeptieren'), faultClass: '2', priority: 'medium' };
    const first = await desk.presses('dispatcher-1', dispatch, data, { name: 'task/submit' });
    expect(first).toContain(`„Akzeptieren“ ist erledigt: Ticket ${ticket}`);
    expect(await desk.presses('dispatcher-1', dispatch, data, { name: 'task/submit' })).toBe(first);
    const events = (await desk.stores.tickets.find(ticket))?.events ?? [];
    expect(events.filter((event) => event.type === 'faultAccepted')).toHaveLength(1);
  });

  it('accepts and assigns by one form, once, however often it is sent', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const open = { do: 'open', form: 'acceptAndAssign', ticket, version: 1 };
    const opened = await desk.presses('dispatcher-1', dispatch, open, { name: 'task/fetch' });
    const values = { faultClass: '2', priority: 'medium', person: 'maintainer-a2' };
    const data = { ...buttonData(opened, 'Akzeptieren und zuweisen'), ...values };
    const first = await desk.presses('dispatcher-1', dispatch, data, { name: 'task/submit' });
    expect(first).toContain(`„Akzeptieren und zuweisen“ ist erledigt: Ticket ${ticket}`);
    expect(await desk.presses('dispatcher-1', dispatch, data, { name: 'task/submit' })).toBe(first);
    const record = await desk.stores.tickets.find(ticket);
    expect(record?.ticket).toMatchObject({ state: 'accepted', assignment: { person: 'maintainer-a2' } });
    const types = record?.events.map(({ type }) => type) ?? [];
    expect(types.filter((type) => type === 'faultAccepted')).toHaveLength(1);
    expect(types.filter((type) => type === 'ticketAssigned')).toHaveLength(1);
  });

  it('accepts nothing where the chosen maintainer has left meanwhile, and gives the form back', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    const ticket = await desk.reported();
    const open = { do: 'open', form: 'acceptAndAssign', ticket, version: 1 };
    const opened = await desk.presses('dispatcher-1', dispatch, open);
    const values = { faultClass: '1', classReason: 'Ausfall', priority: 'high', person: 'maintainer-a2' };
    const data = { ...buttonData(opened, 'Akzeptieren und zuweisen'), ...values };
    const people = installation.people.filter(({ id }) => id !== 'maintainer-a2');
    desk.installation = { ...installation, people };
    const answer = await desk.presses('dispatcher-1', dispatch, data);
    expect(answer).toContain('"verb":"submit"');
    expect(answer).toContain('Ausfall');
    expect((await desk.stores.tickets.find(ticket))?.ticket.state).toBe('requested');
    const again = { ...data, person: 'maintainer-a1' };
    await desk.presses('dispatcher-1', dispatch, again);
    expect((await desk.stores.tickets.find(ticket))?.ticket.assignment?.person).toBe('maintainer-a1');
  });

  it('keeps the typed reason where no maintainer is left meanwhile', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    const values = { faultClass: '1', classReason: 'Ausfall', priority: 'high', person: 'maintainer-a2' };
    const data = {
      do: 'submit',
      form: 'acceptAndAssign',
      page: 'fill',
      nonce,
      ticket,
      version: 1,
      ...values,
    };
    const people = installation.people.filter(({ id }) => !id.startsWith('maintainer-'));
    desk.installation = { ...installation, people };
    const answer = await desk.presses('dispatcher-1', dispatch, data, { name: 'task/submit' });
    expect(answer).toContain('ist kein Maintainer benannt');
    expect(answer).toContain('Ausfall');
    expect((await desk.stores.tickets.find(ticket))?.ticket.state).toBe('requested');
  });

  it('gives a form back whose refusal its sender can put right', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    const ticket = await desk.reported();
    const opened = await desk.presses('dispatcher-1', dispatch, {
      do: 'open',
      form: 'accept',
      ticket,
      version: 1,
    });
    const data = { ...buttonData(opened, 'Akzeptieren'), faultClass: '1', priority: 'high' };
    const answer = await desk.presses('dispatcher-1', dispatch, data);
    expect(answer).toContain('begründen');
    expect(answer).toContain('"verb":"submit"');
    expect((await desk.stores.tickets.find(ticket))?.ticket.state).toBe('requested');
  });

  it('is not opened any more once somebody was quicker; the present card says so', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    const ticket = await desk.reported();
    const onItsCard = { replyToId: `card-${ticket}-dispatch` };
    const open = { do: 'open', form: 'accept', ticket, version: 1 } as const;
    const opened = await desk.presses('dispatcher-1', dispatch, open, onItsCard);
    const data = { ...buttonData(opened, 'Akzeptieren'), faultClass: '2', priority: 'medium' };
    await desk.presses('dispatcher-1', dispatch, data, onItsCard);
    const late = await desk.presses('dispatcher-2', dispatch, open, onItsCard);
    expect(late).toContain('Bereits erledigt von Person dispatcher-1');
    expect(late).toContain('Zuweisen');
  });

  it('answers what "Weitere Aktionen" did at once the same when it is sent again, also where a breach came first', async () => {
    const desk = new BotDesk();
    const ticket = await desk.reported();
    desk.now += 30 * 24 * 3_600_000;
    const chosen = { do: 'submit', form: 'moreActions', page: 'fill', action: 'startAnalysis' };
    const send = () =>
      desk.presses(
        'dispatcher-1',
        dispatch,
        { ...chosen, nonce, ticket, version: 1 },
        { name: 'task/submit' },
      );
    const first = await send();
    expect(first).toContain(`„Analyse starten“ ist erledigt: Ticket ${ticket}`);
    expect(await send()).toBe(first);
    const types = (await desk.stores.tickets.find(ticket))?.events.map(({ type }) => type);
    expect(types).toEqual(['faultReported', 'reactionBreached', 'analysisStarted']);
  });

  it('leads from "Weitere Aktionen" to the chosen form', async () => {
    const desk = new BotDesk({ mode: 'inline' });
    const ticket = await desk.reported();
    const more = { do: 'open', form: 'moreActions', ticket, version: 1 } as const;
    const opened = await desk.presses('dispatcher-1', dispatch, more);
    const next = buttonData(opened, 'Weiter');
    const form = await desk.presses('dispatcher-1', dispatch, { ...next, action: 'changePriority' });
    expect(form).toContain('Priorität ändern');
    const marking = await desk.presses('dispatcher-1', dispatch, { ...next, action: 'markSecurityRelevant' });
    expect(marking).toContain('Kenntnis');
    const send = buttonData(marking, 'Kennzeichnen');
    const future = { knownDate: '2099-01-01', knownTime: '10:00' };
    const refused = await desk.presses('dispatcher-1', dispatch, { ...send, ...future });
    expect(refused).toContain('Die Kenntnis darf nicht in der Zukunft liegen');
    expect(refused).toContain('2099-01-01');
    expect((await desk.stores.tickets.find(ticket))?.ticket.securityRelevant).toBe(false);
    const marked = await desk.presses('dispatcher-1', dispatch, send);
    expect(marked).toContain('application/vnd.microsoft.card.adaptive');
    expect((await desk.stores.tickets.find(ticket))?.ticket.securityRelevant).toBe(true);
  });

  it('asks for its ticket, and finds none that the reader may not read', async () => {
    const desk = new BotDesk();
    await desk.reported();
    const without = await desk.presses('dispatcher-1', dispatch, { do: 'open', form: 'accept' });
    expect(without).toContain('gehört zu einem Ticket');
    const foreign = { do: 'open', form: 'supplement', ticket: 'SP-2026-0001', version: 1 };
    expect(await desk.presses('sued-1', 'a:sued-1', foreign)).toContain('kein Ticket');
  });
});

describe('"Weitere Aktionen" of somebody with several roles, in a private chat (process 1)', () => {
  async function deskOf(organisation: Installation, story: Story): Promise<BotDesk> {
    const desk = new BotDesk({ installation: organisation });
    await desk.keeps(story);
    desk.now = story.now + 60_000;
    return desk;
  }

  it('given dispatcher and operator have objected, when somebody objects who is maintainer too, then it is done as maintainer', async () => {
    const story = assigned(withTwoHats)
      .at('2026-06-10T12:00')
      .does('maintainer-a1', 'maintainer', { type: 'proposePlan', plan: samplePlan })
      .does('nord-1', 'operator', { type: 'objectToPlan', reason: 'Zu spät.' })
      .does('dispatcher-1', 'dispatcher', { type: 'objectToPlan', reason: 'Zu spät.' });
    const desk = await deskOf(withTwoHats, story);
    const ticket = story.stands.number;
    const more = { form: 'moreActions', ticket, version: story.stands.version } as const;
    const fetch = { name: 'task/fetch' };
    const opened = await desk.presses('two-hats', 'a:1', { do: 'open', ...more }, fetch);
    const choice = { ...buttonData(opened, 'Weiter'), action: 'objectToPlan' };
    const form = await desk.presses('two-hats', 'a:1', choice, { name: 'task/submit' });
    const objection = { ...buttonData(form, 'Widersprechen'), reason: 'Der Aufwand reicht nicht.' };
    const answer = await desk.presses('two-hats', 'a:1', objection, { name: 'task/submit' });
    expect(answer).toContain('ist erledigt');
    expect((await desk.stores.tickets.find(ticket))?.ticket.fixPlan?.objections.maintainer).toMatchObject({
      by: 'two-hats',
    });
  });

  it('given the operator’s card there, when its reader is dispatcher too, then their next steps are offered as well', async () => {
    const people = installation.people.map((person) =>
      person.id === 'nord-1'
        ? { ...person, roles: [...person.roles, { role: 'dispatcher' } as const] }
        : person,
    );
    const desk = new BotDesk({ installation: { ...installation, people } });
    const ticket = await desk.reported();
    await desk.tracks(ticket, { kind: 'organisation', organisation: 'nord' }, 'a:n', 'person:nord-1');
    const more = { do: 'open', form: 'moreActions', ticket, version: 1 } as const;
    const opened = await desk.presses('nord-1', 'a:n', more, {
      name: 'task/fetch',
      replyToId: `card-${ticket}-organisation`,
    });
    for (const action of ['accept', 'returnReport', 'decline']) {
      expect(opened).toContain(`"value":"${action}"`);
    }
  });
});
