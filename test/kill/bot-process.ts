import { destination } from 'pino';
import { systemClock } from '../../src/adapters/clock';
import { createLogger } from '../../src/adapters/logging';
import { loadOrganisation } from '../../src/adapters/organisation/load-organisation';
import { startBot } from '../../src/composition/start-bot';

export interface BotProcessOptions {
  readonly storeUri: string;
  readonly organisationFile: string;
  readonly holder: string;
}

/** A bot as a process of its own, by the machine's clock and with the times of production; says when it has started. */
async function main({ storeUri, organisationFile, holder }: BotProcessOptions): Promise<void> {
  await startBot({
    storeUri,
    organisationFile: loadOrganisation(organisationFile),
    clock: systemClock,
    logger: createLogger({ level: 'error', stream: destination(2) }),
    mode: 'dialog',
    port: 0,
    host: '127.0.0.1',
    authentication: { limited: false },
    // As a container that keeps its name, or as a process with one of its own, which finds the lease of its forerunner taken.
    holder: holder.replace('PID', String(process.pid)),
  });
  console.log('started');
}

// Whoever started it is gone: nobody else would end it.
process.stdin.resume().on('end', () => process.exit());

void main(JSON.parse(process.argv[2] ?? '') as BotProcessOptions);
