import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { median } from './measure';

const roundCount = 5;
const pollMilliseconds = 10;
/** After this time nothing of the start is still under way. */
const restMilliseconds = 3_000;
const root = join(__dirname, '..');

interface Start {
  readonly seconds: number;
  /** Until the address to open is on the screen, in seconds; the floor prints none. */
  readonly address: number | undefined;
  /** Memory of the serving process, in MB. */
  readonly serving: number;
  /** Including npm and the shell, in MB. */
  readonly all: number;
}

/** Loads the two libraries and answers on one route. */
const floorScript = `
  const { createServer } = require('restify');
  const { CloudAdapter, ConfigurationBotFrameworkAuthentication } = require('botbuilder');
  globalThis.adapter = new CloudAdapter(new ConfigurationBotFrameworkAuthentication({}));
  const server = createServer();
  server.get('/readyz', (request, response, next) => { response.send(200); next(); });
  server.listen(Number(process.env.PORT), '127.0.0.1');`;

/** `npm run bench -- start`: time from the command to the first "ready" and to the address on the screen, and memory at rest, compared with floors, in turns. */
export async function run(): Promise<void> {
  if (process.platform !== 'linux') throw new Error('the memory is read from /proc: Linux only');
  console.log(
    `node ${process.version}, median of ${roundCount} starts, after one of each that is not counted\n`,
  );
  const contestants = {
    'npm start, empty data directory': () => start('npm', ['start'], false),
    'npm start, data there': () => start('npm', ['start'], true),
    'floor: node, restify and botbuilder': () => start(process.execPath, ['-e', floorScript], false),
  };
  const starts: Record<string, Start[]> = {};
  for (let round = -1; round < roundCount; round++) {
    for (const [name, begin] of Object.entries(contestants)) {
      const figures = await begin();
      if (round >= 0) (starts[name] ??= []).push(figures);
    }
  }
  for (const [name, figures] of Object.entries(starts)) {
    const of = (figure: Exclude<keyof Start, 'address'>) => median(figures.map((each) => each[figure]));
    console.log(
      `${name.padEnd(38)} ${of('seconds').toFixed(2).padStart(6)} s to ready   ${of('serving').toFixed(0).padStart(4)} MB at rest (${of('all').toFixed(0)} MB with npm)`,
    );
  }
  const [ours, , floor] = Object.values(starts).map((each) => median(each.map(({ seconds }) => seconds)));
  const [ourMemory, , floorMemory] = Object.values(starts).map((each) =>
    median(each.map(({ serving }) => serving)),
  );
  console.log(`\nratio start/floor ${((ours ?? NaN) / (floor ?? NaN)).toFixed(1)}`);
  const addresses = (starts['npm start, data there'] ?? []).flatMap(({ address }) =>
    address === undefined ? [] : [address],
  );
  const node = median(await bareStarts());
  console.log(
    `address on the screen ${median(addresses).toFixed(2)} s, node -e 0 ${node.toFixed(3)} s, ratio ${(median(addresses) / node).toFixed(0)}`,
  );
  console.log(`ratio memory/floor ${((ourMemory ?? NaN) / (floorMemory ?? NaN)).toFixed(1)}`);
}

async function start(command: string, parameters: string[], again: boolean): Promise<Start> {
  const dataDir = await mkdtemp(join(tmpdir(), 'bench-start-'));
  try {
    if (again) await oneStart(command, parameters, dataDir);
    return await oneStart(command, parameters, dataDir);
  } finally {
    await rm(dataDir, { recursive: true, force: true });
  }
}

async function oneStart(command: string, parameters: string[], dataDir: string): Promise<Start> {
  const port = await freePort();
  const begun = performance.now();
  const child = spawn(command, parameters, {
    cwd: root,
    // Its own process group: a signal reaches everything the command has started, and nothing else.
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {
      ...process.env,
      NODE_ENV: 'development',
      PORT: String(port),
      SIMULATOR_PORT: '0',
      DATA_DIR: dataDir,
    },
  });
  let address: number | undefined;
  child.stdout?.on('data', (output: Buffer) => {
    if (output.includes('http://')) address ??= (performance.now() - begun) / 1000;
  });
  const exit = once(child, 'exit');
  try {
    await ready(port, child);
    const seconds = (performance.now() - begun) / 1000;
    await wait(restMilliseconds);
    const sizes = await memoryOfGroup(child.pid ?? 0);
    return { seconds, address, serving: Math.max(...sizes), all: sizes.reduce((sum, size) => sum + size, 0) };
  } finally {
    process.kill(-(child.pid ?? 0), 'SIGTERM');
    await exit;
    await gone(child.pid ?? 0);
  }
}

/** Seconds in which Node itself starts and ends. */
async function bareStarts(): Promise<number[]> {
  const seconds: number[] = [];
  for (let round = 0; round < roundCount; round++) {
    const begun = performance.now();
    await once(spawn(process.execPath, ['-e', '0'], { stdio: 'ignore' }), 'exit');
    seconds.push((performance.now() - begun) / 1000);
  }
  return seconds;
}

async function ready(port: number, child: ChildProcess): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error(`it ended with ${child.exitCode}`);
    const answer = await fetch(`http://127.0.0.1:${port}/readyz`).catch(() => undefined);
    await answer?.body?.cancel();
    if (answer?.status === 200) return;
    await wait(pollMilliseconds);
  }
}

/** Resident memory of each process of a group, in MB. */
async function memoryOfGroup(group: number): Promise<number[]> {
  const sizes: number[] = [];
  for (const entry of await readdir('/proc')) {
    if (!/^\d+$/.test(entry)) continue;
    const stat = await readFile(`/proc/${entry}/stat`, 'utf8').catch(() => '');
    if (Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[2]) !== group) continue;
    const status = await readFile(`/proc/${entry}/status`, 'utf8').catch(() => '');
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(status)?.[1];
    if (kilobytes !== undefined) sizes.push(Number(kilobytes) / 1024);
  }
  return sizes;
}

/** The command may end before its children; only then is the data directory free. */
async function gone(group: number): Promise<void> {
  while ((await memoryOfGroup(group)).length > 0) await wait(pollMilliseconds);
}

async function freePort(): Promise<number> {
  const holder = createServer();
  await once(holder.listen(0, '127.0.0.1'), 'listening');
  const { port } = holder.address() as AddressInfo;
  await once(holder.close(), 'close');
  return port;
}
