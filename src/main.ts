import { hostname } from 'node:os';
import { createLogger } from './adapters/logging';
import { systemClock } from './adapters/clock';
import { createFileDirectory } from './adapters/organisation/file-directory';
import { readConfig } from './config';
import type { Config } from './config';
import { checkDigestTime } from './check-digest-time';
import { startBot } from './start-bot';
import { startErrorText } from './start-errors';
import { startStore } from './start-store';

/** Reads the configuration, starts, says what to do next, and stops on a signal. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const logger = createLogger({ level: config.logLevel });
  const directory = createFileDirectory(config.organisationFile);
  checkDigestTime(config, directory.installation().calendars);
  const store = await startStore(config.store, config.dataDir);
  const bot = await startBot({
    storeUri: store.uri,
    directory,
    clock: systemClock,
    logger,
    mode: config.dialogs,
    port: config.port,
    host: config.host,
    authentication: authenticationOf(config),
    warningPercents: config.warningPercents,
    ...(config.digestTime === undefined ? {} : { digestTime: config.digestTime }),
    holder: config.store.kind === 'mongodb' ? `${hostname()}:${process.pid}` : 'local',
  });
  if (config.mode === 'local') sayWhatToDo(config, bot.port);

  let stopping = false;
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stopping) return;
      stopping = true;
      logger.info({ signal }, 'stopping');
      bot
        .stop()
        .then(() => store.close())
        .then(() => logger.info('stopped'))
        .catch((error: unknown) => {
          logger.error({ err: error }, 'stop failed');
          process.exitCode = 1;
        });
    });
  }
}

function authenticationOf({ credentials }: Config) {
  if (credentials === undefined) return {};
  const {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: appTenant,
  } = credentials;
  return { credentials: { appId, appPassword, appTenant } };
}

function sayWhatToDo(config: Config, port: number): void {
  console.log(
    [
      `Der Bot läuft im lokalen Modus auf http://127.0.0.1:${port} (nur von diesem Rechner erreichbar).`,
      `Daten: ${config.dataDir}   Organisationsdatei: ${config.organisationFile}`,
      'Zum Ausprobieren: Beenden Sie ihn mit Strg+C und starten Sie „npm run playground“.',
    ].join('\n'),
  );
}

main().catch((error: unknown) => {
  console.error(startErrorText(error) ?? error);
  process.exit(1);
});
