import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createLogger } from '../../../src/adapters/logging';
import { type LogSettings, logOutput } from '../../../src/composition/log-output';
import { DataDirectoryUnusable } from '../../../src/embedded-store/directory-errors';

describe('where the log goes', () => {
  let parent: string;
  let screen: string;
  const directory = (): string => join(parent, 'data');
  const file = (): string => join(directory(), 'bot.log');
  const open = (settings: Partial<LogSettings>) =>
    logOutput(
      { dataDir: directory(), logPretty: false, simulator: { port: 0 }, ...settings },
      { write: (line) => (screen += line) },
    );

  beforeEach(() => {
    parent = mkdtempSync(join(tmpdir(), 'log-'));
    screen = '';
  });
  afterEach(() => rmSync(parent, { recursive: true, force: true }));

  test('given Teams on this machine, when the bot has started, then the log is in a private file and the screen is left alone', async () => {
    const output = await open({});
    const logger = createLogger({ stream: output.stream });
    logger.info('begins');
    output.started();
    logger.error('goes wrong');

    expect(output.file).toBe(file());
    expect(readFileSync(file(), 'utf8')).toMatch(/"msg":"begins"}\n.*"msg":"goes wrong"}\n$/);
    expect(statSync(file()).mode & 0o777).toBe(0o600);
    expect(screen).toBe('');
  });

  test('given Teams on this machine, when something is wrong before it has started, then the screen says it readably and the file too', async () => {
    const logger = createLogger({ stream: (await open({})).stream });
    logger.warn({ variable: 'DIGESTTIME', meant: 'DIGEST_TIME' }, 'another variable is meant');

    expect(screen).toMatch(/WARN.*another variable is meant.*DIGEST_TIME/);
    expect(screen.trim()).not.toMatch(/^\{/);
    expect(readFileSync(file(), 'utf8')).toContain('another variable is meant');
  });

  test('given Teams on this machine, when the process has to end by itself, then the screen says why', async () => {
    const output = await open({});
    output.started();
    createLogger({ stream: output.stream }).fatal('the database is gone');

    expect(screen).toMatch(/FATAL.*the database is gone/);
  });

  test('given LOG_PRETTY, then the screen shows readable lines and there is no file', async () => {
    const output = await open({ logPretty: true });
    output.started();
    createLogger({ stream: output.stream }).info({ port: 3978 }, 'started');

    expect(screen).toMatch(/^\[\d\d:\d\d:\d\d\] INFO: started \{"port":3978\}\n$/);
    expect(output.file).toBeUndefined();
    expect(() => statSync(directory())).toThrow('ENOENT');
  });

  test('given no Teams on this machine, then standard output gets JSON, as whatever runs the bot collects it', async () => {
    const output = await logOutput(
      { dataDir: directory(), logPretty: false },
      { write: (line) => (screen += line) },
    );
    createLogger({ stream: output.stream }).info('started');

    expect(JSON.parse(screen)).toMatchObject({ level: 30, msg: 'started' });
    expect(output.file).toBeUndefined();
  });

  test('given a file that has become large, when the bot starts again, then it is put aside', async () => {
    await open({});
    writeFileSync(file(), 'x'.repeat(10_000_001));
    const logger = createLogger({ stream: (await open({})).stream });
    logger.info('begins');

    expect(statSync(`${file()}.1`).size).toBe(10_000_001);
    expect(readFileSync(file(), 'utf8')).toContain('begins');
  });

  test('given a data directory that cannot be one, then the start says so', async () => {
    writeFileSync(directory(), '');

    await expect(open({})).rejects.toBeInstanceOf(DataDirectoryUnusable);
  });
});
