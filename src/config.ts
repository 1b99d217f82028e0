import { join } from 'node:path';
import { z } from 'zod';
import { defined } from './defined';
import { isPlaceholderId } from './domain/organisation/placeholder-id';
import { defaultThresholdPercents } from './domain/reaction/thresholds';

/** How the bot runs on this machine; the installation itself is described in the organisation file. */
export interface Config {
  /** 'local' without an app id: loopback only, no tokens, never in production. */
  readonly mode: 'local' | 'teams';
  readonly host: string;
  /** 0 takes a free one */
  readonly port: number;
  readonly dataDir: string;
  readonly organisationFile: string;
  readonly store: StoreChoice;
  readonly dialogs: 'dialog' | 'inline';
  readonly environment: 'development' | 'test' | 'production';
  readonly logLevel: (typeof logLevels)[number];
  /** Readable lines on the screen instead of JSON. */
  readonly logPretty: boolean;
  /** Ascending percentages of the service time until the deadline (process 2, Warnings). */
  readonly warningPercents: readonly number[];
  /** 'HH:MM' on the clock of the service calendar; without it the digest comes at the start of service time. */
  readonly digestTime?: string;
  /** Hosts that the bot sends to, '*.example.org' for all below one; Microsoft's where it is absent. */
  readonly serviceUrlHosts?: readonly string[];
  /** Absent in local mode. */
  readonly credentials?: BotCredentials;
  /** Teams on this machine; only in local mode, never with an app id or in production. */
  readonly simulator?: SimulatorSettings;
}

export interface SimulatorSettings {
  /** 0 takes a free one */
  readonly port: number;
}

export type StoreChoice =
  | { readonly kind: 'mongodb'; readonly uri: string }
  | { readonly kind: 'mongod'; readonly binary: string }
  | { readonly kind: 'embedded' };

/** The names are those that ConfigurationServiceClientCredentialFactory of the Bot Framework SDK reads. */
export interface BotCredentials {
  readonly MicrosoftAppId: string;
  readonly MicrosoftAppPassword: string;
  readonly MicrosoftAppType: 'SingleTenant';
  readonly MicrosoftAppTenantId: string;
}

export interface ConfigProblem {
  readonly variable: EnvironmentVariable;
  /** What is expected; never the value found, which may be a secret. */
  readonly expected: string;
}

/** Everything that is wrong with the environment, by variable. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
  constructor(readonly problems: readonly ConfigProblem[]) {
    super(problems.map(({ variable, expected }) => `${variable}: expected ${expected}`).join('\n'));
  }
}

/** The default in local mode: fictitious organisations in several tenants. */
export const sampleOrganisationFile = join(
  __dirname,
  'adapters',
  'organisation',
  'sample',
  'organisation.yaml',
);

const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;
/** The only address to listen on without an app id, by either name. */
const loopback = /^(?:localhost|127\.0\.0\.1)$/;

/** A host, one with `*.` before at least two labels for all below it, or this machine. */
const serviceHost =
  /^(?:(?:\*\.)?(?:[a-z\d-]{1,63}\.)+[a-z][a-z\d-]{0,62}|localhost|127(?:\.\d{1,3}){3}|\[::1\])$/;
const serviceHostsExpected =
  'host names of Bot Connector services with commas between them, such as smba.trafficmanager.net or *.botframework.com';

const variables = {
  NODE_ENV: z
    .enum(['development', 'test', 'production'], 'development, test or production')
    .default('development'),
  PORT: wholeNumbers('a port number from 0 to 65535', (port) => port <= 65_535).default(3978),
  HOST: z
    .string()
    .regex(/^[\w.:-]+$/, 'a host name or address to listen on')
    .optional(),
  DATA_DIR: z.string().default('./data'),
  ORGANISATION_FILE: z.string().optional(),
  MONGODB_URI: z
    .string()
    .regex(/^mongodb(?:\+srv)?:\/\/[^/\s]+/, 'an address beginning with mongodb:// or mongodb+srv://')
    .optional(),
  MONGOMS_SYSTEM_BINARY: z.string().optional(),
  MicrosoftAppId: lowerCaseId("the bot's app id, a UUID").optional(),
  MicrosoftAppPassword: z.string().optional(),
  MicrosoftAppType: z.enum(['SingleTenant'], 'SingleTenant').default('SingleTenant'),
  MicrosoftAppTenantId: lowerCaseId("the id of the tenant that the bot's app belongs to, a UUID").optional(),
  SERVICE_URL_HOSTS: z
    .string()
    .transform((list) => list.split(',').map((host) => host.trim().toLowerCase()))
    .refine((hosts) => hosts.every((host) => serviceHost.test(host)), serviceHostsExpected)
    .optional(),
  SIMULATOR: z.enum(['on', 'off'], 'on or off').default('on'),
  SIMULATOR_PORT: wholeNumbers('a port number from 0 to 65535', (port) => port <= 65_535).default(3979),
  DIALOGS: z.enum(['dialog', 'inline'], 'dialog or inline').default('dialog'),
  LOG_LEVEL: z.enum(logLevels, `one of ${logLevels.join(', ')}`).default('info'),
  LOG_PRETTY: z.enum(['on', 'off'], 'on or off').default('off'),
  WARNING_PERCENTS: z
    .string()
    .regex(/^\s*\d{1,3}\s*(?:,\s*\d{1,3}\s*)*$/, percentsExpected())
    .transform((list) => list.split(',').map(Number))
    .refine(arePercents, percentsExpected())
    .default([...defaultThresholdPercents]),
  DIGEST_TIME: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/, 'a time of day as HH:MM, within service time')
    .optional(),
};

export type EnvironmentVariable = keyof typeof variables;

/** Every variable; .env.example and docs/operations.md list the same ones. */
export const environmentVariables = Object.keys(variables) as readonly EnvironmentVariable[];

/**
 * Reads the settings from environment variables, without blanks around them; an empty one counts as absent. Throws ConfigError naming every
 * variable that is wrong and what is expected of it. Passwords and addresses are not tested.
 */
export function readConfig(env: Readonly<Record<string, string | undefined>>): Config {
  const given = Object.fromEntries(
    environmentVariables.map((variable) => [variable, env[variable]?.trim() || undefined]),
  );
  const reading = z.object(variables).safeParse(given);
  const problems: ConfigProblem[] = [...(reading.error?.issues ?? [])].map(({ path, message }) => ({
    variable: path[0] as EnvironmentVariable,
    expected: message,
  }));
  problems.push(
    ...unmetDependencies(given).filter(({ variable }) => !problems.some((p) => p.variable === variable)),
  );
  if (!reading.success || problems.length > 0) throw new ConfigError(problems);

  const { data } = reading;
  const credentials = credentialsOf(data);
  return {
    mode: credentials === undefined ? 'local' : 'teams',
    host: data.HOST ?? (credentials === undefined ? '127.0.0.1' : '0.0.0.0'),
    port: data.PORT,
    dataDir: data.DATA_DIR,
    organisationFile: data.ORGANISATION_FILE ?? sampleOrganisationFile,
    store: storeOf(data),
    dialogs: data.DIALOGS,
    environment: data.NODE_ENV,
    logLevel: data.LOG_LEVEL,
    logPretty: data.LOG_PRETTY === 'on',
    warningPercents: data.WARNING_PERCENTS,
    ...defined({ digestTime: data.DIGEST_TIME, serviceUrlHosts: data.SERVICE_URL_HOSTS }),
    ...(credentials && { credentials }),
    ...(credentials === undefined && data.SIMULATOR === 'on' && { simulator: { port: data.SIMULATOR_PORT } }),
  };
}

/** The tenant that the bot's app belongs to, where it is named, whatever else of the environment is wrong or missing. */
export function appTenantOf(env: Readonly<Record<string, string | undefined>>): string | undefined {
  return variables.MicrosoftAppTenantId.safeParse(env['MicrosoftAppTenantId']?.trim()).data;
}

/** Variables that require each other; checks raw values, so that an error elsewhere does not hide it. */
function unmetDependencies(given: Readonly<Record<string, string | undefined>>): ConfigProblem[] {
  const problems: ConfigProblem[] = [];
  const demand = (variable: EnvironmentVariable, expected: string): void => {
    const named = problems.some((problem) => problem.variable === variable);
    if (given[variable] === undefined && !named) problems.push({ variable, expected });
  };
  if (given['NODE_ENV'] === 'production') {
    const because = 'because NODE_ENV is production';
    demand('MicrosoftAppId', `the bot's app id, ${because}: without one nobody's identity is checked`);
    demand('MONGODB_URI', `the address of a MongoDB server, ${because}: the embedded store is for trials`);
    demand('ORGANISATION_FILE', `the path of the organisation file, ${because}: the sample is invented`);
  }
  if (given['MicrosoftAppId'] !== undefined) {
    const because = 'because MicrosoftAppId is set';
    demand('MicrosoftAppPassword', `the client secret of the bot's app, ${because}`);
    demand('MicrosoftAppTenantId', `the id of the tenant that the bot's app belongs to, ${because}`);
    demand('ORGANISATION_FILE', `the path of the organisation file, ${because}`);
    return problems;
  }
  for (const variable of ['MicrosoftAppPassword', 'MicrosoftAppTenantId'] as const) {
    if (given[variable] !== undefined)
      demand('MicrosoftAppId', `the bot's app id, because ${variable} is set`);
  }
  if (given['HOST'] !== undefined && !loopback.test(given['HOST'])) {
    problems.push({
      variable: 'HOST',
      expected: '127.0.0.1, because without MicrosoftAppId no token is asked for',
    });
  }
  return problems;
}

type Values = z.infer<z.ZodObject<typeof variables>>;

function credentialsOf(values: Values): BotCredentials | undefined {
  const { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId } = values;
  if (MicrosoftAppId === undefined) return undefined;
  if (MicrosoftAppPassword === undefined || MicrosoftAppTenantId === undefined) return undefined;
  return { MicrosoftAppId, MicrosoftAppPassword, MicrosoftAppType, MicrosoftAppTenantId };
}

function storeOf({ MONGODB_URI, MONGOMS_SYSTEM_BINARY }: Values): StoreChoice {
  if (MONGODB_URI !== undefined) return { kind: 'mongodb', uri: MONGODB_URI };
  if (MONGOMS_SYSTEM_BINARY !== undefined) return { kind: 'mongod', binary: MONGOMS_SYSTEM_BINARY };
  return { kind: 'embedded' };
}

function wholeNumbers(expected: string, allowed: (value: number) => boolean) {
  return z
    .string()
    .regex(/^\d{1,9}$/, expected)
    .transform(Number)
    .refine(allowed, expected);
}

/** Azure shows ids in capitals too; Teams compares them as they are. One digit throughout stands for an id to be filled in. */
function lowerCaseId(expected: string) {
  return z
    .guid({ error: expected, abort: true })
    .refine((id) => !isPlaceholderId(id), `${expected}, not one digit throughout`)
    .transform((id) => id.toLowerCase());
}

function percentsExpected(): string {
  return 'percentages from 1 to 100, ascending, with commas between them and 100 (the breach) as the last';
}

function arePercents(percents: readonly number[]): boolean {
  return (
    percents.every((percent, index) => percent > (percents[index - 1] ?? 0)) &&
    percents[percents.length - 1] === 100
  );
}
