import { distance } from 'fastest-levenshtein';
import type { Logger } from '../adapters/logging';
import { type Config, type EnvironmentVariable, environmentVariables } from '../config';

export interface ConfigInUse {
  /** By name; values are not looked at, except for being empty. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** The names in the files that Node read variables from (`--env-file`). */
  readonly fileVariables: readonly string[];
  readonly config: Config;
}

/**
 * Says in the log, by name and never by value, what was probably meant otherwise. No reason not to start: each of it
 * makes sense somewhere.
 */
export function warnOfConfig(inUse: ConfigInUse, logger: Logger): void {
  warnOfNames(inUse, logger);
  warnOfTeams(inUse, logger);
  for (const { variable, because } of withoutEffect(inUse)) {
    logger.warn({ variable, because }, 'this variable has no effect');
  }
}

function warnOfNames({ env, fileVariables }: ConfigInUse, logger: Logger): void {
  const isSet = (name: string): boolean => (env[name] ?? '').trim() !== '';
  const known: readonly string[] = environmentVariables;
  const names = new Set([...Object.keys(env).filter(isSet), ...fileVariables]);
  for (const variable of [...names].filter((name) => !known.includes(name)).sort()) {
    const meant = environmentVariables.find(
      (candidate) => (isLike(variable, candidate) || otherNames[variable] === candidate) && !isSet(candidate),
    );
    if (meant !== undefined)
      logger.warn({ variable, meant }, 'the bot does not read this variable, but another');
    else if (fileVariables.includes(variable) && !ofOthers.test(variable))
      logger.warn({ variable }, 'the bot does not read this variable of the env file');
  }
}

/** Variables by which Node and the requests it sends are set up. */
const ofOthers = /^(?:NODE_|UV_|SSL_|TZ$)|_PROXY$/i;

/** What others call the same. */
const otherNames: Readonly<Record<string, EnvironmentVariable>> = {
  BOT_ID: 'MicrosoftAppId',
  BOT_PASSWORD: 'MicrosoftAppPassword',
  DIALOGUES: 'DIALOGS',
  MicrosoftAppSecret: 'MicrosoftAppPassword',
  MicrosoftClientSecret: 'MicrosoftAppPassword',
  MicrosoftTenantId: 'MicrosoftAppTenantId',
  SERVICE_URLS: 'SERVICE_URL_HOSTS',
};

/**
 * The same but for case and separators, or with one letter in five wrong: none in a short name, which many are like. Or
 * of the same words, some shortened.
 */
function isLike(name: string, candidate: EnvironmentVariable): boolean {
  const [one, other] = [lettersOf(name), lettersOf(candidate)];
  return distance(one, other) <= Math.floor(other.length / 5) || hasSameWords(name, candidate);
}

function hasSameWords(name: string, candidate: EnvironmentVariable): boolean {
  const [words, others] = [name, candidate].map((each) => each.toLowerCase().split('_')) as [
    string[],
    string[],
  ];
  return (
    words.length > 1 &&
    words.length === others.length &&
    words.every((word, at) => isSameWord(word, others[at]))
  );
}

/** One begins with the other, or one letter is wrong. */
function isSameWord(one: string, other = ''): boolean {
  if (Math.min(one.length, other.length) < 3) return one === other;
  return one.startsWith(other) || other.startsWith(one) || distance(one, other) === 1;
}

function lettersOf(name: string): string {
  return name.replace(/[^a-z\d]/gi, '').toLowerCase();
}

function warnOfTeams({ config }: ConfigInUse, logger: Logger): void {
  const { credentials, environment, store } = config;
  if (credentials === undefined) return;
  if (environment !== 'production') {
    logger.warn({ variable: 'NODE_ENV' }, 'MicrosoftAppId is set, but NODE_ENV is not production');
    if (store.kind !== 'mongodb')
      logger.warn(
        { variable: 'MONGODB_URI' },
        'MicrosoftAppId is set, but tickets are kept in a store for trials',
      );
  }
}

function withoutEffect({ env, config }: ConfigInUse): readonly {
  readonly variable: EnvironmentVariable;
  readonly because: EnvironmentVariable;
}[] {
  const pairs = [
    ...(config.mode === 'teams'
      ? ([
          ['SIMULATOR', 'MicrosoftAppId'],
          ['SIMULATOR_PORT', 'MicrosoftAppId'],
        ] as const)
      : ([['SERVICE_URL_HOSTS', 'MicrosoftAppId']] as const)),
    ...(config.store.kind === 'mongodb' ? ([['MONGOMS_SYSTEM_BINARY', 'MONGODB_URI']] as const) : []),
  ];
  return pairs
    .filter(([variable]) => (env[variable] ?? '').trim() !== '')
    .map(([variable, because]) => ({ variable, because }));
}
