import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../src/adapters/logging';
import { loadOrganisation } from '../../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../../src/config';
import { defined } from '../../src/defined';
import {
  type LocalModeOptions,
  type RunningLocalMode,
  startLocalMode,
} from '../../src/local-mode/start-local-mode';
import type {
  ActionResult,
  ClockMoved,
  ConversationView,
  DialogOpen,
  DialogResult,
  ErrorBody,
  MessageView,
  Overview,
} from '../../src/simulator/page-api';
import { type RunningBot, startBot } from '../../src/composition/start-bot';
import { type RunningServer, storeServer } from '../servers/store-servers';
import { berlin } from './given';

export interface Answer<Body = unknown> {
  readonly status: number;
  readonly body: Body;
}

/**
 * Local mode as main.ts starts it: the real bot on the store server, Teams on this machine beside it. Tests are a page: all
 * they do goes over HTTP. The machine's clock is the test's.
 */
export class SimulatedDesk {
  private running: RunningLocalMode | undefined;
  private bot: RunningBot | undefined;
  private again: (() => Promise<RunningBot>) | undefined;
  /** The machine's clock. */
  time = berlin('2026-06-10T10:00');

  private constructor(
    private readonly directory: string,
    private readonly pageFolder: string,
    private readonly store: RunningServer,
  ) {}

  /** With the folder of the built page, for those who sit before it in a browser. */
  static async open(pageFolder?: string): Promise<SimulatedDesk> {
    const directory = await mkdtemp(join(tmpdir(), 'simulated-desk-'));
    const desk = new SimulatedDesk(
      directory,
      pageFolder ?? join(directory, 'no-page'),
      await storeServer.start(),
    );
    await desk.start();
    return desk;
  }

  get address(): string {
    if (this.running === undefined) throw new Error('not started');
    return this.running.address;
  }

  /** Where the conversations are kept. */
  get conversationsFolder(): string {
    return join(this.directory, 'teams', 'conversations');
  }

  /** Resolves once the bot knows where it is, or before that. */
  async start(options: { untilAnnounced?: boolean } = {}): Promise<void> {
    const logger = createLogger({ level: (process.env['DESK_LOG'] ?? 'silent') as 'silent' });
    const organisationFile = loadOrganisation(sampleOrganisationFile);
    const startOne = (parts: Parameters<LocalModeOptions['startBot']>[0]) =>
      startBot({
        storeUri: this.store.uri,
        logger,
        mode: 'dialog',
        port: 0,
        host: '127.0.0.1',
        authentication: { limited: false },
        holder: 'desk',
        retries: { attempts: 8, firstDelay: 1, maxDelay: 5, pause: 60_000 },
        ...parts,
      });
    this.running = await startLocalMode({
      port: 0,
      dataDir: this.directory,
      organisationFile,
      isSample: true,
      logger,
      storeUri: this.store.uri,
      mayReset: true,
      pageFolder: this.pageFolder,
      realNow: () => this.time,
      startBot: async (parts) => {
        this.bot = await startOne(parts);
        const { port } = this.bot;
        this.again = () => startOne({ ...parts, port });
        return { ...this.bot, stop: () => this.bot?.stop() ?? Promise.resolve() };
      },
    });
    if (options.untilAnnounced !== false) await this.running.announced;
  }

  async stop(): Promise<void> {
    await this.running?.stop();
    this.running = undefined;
  }

  /** Resolves when what is due by now has reached Teams. */
  async settled(): Promise<void> {
    await this.bot?.checkNow();
    await this.bot?.delivered();
  }

  /** The bot alone goes away, as when its process ends. */
  async stopBot(): Promise<void> {
    await this.bot?.stop();
    this.bot = undefined;
  }

  /** At the address it had. */
  async startBotAgain(): Promise<void> {
    this.bot = await this.again?.();
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  async close(): Promise<void> {
    await this.stop();
    await this.store.close();
    await rm(this.directory, { recursive: true, force: true });
  }

  async get<Body>(path: string): Promise<Answer<Body>> {
    const response = await fetch(`${this.address}${path}`);
    return { status: response.status, body: (await response.json()) as Body };
  }

  async post<Body = ErrorBody>(path: string, body: unknown = {}): Promise<Answer<Body>> {
    const response = await fetch(`${this.address}${path}`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', Origin: this.address },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: (await response.json()) as Body };
  }

  async overview(): Promise<Overview> {
    return (await this.get<Overview>('/api/overview')).body;
  }

  async clock(move: string): Promise<Answer<ClockMoved & ErrorBody>> {
    return this.post('/api/clock', { move });
  }

  at(person: string, conversation: string): Seat {
    return new Seat(this, person, conversation);
  }

  /** Looks now and after every change that the host tells of, until there is something; the test's own limit ends it. */
  async until<Found>(look: () => Promise<Found | undefined>): Promise<Found> {
    const stream = new AbortController();
    const response = await fetch(`${this.address}/api/events`, { signal: stream.signal });
    const changes = response.body?.getReader();
    try {
      for (;;) {
        const found = await look();
        if (found !== undefined) return found;
        const { done } = (await changes?.read()) ?? { done: true };
        if (done) throw new Error('the stream of changes ended');
      }
    } finally {
      stream.abort();
    }
  }
}

/** One person before one conversation. */
export class Seat {
  readonly path: string;

  constructor(
    private readonly desk: SimulatedDesk,
    readonly person: string,
    readonly conversation: string,
  ) {
    this.path = `/api/people/${person}/conversations/${encodeURIComponent(conversation)}`;
  }

  view(): Promise<Answer<ConversationView>> {
    return this.desk.get(this.path);
  }

  async messages(): Promise<MessageView[]> {
    return (await this.view()).body.threads.flatMap((thread) => thread.messages);
  }

  async writes(text: string, rootId?: string): Promise<string> {
    const { status, body } = await this.desk.post<{ messageId: string }>(`${this.path}/messages`, {
      text,
      ...defined({ rootId }),
    });
    expect(status).toBe(201);
    return body.messageId;
  }

  /** Waits for a message whose card or text has this in it; the latest one. */
  waitsFor(what: string | RegExp): Promise<MessageView> {
    const fits = ({ text, card }: MessageView): boolean =>
      new RegExp(what).test(JSON.stringify([text, card]));
    return this.desk.until(async () => (await this.messages()).reverse().find(fits));
  }

  async presses(
    message: MessageView,
    title: string,
    inputs: Record<string, string> = {},
  ): Promise<ActionResult> {
    const action = placeOf(message.card, title);
    const { body } = await this.desk.post<ActionResult>(`${this.path}/messages/${message.id}/actions`, {
      action,
      inputs,
      cardVersion: message.cardVersion,
    });
    return body;
  }

  async submits(dialog: DialogOpen, title: string, inputs: Record<string, string>): Promise<DialogResult> {
    const { body } = await this.desk.post<DialogResult>(
      `/api/people/${this.person}/dialogs/${dialog.dialogId}`,
      { action: placeOf(dialog.card, title), inputs: { ...valuesOf(dialog.card), ...inputs } },
    );
    return body;
  }

  /** Asks for the report form and opens it. */
  async opensReport(): Promise<DialogOpen> {
    const mention = this.conversation.startsWith('a:') ? '' : '@Software-Pflege ';
    await this.writes(`${mention}Störung melden`);
    const start = await this.waitsFor(/"Action\.\w+"[^]*"Störung melden"/);
    return dialogOf(await this.presses(start, 'Störung melden'));
  }

  /** Fills the report form in; answers its check page. */
  async fillsReport(title = 'Schichtbuch leer'): Promise<DialogOpen> {
    const form = await this.opensReport();
    return dialogOf(await this.submits(form, 'Weiter', reportInputs(form, title)));
  }

  /** Reports a fault through the form; answers the number. */
  async reports(title?: string): Promise<string> {
    const before = new Set(await this.numbersReported());
    const done = await this.submits(await this.fillsReport(title), 'Absenden', {});
    if (done.kind !== 'closed') throw new Error(`not reported: ${JSON.stringify(done)}`);
    return this.desk.until(async () => (await this.numbersReported()).find((number) => !before.has(number)));
  }

  /** The numbers on the cards that reports were made from here. */
  private async numbersReported(): Promise<string[]> {
    const said = (await this.messages()).map(({ text, card }) => JSON.stringify([text, card]));
    return said.flatMap((each) => /Gemeldet: (SP-\d{4}-\d{4})/.exec(each)?.[1] ?? []);
  }
}

type Json = Record<string, unknown>;

/** The place of the action with this title, as the page finds it by walking the card's JSON. */
export function placeOf(card: unknown, title: string): string {
  const found = walk(card, []).find(
    ({ part }) => String(part['type']).startsWith('Action.') && part['title'] === title,
  );
  if (found === undefined) throw new Error(`no action "${title}" in ${JSON.stringify(card)}`);
  return found.path.join('/');
}

/** What the fields of a card start with, by their ids. */
export function valuesOf(card: unknown): Record<string, string> {
  return Object.fromEntries(
    inputsOf(card).flatMap((input) =>
      typeof input['value'] === 'string' ? [[String(input['id']), input['value']]] : [],
    ),
  );
}

/** The id of the field with this label. */
export function fieldOf(card: unknown, label: string): string {
  const input = inputsOf(card).find((each) => each['label'] === label);
  if (input === undefined) throw new Error(`no field "${label}"`);
  return String(input['id']);
}

export function dialogOf(result: ActionResult | DialogResult): DialogOpen {
  if (result.kind !== 'dialog') throw new Error(`no dialog: ${JSON.stringify(result)}`);
  return result;
}

export function reportInputs({ card }: DialogOpen, title: string): Record<string, string> {
  const choice = (label: string, text: string): string => {
    const input = inputsOf(card).find((each) => each['label'] === label);
    const found = (input?.['choices'] as Json[]).find((each) => String(each['title']).startsWith(text));
    return String(found?.['value']);
  };
  return {
    [fieldOf(card, 'Modul')]: choice('Modul', 'Betriebstagebuch'),
    [fieldOf(card, 'Titel')]: title,
    [fieldOf(card, 'Beschreibung')]: 'Nach dem Anmelden bleibt die Liste leer.',
    [fieldOf(card, 'Reproduzierbar')]: choice('Reproduzierbar', 'immer'),
    [fieldOf(card, 'Fehlerklasse (Vorschlag)')]: choice('Fehlerklasse (Vorschlag)', '2'),
    [fieldOf(card, '1st und 2nd Level')]: 'true',
  };
}

function inputsOf(card: unknown): Json[] {
  return walk(card, [])
    .map(({ part }) => part)
    .filter((part) => String(part['type']).startsWith('Input.'));
}

function walk(value: unknown, path: string[]): { part: Json; path: string[] }[] {
  if (typeof value !== 'object' || value === null) return [];
  const part = value as Json;
  const inside = Object.entries(part).flatMap(([key, inner]) => walk(inner, [...path, key]));
  return typeof part['type'] === 'string' ? [{ part, path }, ...inside] : inside;
}
