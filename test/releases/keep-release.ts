import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Desk } from '../support/desk';
import { playEverything } from '../support/played-tickets';
import { releasesFolder, writeDump } from '../support/release-dump';

/** `npm run keep-release`: keeps what this version stores, for the tests of all later ones. Run it once, when it is released. */
async function main(): Promise<void> {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
    readonly version: string;
  };
  const desk = await Desk.open();
  try {
    await playEverything(desk);
    await writeDump(desk.storeUri, join(releasesFolder, version), desk.connector.serviceUrl);
  } finally {
    await desk.close();
  }
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
