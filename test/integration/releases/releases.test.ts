import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { schemaVersion } from '../../../src/adapters/mongo/migrations/registry';
import { softwareVersion } from '../../../src/version';
import type { TicketAction } from '../../../src/domain/ticket/actions/registry';
import type { TicketState } from '../../../src/domain/ticket/ticket-state';
import type { Outcome } from '../../../src/simulator/people/dialog';
import type { ShownMessage } from '../../../src/simulator/people/shown-message';
import { actionNames } from '../../../src/texts/actions.de';
import { stateNames } from '../../../src/texts/labels.de';
import { botAnswers } from '../../../src/texts/bot-answers.de';
import { Desk } from '../../support/desk';
import { did, type Fields, places, reportFault, sends } from '../../support/desk-steps';
import { filled } from '../../support/ticket-way';
import { type Dump, fill, readDump, releasesFolder } from '../../support/release-dump';

const releases = readdirSync(releasesFolder, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

interface KeptTicket {
  readonly _id: string;
  readonly ticket: { readonly state: TicketState; readonly version: number };
}

/** Something that the dispatcher can do in each state that is not an end. */
const next: Readonly<Partial<Record<TicketState, readonly [TicketAction, Fields]>>> = {
  requested: ['decline', { Grund: 'Kein Softwarefehler', Begründung: 'Das Netz fehlte.' }],
  returned: ['changePriority', { Priorität: 'niedrig' }],
  accepted: ['returnReport', { 'Welche Angaben fehlen': 'Welche Schicht?' }],
  inProgress: ['handBack', { Grund: 'Liegt am Server.' }],
  fixed: ['comment', { Kommentar: 'Wir testen morgen.', Sichtbarkeit: false }],
  inTest: ['releaseAndClose', { ...filled.test, ...filled.release }],
};

it('then there is a kept dump for the first release', () => {
  expect(releases).toContain('0.1.0');
});

describe.each(releases)('given the data of release %s', (release) => {
  let dump: Dump;
  let tickets: readonly KeptTicket[];
  let desk: Desk;

  beforeAll(async () => {
    dump = await readDump(join(releasesFolder, release));
    tickets = (dump['tickets'] ?? []) as unknown as readonly KeptTicket[];
    // Right after the last thing that was played; the messages that were in Teams then are gone.
    desk = await Desk.open({
      opens: '2026-06-22T09:00',
      filled: async (uri, serviceUrl) => fill(uri, await readDump(join(releasesFolder, release), serviceUrl)),
    });
    await desk.delivered();
  });
  afterAll(() => desk.close());

  async function answerTo(text: string): Promise<ShownMessage> {
    const { dispatch } = places(desk);
    await dispatch.writes(`@Software-Pflege ${text}`);
    const question = dispatch.shows().findLast(({ author }) => author === 'Dispatcher Eins');
    // What stands beside it are cards that were posted anew: this Teams has none of those that the data knows.
    const answer = question && dispatch.thread(question).at(-1);
    if (answer === undefined || answer === question) throw new Error('not answered');
    return answer;
  }

  /** What a button on the ticket's card does, which is in no Teams any more. */
  async function presses(forged: Record<string, unknown>): Promise<Outcome> {
    return (await answerTo('Störung melden')).card.press('Störung melden', { forged });
  }

  it('then it holds tickets in every state, and what else there is', () => {
    expect(new Set(tickets.map(({ ticket }) => ticket.state))).toEqual(new Set(Object.keys(stateNames)));
    expect(Object.entries(dump).filter(([, documents]) => documents.length === 0)).toEqual([]);
  });

  it('when the bot has started, then it says which versions run', async () => {
    const answer = await fetch(`${desk.botAddress}/healthz`);
    expect(await answer.json()).toEqual({ status: 'up', version: softwareVersion, schemaVersion });
  });

  it('when each ticket is asked for, then its card and its history show', async () => {
    for (const { _id: number, ticket } of tickets) {
      const copy = await answerTo(`Ticket ${number}`);
      expect(copy.text).toContain(`${number} | `);
      expect(copy.text).toContain(stateNames[ticket.state]);
      const history = await presses({ do: 'read', what: 'history', ticket: number });
      expect(history.dialog.text).toMatch(/\d+ Einträge, das Neueste zuerst|Ein Eintrag/);
    }
  });

  it('when lists and figures are asked for, then they are of all tickets', async () => {
    const open = tickets.filter(({ ticket }) => next[ticket.state] !== undefined).length;
    expect((await answerTo('Übersicht')).text).toContain(`${open} offene Tickets`);
    expect((await answerTo('Offene Tickets')).text).toContain(String(open));
  });

  it('when something is done to each open ticket, then it is done and its card shows it', async () => {
    const shown = () => places(desk).dispatch.shows();
    const cardsOf = (number: string) => shown().filter(({ text }) => text.startsWith(`${number} | `));
    const done: string[] = [];
    for (const { _id: number, ticket } of tickets) {
      const [action, fields] = next[ticket.state] ?? [];
      if (action === undefined) continue;
      const version = ticket.version + 100;
      const pressed = await presses({ do: 'open', form: action, ticket: number, version });
      const { text } = pressed.kind === 'dialog' ? await sends(pressed.dialog, fields) : pressed;
      await desk.delivered();
      done.push(`${number} ${actionNames[action]}: ${text}`);
    }
    expect(done.filter((each) => each.includes(botAnswers.failed))).toEqual([]);
    expect(done.filter((each) => !/ist erledigt|SP-\d+-\d+ \| /.test(each))).toEqual([]);
    for (const { _id: number, ticket } of tickets) {
      if (next[ticket.state] !== undefined) expect(cardsOf(number)).not.toEqual([]);
    }
  });

  it('when a fault is reported, then its number follows those of before', async () => {
    const last =
      tickets
        .map(({ _id }) => _id)
        .sort()
        .at(-1) ?? '';
    const number = await reportFault(desk);
    expect(Number(number.slice(-4))).toBe(Number(last.slice(-4)) + 1);
    await did(desk, places(desk).dispatch, number, 'Akzeptieren');
  });

  it('when days pass, then thresholds, reminders and the digest come', async () => {
    desk.at('2026-06-23T08:30');
    await desk.timePasses();
    const digest = places(desk)
      .dispatch.shows()
      .findLast(({ text }) => text.startsWith('Tagesübersicht'));
    expect(digest?.text).toContain('Stand Di 23.06.2026, 08:30 Uhr');
  });
});
