import { randomUUID } from 'node:crypto';
import { startTexts } from './texts/local-mode.de';
import { hostname } from 'node:os';
import { createLogger } from './adapters/logging';
import { systemClock } from './adapters/clock';
import { loadOrganisation } from './adapters/organisation/load-organisation';
import { type Config, readConfig, sampleOrganisationFile } from './config';
import { checkDigestTime } from './composition/check-digest-time';
import { envFileVariables } from './composition/env-files';
import { checkServiceUrls } from './composition/service-url-hosts';
import { defined } from './defined';
import type { LocalModeOptions } from './local-mode/start-local-mode';
import type { BotParts } from './composition/bot-parts';
import { logOutput } from './composition/log-output';
import { type RunningBot, startBot } from './composition/start-bot';
import { startErrorText } from './composition/start-errors';
import { startStore } from './composition/start-store';
import { stopOnSignal } from './composition/stop-on-signal';
import { softwareVersion } from './version';
import { warnOfConfig } from './composition/warn-of-config';

/** Reads the configuration, starts, says what to do next, and stops on a signal. */
async function main(): Promise<void> {
  const config = readConfig(process.env);
  const log = await logOutput(config);
  const logger = createLogger({ level: config.logLevel, stream: log.stream });
  const organisationFile = loadOrganisation(config.organisationFile);
  checkDigestTime(config, organisationFile.calendars);
  checkServiceUrls(config, organisationFile);
  const fileVariables = envFileVariables(process.execArgv);
  warnOfConfig({ env: process.env, fileVariables, config }, logger);
  const store = await startStore(config.store, config.dataDir);
  const start = (changed: Partial<BotParts> = {}): Promise<RunningBot> =>
    startBot({
      storeUri: store.uri,
      organisationFile,
      clock: systemClock,
      logger,
      mode: config.dialogs,
      port: config.port,
      host: config.host,
      authentication: authenticationOf(config),
      warningPercents: config.warningPercents,
      ...defined({ digestTime: config.digestTime }),
      // Two processes of one name would take the lease from one another: containers may share both host name and pid.
      holder: config.store.kind === 'mongodb' ? `${hostname()}:${process.pid}:${randomUUID()}` : 'local',
      storeLost: () => process.exit(1),
      ...changed,
    });
  const { port, where, stop } = await startWith(config, start, {
    storeUri: store.uri,
    organisationFile,
    logger,
  });
  stopOnSignal({
    logger,
    stop: async () => {
      await stop();
      await store.close();
    },
  });
  const { mode, host } = config;
  logger.info({ version: softwareVersion, mode, address: `http://${host}:${port}`, port }, 'started');
  log.started();
  if (where !== undefined) sayWhatToDo(config, where, log.file);
}

/** What was started, and the port on which the bot answers. */
interface Started {
  readonly port: number;
  /** What to tell whoever started it on this machine: where to go. */
  readonly where?: string;
  readonly stop: () => Promise<void>;
}

/** Starts the bot and, without an app id, Teams on this machine, whose code is loaded only then. */
async function startWith(
  config: Config,
  start: (changed?: Partial<BotParts>) => Promise<RunningBot>,
  parts: Pick<LocalModeOptions, 'storeUri' | 'organisationFile' | 'logger'>,
): Promise<Started> {
  const { simulator, dataDir } = config;
  if (simulator === undefined) {
    const bot = await start();
    const where = config.mode === 'local' ? startTexts.bot(bot.port) : undefined;
    return { port: bot.port, ...defined({ where }), stop: () => bot.stop() };
  }
  const { startLocalMode } = await import('./local-mode/start-local-mode.ts');
  const { port } = simulator;
  const mayReset = config.store.kind !== 'mongodb';
  const isSample = config.organisationFile === sampleOrganisationFile;
  const local = await startLocalMode({ ...parts, isSample, port, dataDir, mayReset, startBot: start });
  return { port: local.botPort, where: startTexts.teams(local.address), stop: () => local.stop() };
}

function authenticationOf({ credentials, serviceUrlHosts }: Config) {
  // Teams on this machine counts nothing.
  if (credentials === undefined) return { limited: false };
  const {
    MicrosoftAppId: appId,
    MicrosoftAppPassword: appPassword,
    MicrosoftAppTenantId: appTenant,
  } = credentials;
  return { credentials: { appId, appPassword, appTenant }, ...defined({ serviceUrlHosts }) };
}

/** The address stays the last thing on the screen. */
function sayWhatToDo(config: Config, where: string, logFile: string | undefined): void {
  const { dataDir, organisationFile } = config;
  console.log(startTexts.files(dataDir, organisationFile));
  if (logFile !== undefined) console.log(startTexts.log(logFile));
  console.log(startTexts.onlyFromHere(where));
}

main().catch((error: unknown) => {
  console.error(startErrorText(error) ?? error);
  process.exit(1);
});
