import { randomUUID } from 'node:crypto';
import { connectStores } from '../../src/adapters/mongo/connect';
import { importRecords } from '../../src/app/import-records';
import { openDirectory } from '../../src/app/recorded-directory';
import { recordsOf } from '../../src/domain/organisation/records';
import { createLogger } from '../../src/adapters/logging';
import type { RetrySchedule } from '../../src/app/delivery-attempts';
import type { DialogMode } from '../../src/adapters/teams/cards/dialog-mode';
import type { Installation } from '../../src/domain/organisation/installation';
import { type Connector, startConnector } from '../../src/simulator/connector/connector';
import { person, type Person as SimulatedPerson } from '../../src/simulator/people/person';
import { type RunningBot, startBot } from '../../src/composition/start-bot';
import { storeServer } from '../servers/store-servers';
import { berlin } from './given';
import { SummaryWatch } from './card-summaries';
import { sampleInstallation, teamsOf } from './sample-teams';

export interface DeskOptions {
  readonly mode?: DialogMode;
  /** Changes the sample organisation before anything starts. */
  readonly organisation?: (sample: Installation) => Installation;
  /** The bot keeps Teams' limits beforehand, by the machine's clock. */
  readonly limited?: boolean;
  /** Gets every line of the bot's log, at debug level. */
  readonly log?: (line: string) => void;
  /** The clock is put ahead and back while no time passes; else time passes as the clock says. */
  readonly clockJumps?: boolean;
  /** Puts into the store what is there before the bot starts. */
  readonly filled?: (storeUri: string, serviceUrl: string) => Promise<void>;
  /** When the desk opens, a wall-clock time of Europe/Berlin. */
  readonly opens?: string;
}

/** The names that people see; the sample organisation has them. */
export const channels = {
  dispatch: 'Dispatch',
  nord: 'Netz Nord GmbH',
  journal: 'Betriebstagebuch',
  outage: 'Störungsinformationstool',
};

const quickRetries: RetrySchedule = { attempts: 3, firstDelay: 1, maxDelay: 5, pause: 60_000 };

/**
 * The whole product at work: the bot as main.ts joins it, on the store server, speaking to the strict Teams over
 * HTTP. Only the clock is the test's, and the waits between attempts are short.
 */
export class Desk {
  private bot: RunningBot | undefined;
  private another: RunningBot | undefined;
  private readonly summaries = new SummaryWatch();
  private edited = false;
  time = berlin('2026-06-10T10:00');

  private constructor(
    readonly connector: Connector,
    private options: DeskOptions,
    readonly storeUri: string,
    /** What the organisation file says, also after Teams has moved. */
    private readonly serviceUrl: string,
    private readonly cleanUp: () => Promise<void>,
  ) {}

  static async open(options: DeskOptions = {}): Promise<Desk> {
    const store = await storeServer.start();
    const clock = { time: () => berlin('2026-06-10T10:00') };
    const world = teamsOf((options.organisation ?? same)(sampleInstallation('http://127.0.0.1:1')));
    const connector = await startConnector({
      world,
      now: () => clock.time(),
      throttleClock: () => performance.now(),
    });
    const desk = new Desk(connector, options, store.uri, connector.serviceUrl, async () => {
      await connector.close();
      await store.close();
    });
    clock.time = () => desk.time;
    if (options.opens !== undefined) desk.at(options.opens);
    await options.filled?.(store.uri, connector.serviceUrl);
    connector.messages.onChange(({ author, activity }) => {
      if (author === undefined) desk.summaries.see(activity);
    });
    await desk.start();
    return desk;
  }

  /** Moves the clock to a wall-clock time of Europe/Berlin. */
  at(local: string): this {
    this.time = berlin(local);
    return this;
  }

  as(key: string): SimulatedPerson {
    return person(this.connector, key);
  }

  /** Where the bot answers over HTTP. */
  get botAddress(): string {
    return `http://127.0.0.1:${this.bot?.port ?? 0}`;
  }

  /** Resolves when everything that follows from what was done has reached Teams. */
  async delivered(): Promise<void> {
    await this.bot?.delivered();
  }

  /** What is due by itself is recorded, and all that follows has reached Teams. */
  async timePasses(): Promise<void> {
    await this.bot?.checkNow();
    await this.delivered();
  }

  /** With another organisation file than the records come from, where one is given. */
  async start(organisation = this.options.organisation ?? same): Promise<void> {
    const installation = organisation(sampleInstallation(this.serviceUrl));
    if (this.edited) await imported(this.storeUri, installation, () => this.time);
    this.edited = false;
    this.bot = await this.startedBot(installation, 'desk');
    this.reaches('first');
  }

  /** A second bot on the same store. */
  async startsAnother(): Promise<void> {
    const installation = (this.options.organisation ?? same)(sampleInstallation(this.serviceUrl));
    this.another = await this.startedBot(installation, 'another');
  }

  /** Which of the two bots hears of what people do from now on. */
  reaches(which: 'first' | 'another'): void {
    const bot = which === 'first' ? this.bot : this.another;
    if (bot === undefined) throw new Error('it was not started');
    this.connector.setBotEndpoint(`http://127.0.0.1:${bot.port}/api/messages`);
  }

  private startedBot(organisationFile: Installation, holder: string): Promise<RunningBot> {
    return startBot({
      storeUri: this.storeUri,
      organisationFile,
      clock: { now: () => this.time },
      logger:
        this.options.log === undefined
          ? createLogger({ level: (process.env['DESK_LOG'] ?? 'silent') as 'silent' })
          : createLogger({ level: 'debug', stream: { write: this.options.log } }),
      mode: this.options.mode ?? 'dialog',
      port: 0,
      host: '127.0.0.1',
      authentication: { limited: this.options.limited === true },
      holder,
      retries: quickRetries,
      // The test's clock moves as it likes, and what is due is looked for when the test asks for it.
      checkEvery: 0,
      elapsed: () => (this.options.clockJumps === true ? 0 : this.time),
    });
  }

  async stop(): Promise<void> {
    await Promise.all([this.bot?.stop(), this.another?.stop()]);
    this.bot = undefined;
    this.another = undefined;
  }

  async restart(): Promise<void> {
    await this.stop();
    await this.start();
  }

  /** Other records are in force at once, while the bot runs. */
  async reorganises(organisation: (sample: Installation) => Installation): Promise<void> {
    await imported(this.storeUri, organisation(sampleInstallation(this.serviceUrl)), () => this.time);
  }

  /** Another organisation file counts from the next start on, its records imported. */
  edits(organisation: (sample: Installation) => Installation): this {
    this.options = { ...this.options, organisation };
    this.edited = true;
    return this;
  }

  /** Everything that was sent says in Teams' feed what it is about. */
  async close(): Promise<void> {
    await this.stop();
    await this.cleanUp();
    this.summaries.check();
  }
}

const same = (sample: Installation): Installation => sample;

/** What `npm run organisation -- import` does. */
async function imported(storeUri: string, file: Installation, now: () => number): Promise<void> {
  const stores = await connectStores(storeUri);
  const deps = { ...stores, file, clock: { now }, newCommandId: randomUUID };
  const directory = await openDirectory(deps);
  expect(await importRecords({ ...deps, directory }, recordsOf(file))).toHaveProperty('recorded');
  await stores.close();
}
