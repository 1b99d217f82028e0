import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from 'playwright-core';
import { defined } from '../../src/defined';

const places = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'];
/** Works without a sandbox and a graphics card, and asks nobody for anything. */
const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
/** How long anything may take to appear; milliseconds. */
const patience = 20_000;

/** Undefined where there is none. */
export const chromiumPath = places.find((path) => existsSync(path));

export interface OpenPage {
  readonly page: Page;
  close(): Promise<void>;
}

/** A page in a browser that nobody has used before, in this language ("en-US"), or that of the machine. */
export async function openPage(executablePath: string, language?: string): Promise<OpenPage> {
  const profile = await mkdtemp(join(tmpdir(), 'chromium-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: language === undefined ? flags : [...flags, `--lang=${language}`],
    ...defined({ locale: language }),
    viewport: { width: 1280, height: 1400 },
  });
  context.setDefaultTimeout(patience);
  const page = context.pages()[0] ?? (await context.newPage());
  return {
    page,
    close: async () => {
      await context.close();
      await rm(profile, { recursive: true, force: true });
    },
  };
}
