import { type ChildProcessByStdio, spawn } from 'node:child_process';
import { randomInt } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createInterface } from 'node:readline';
import fc from 'fast-check';
import { systemClock } from '../../src/adapters/clock';
import { connectStores, type MongoStores } from '../../src/adapters/mongo/connect';
import { loadOrganisation } from '../../src/adapters/organisation/load-organisation';
import { sampleOrganisationFile } from '../../src/config';
import type { Installation } from '../../src/domain/organisation/installation';
import { type Connector, startConnector } from '../../src/simulator/connector/connector';
import { sampleInstallation, teamsOf } from '../support/sample-teams';
import { type Life, MortalBot } from './mortal-bot';

/** The same seed kills after the same times; how far the bots had come by then is the machine's affair. */
export const seed = Number(process.env.KILL_SEED ?? randomInt(2 ** 31));

const life: fc.Arbitrary<Life> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      since: fc.constant('start' as const),
      milliseconds: fc.integer({ min: 100, max: 6_000 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      since: fc.constant('spawn' as const),
      milliseconds: fc.integer({ min: 50, max: 3_000 }),
    }),
  },
);

type StoreProcess = ChildProcessByStdio<null, Readable, null>;

/** A store, a played Teams, and two bots between them that are killed at random; the sample, with service at all hours. */
export class MortalWorld {
  readonly installation: Installation;
  readonly bots: readonly MortalBot[];

  private constructor(
    readonly connector: Connector,
    readonly stores: MongoStores,
    private readonly storeUri: string,
    organisationFile: string,
    private readonly cleanUp: () => Promise<void>,
  ) {
    this.installation = loadOrganisation(organisationFile);
    this.bots = ['first', 'second:PID'].map(
      (holder) => new MortalBot({ storeUri, organisationFile, holder }),
    );
  }

  static async open(): Promise<MortalWorld> {
    const directory = await mkdtemp(path.join(tmpdir(), 'two-processes-'));
    const store = startStore(path.join(directory, 'data'));
    const connector = await startConnector({
      world: teamsOf(sampleInstallation('http://127.0.0.1:1')),
      now: () => systemClock.now(),
    });
    const cleanUp = async (): Promise<void> => {
      const gone = once(store, 'exit');
      if (store.kill('SIGKILL')) await gone;
      await connector.close();
      await rm(directory, { recursive: true, force: true });
    };
    try {
      const [storeUri] = (await once(createInterface(store.stdout), 'line')) as [string];
      const file = await organisationWithoutNights(directory, connector.serviceUrl);
      return new MortalWorld(connector, await connected(storeUri), storeUri, file, cleanUp);
    } catch (error) {
      await cleanUp();
      throw error;
    }
  }

  /** As another process is. */
  connect(): Promise<MongoStores> {
    return connected(this.storeUri);
  }

  /** Both live and are killed until the time is up; resolves when they are left alone. */
  async liveUntil(until: number): Promise<void> {
    await Promise.all(
      this.bots.map((bot, index) => bot.live(fc.sample(life, { seed: seed + index, numRuns: 500 }), until)),
    );
  }

  get kills(): readonly number[] {
    return this.bots.flatMap(({ kills }) => kills);
  }

  /** Ends that nobody brought about. */
  get ownEnds(): readonly string[] {
    return this.bots.flatMap(({ ownEnds }) => ownEnds);
  }

  async close(): Promise<void> {
    await Promise.all(this.bots.map((bot) => bot.end()));
    await this.stores.close();
    await this.cleanUp();
  }
}

function connected(storeUri: string): Promise<MongoStores> {
  return connectStores(storeUri, { answerWithin: 30_000 });
}

function startStore(directory: string): StoreProcess {
  const script = path.join(__dirname, '../../src/embedded-store/main.ts');
  return spawn(
    process.execPath,
    ['--require', 'sucrase/register/ts', script, ...['--directory', directory]],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
}

/** The sample, with service around the clock on every day of the year, and its Teams at the service URL. */
async function organisationWithoutNights(directory: string, serviceUrl: string): Promise<string> {
  const sample = await readFile(sampleOrganisationFile, 'utf8');
  const file = path.join(directory, 'organisation.yaml');
  await writeFile(
    file,
    sample
      .replace(/^serviceUrl: .*$/m, `serviceUrl: ${serviceUrl}`)
      .replace(
        /^ {4}hours:\n(?: {6}.*\n)+ {4}holidayRegion: .*\n/m,
        `    hours:\n${[1, 2, 3, 4, 5, 6, 7].map((day) => `      ${day}: [{ from: '00:00', to: '24:00' }]\n`).join('')}`,
      ),
  );
  return file;
}
