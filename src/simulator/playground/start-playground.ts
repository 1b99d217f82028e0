import { commandNames } from '../../texts/commands.de';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join, resolve } from 'node:path';

const root = resolve(__dirname, '..', '..', '..');
const host = '127.0.0.1';
/** How long a part may take to end after being asked to; milliseconds. */
const patience = 10_000;

interface PlaygroundSettings {
  readonly botPort: number;
  readonly playgroundPort: number;
  /** The bot's, separate from that of `npm start`, because its organisations differ. */
  readonly dataDir: string;
}

/**
 * `npm run playground`: the bot with forms as cards, and the Microsoft 365 Agents Playground beside it, until one of
 * them ends or Ctrl+C. Configured by PORT, PLAYGROUND_PORT and DATA_DIR; no other settings of a real installation are
 * passed on.
 */
async function main(): Promise<void> {
  const { PORT, PLAYGROUND_PORT, DATA_DIR } = process.env;
  const settings: PlaygroundSettings = {
    botPort: portOf('PORT', PORT, 3978),
    playgroundPort: portOf('PLAYGROUND_PORT', PLAYGROUND_PORT, 56150),
    dataDir: resolve(DATA_DIR ?? join(root, 'data', 'playground')),
  };
  // It would silently take another port, and what the bot posts would never arrive.
  if (!(await isFree(settings.playgroundPort))) {
    throw new Error(`PLAYGROUND_PORT: port ${settings.playgroundPort} is in use, expected a free one`);
  }
  mkdirSync(settings.dataDir, { recursive: true });
  const parts = [startBot(settings), startPlayground(settings)];
  await untilTheFirstEnds(parts);
}

function startBot({ botPort, dataDir, playgroundPort }: PlaygroundSettings): ChildProcess {
  const organisationFile = join(dataDir, 'organisation.yaml');
  const text = readFileSync(join(__dirname, 'organisation.yaml'), 'utf8');
  writeFileSync(organisationFile, text.replace('127.0.0.1:56150', `${host}:${playgroundPort}`));
  return startPart(['--require', 'sucrase/register/ts', join(root, 'src', 'main.ts')], root, 'inherit', {
    NODE_ENV: 'development',
    PORT: String(botPort),
    DATA_DIR: dataDir,
    ORGANISATION_FILE: organisationFile,
    DIALOGS: 'inline',
    SIMULATOR: 'off',
    HOST: undefined,
    MONGODB_URI: undefined,
    MicrosoftAppId: undefined,
    MicrosoftAppPassword: undefined,
    MicrosoftAppTenantId: undefined,
  });
}

function startPlayground({ botPort, playgroundPort, dataDir }: PlaygroundSettings): ChildProcess {
  const origin = `http://${host}:${playgroundPort}`;
  const command = require.resolve('@microsoft/m365agentsplayground/cli.js');
  const endpoint = `http://${host}:${botPort}/api/messages`;
  const options = ['-e', endpoint, '-c', 'msteams', '-p', String(playgroundPort), '--dt'];
  const playground = startPart(
    [command, 'start', ...options, '--service-url', `${origin}/_connector`],
    __dirname,
    'pipe',
    {
      // The address is printed instead, because there may be nobody at this screen.
      TEAMSAPPTESTER_BROWSER: 'none',
      M365_AGENTS_PLAYGROUND_LOGFILE: join(dataDir, 'playground.log'),
    },
  );
  playground.stdout?.on('data', (output: Buffer) => {
    if (!output.includes(`Listening on ${playgroundPort}`)) return;
    console.log(`The Playground is at ${origin}`);
    console.log(
      `Write to the bot there, in General with a mention: @Software-Pflege ${commandNames.reportFault}`,
    );
  });
  return playground;
}

/** Separate process groups: Ctrl+C reaches only this process, which then asks each part once. */
function startPart(
  parameters: readonly string[],
  cwd: string,
  stdout: 'inherit' | 'pipe',
  env: Readonly<Record<string, string | undefined>>,
): ChildProcess {
  return spawn(process.execPath, parameters, {
    cwd,
    detached: true,
    stdio: ['ignore', stdout, 'inherit'],
    env: { ...process.env, ...env },
  });
}

/** Ends every part when one ends or a signal arrives; the exit code is that of the part that ended on its own. */
async function untilTheFirstEnds(parts: readonly ChildProcess[]): Promise<void> {
  const ends = parts.map((part) => once(part, 'exit'));
  const signalled = Promise.race(['SIGINT', 'SIGTERM', 'SIGHUP'].map((signal) => once(process, signal)));
  const first = (await Promise.race([
    ...ends.map(async (end) => (await end)[0] as number | null),
    signalled,
  ])) as unknown;
  if (typeof first === 'number') process.exitCode = first;
  const stop = (signal: 'SIGTERM' | 'SIGKILL'): void => {
    for (const part of parts) if (part.exitCode === null && part.signalCode === null) part.kill(signal);
  };
  stop('SIGTERM');
  const impatience = setTimeout(() => stop('SIGKILL'), patience);
  await Promise.all(ends);
  clearTimeout(impatience);
}

function portOf(variable: string, given: string | undefined, standard: number): number {
  if (given === undefined || given === '') return standard;
  const port = Number(given);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) {
    throw new Error(`${variable}: expected a port number from 1 to 65535`);
  }
  return port;
}

async function isFree(port: number): Promise<boolean> {
  const probe = createServer();
  try {
    await new Promise<void>((listening, failed) => probe.once('error', failed).listen(port, listening));
    await new Promise((closed) => probe.close(closed));
    return true;
  } catch {
    return false;
  }
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
