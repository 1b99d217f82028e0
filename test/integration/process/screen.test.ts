import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Child } from './child';

const main = path.join(__dirname, '../../../src/main.ts');

describe('what stands on the screen after npm start', () => {
  let directory: string;
  let child: Child | undefined;

  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'screen-'));
  });
  afterEach(async () => {
    await child?.end();
    await rm(directory, { recursive: true, force: true });
  });

  const started = (env: Readonly<Record<string, string | undefined>> = {}): Child =>
    new Child(main, {
      NODE_ENV: 'development',
      LOG_LEVEL: 'info',
      PORT: '0',
      SIMULATOR_PORT: '0',
      DATA_DIR: directory,
      DIGESTTIME: '09:00',
      MONGODB_URI: undefined,
      ...env,
    });
  const address = /Teams auf diesem Rechner: (http:\/\/127\.0\.0\.1:\d+) .*$/;

  it('given no configuration, then the address comes last, after where the log is, and stays the last when the bot works', async () => {
    child = started();
    const [, page = ''] = await child.says(address);
    expect((await fetch(page)).status).toBe(200);
    const log = await logged(/"msg":"answered"/);

    const lines = child.said.split('\n').filter((line) => !/punycode|--trace-deprecation/.test(line));
    expect(lines).toEqual([
      expect.stringMatching(/WARN.*the bot does not read this variable, but another.*DIGEST_TIME/),
      expect.stringContaining('Daten: '),
      `Protokoll: ${path.join(directory, 'bot.log')} (LOG_PRETTY=on zeigt es auf dem Bildschirm)`,
      expect.stringMatching(address),
    ]);
    expect(log).toContain('"msg":"started"');
  });

  it('given LOG_PRETTY, then the screen shows the log readably', async () => {
    child = started({ LOG_PRETTY: 'on' });
    await child.says(/\] INFO: answered \{.*"status":200/);

    expect(child.said).toMatch(/\] INFO: started \{"version":/);
    expect(child.said).not.toMatch(/^\{|Protokoll:/m);
  });

  it('given a start that fails, then the screen says which variable and what is expected', async () => {
    const file = path.join(directory, 'file');
    await writeFile(file, '');
    child = started({ DATA_DIR: file });

    expect(await child.ended).toEqual({ code: 1, signal: null });
    expect(child.said).toContain('DATA_DIR: expected a directory that this user may write to; ');
  });

  /** The log once this is in it: the bot hears of its conversations after the start. */
  async function logged(what: RegExp): Promise<string> {
    for (;;) {
      const text = await readFile(path.join(directory, 'bot.log'), 'utf8');
      if (what.test(text)) return text;
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
});
