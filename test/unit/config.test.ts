import fc from 'fast-check';
import { existsSync } from 'node:fs';
import {
  ConfigError,
  type ConfigProblem,
  environmentVariables,
  readConfig,
  sampleOrganisationFile,
} from '../../src/config';

const appId = '7b3c1d52-6f0e-4a51-9d1c-2f6b8a9e0c11';
const tenant = '3f9d2a10-5b7c-4e8d-a1f2-6c0b9d8e7f31';
const nil = '00000000-0000-0000-0000-000000000000';
const bot = {
  MicrosoftAppId: appId,
  MicrosoftAppPassword: 'secret-of-the-app',
  MicrosoftAppTenantId: tenant,
  ORGANISATION_FILE: '/etc/pflege/organisation.yaml',
};
const production = { ...bot, NODE_ENV: 'production', MONGODB_URI: 'mongodb://db.example/pflege' };

function problemsOf(env: Record<string, string>): readonly ConfigProblem[] {
  try {
    readConfig(env);
  } catch (error) {
    if (error instanceof ConfigError) return error.problems;
    throw error;
  }
  return [];
}

describe('readConfig', () => {
  test('given nothing, then local mode on loopback with the sample and the embedded store', () => {
    expect(readConfig({})).toEqual({
      mode: 'local',
      logPretty: false,
      simulator: { port: 3979 },
      host: '127.0.0.1',
      port: 3978,
      dataDir: './data',
      organisationFile: sampleOrganisationFile,
      store: { kind: 'embedded' },
      dialogs: 'dialog',
      environment: 'development',
      logLevel: 'info',
      warningPercents: [50, 75, 100],
    });
  });

  test('given an app id or SIMULATOR=off, then there is no Teams on this machine', () => {
    expect(readConfig({ ...production, SIMULATOR: 'on' }).simulator).toBeUndefined();
    expect(readConfig({ SIMULATOR: 'off' }).simulator).toBeUndefined();
    expect(readConfig({ SIMULATOR_PORT: '0' }).simulator).toEqual({ port: 0 });
  });

  test('given no organisation file, then the sample is found from anywhere', () => {
    expect(sampleOrganisationFile).toMatch(/^(?:\/|[A-Z]:)/);
    expect(existsSync(sampleOrganisationFile)).toBe(true);
  });

  test('given a whole production environment, then the credentials under the names the SDK reads', () => {
    expect(readConfig(production)).toMatchObject({
      mode: 'teams',
      host: '0.0.0.0',
      environment: 'production',
      store: { kind: 'mongodb', uri: 'mongodb://db.example/pflege' },
      organisationFile: '/etc/pflege/organisation.yaml',
      credentials: {
        MicrosoftAppId: appId,
        MicrosoftAppPassword: 'secret-of-the-app',
        MicrosoftAppType: 'SingleTenant',
        MicrosoftAppTenantId: tenant,
      },
    });
  });

  test('given hosts of service URLs, then a list of them in small letters; without the variable, none', () => {
    expect(
      readConfig({ ...bot, SERVICE_URL_HOSTS: 'SMBA.Example.net, *.cloud.example,127.0.0.1' }),
    ).toMatchObject({
      serviceUrlHosts: ['smba.example.net', '*.cloud.example', '127.0.0.1'],
    });
    expect(readConfig(bot).serviceUrlHosts).toBeUndefined();
  });

  test.each([
    '*',
    '*.net',
    'https://smba.example.net',
    'smba.example.net/emea',
    'a.example,,b.example',
    '*127.0.0.1',
  ])('given SERVICE_URL_HOSTS=%s, then it is refused', (hosts) => {
    expect(problemsOf({ ...bot, SERVICE_URL_HOSTS: hosts }).map(({ variable }) => variable)).toEqual([
      'SERVICE_URL_HOSTS',
    ]);
  });

  test.each([
    ['PORT', { PORT: '0' }, { port: 0 }],
    [
      'ids in capitals',
      { ...bot, MicrosoftAppId: appId.toUpperCase(), MicrosoftAppTenantId: tenant.toUpperCase() },
      {
        credentials: {
          MicrosoftAppId: appId,
          MicrosoftAppPassword: bot.MicrosoftAppPassword,
          MicrosoftAppType: 'SingleTenant',
          MicrosoftAppTenantId: tenant,
        },
      },
    ],
    ['HOST', { HOST: 'localhost' }, { host: 'localhost' }],
    ['HOST with an app id', { ...bot, HOST: '10.0.0.5' }, { host: '10.0.0.5' }],
    ['DATA_DIR', { DATA_DIR: '/var/pflege' }, { dataDir: '/var/pflege' }],
    ['ORGANISATION_FILE', { ORGANISATION_FILE: 'my.yaml' }, { organisationFile: 'my.yaml' }],
    ['MONGODB_URI', { MONGODB_URI: 'mongodb+srv://a.example' }, { store: { kind: 'mongodb' } }],
    ['a mongod', { MONGOMS_SYSTEM_BINARY: '/usr/bin/mongod' }, { store: { kind: 'mongod' } }],
    [
      'a server before a mongod',
      { MONGOMS_SYSTEM_BINARY: 'x', MONGODB_URI: 'mongodb://a' },
      { store: { kind: 'mongodb' } },
    ],
    ['DIALOGS', { DIALOGS: 'inline' }, { dialogs: 'inline' }],
    ['LOG_LEVEL', { LOG_LEVEL: 'silent' }, { logLevel: 'silent' }],
    ['LOG_PRETTY', { LOG_PRETTY: 'on' }, { logPretty: true }],
    ['WARNING_PERCENTS', { WARNING_PERCENTS: '25, 50,100' }, { warningPercents: [25, 50, 100] }],
    [
      'empty variables as absent',
      { PORT: '', MicrosoftAppId: ' ', MONGODB_URI: '' },
      { port: 3978, mode: 'local' },
    ],
  ])('given %s, then it counts', (_name, env, expected) => {
    expect(readConfig(env)).toMatchObject(expected);
  });

  test.each<[string, Record<string, string>, string]>([
    ['a port that is no number', { PORT: 'eighty' }, 'PORT'],
    ['a port out of range', { PORT: '65536' }, 'PORT'],
    ['a port with a sign', { PORT: '-1' }, 'PORT'],
    ['an address with a space', { HOST: 'a b' }, 'HOST'],
    ['every address in local mode', { HOST: '0.0.0.0' }, 'HOST'],
    ['a loopback address that nothing listens on', { HOST: '::1' }, 'HOST'],
    ['a name in local mode that is not loopback', { HOST: '127.0.0.1.example' }, 'HOST'],
    ['another environment', { NODE_ENV: 'staging' }, 'NODE_ENV'],
    ['another database', { MONGODB_URI: 'postgres://user:secret@db' }, 'MONGODB_URI'],
    ['an address without a server', { MONGODB_URI: 'mongodb://' }, 'MONGODB_URI'],
    ['another way to show forms', { DIALOGS: 'popup' }, 'DIALOGS'],
    ['another log level', { LOG_LEVEL: 'loud' }, 'LOG_LEVEL'],
    ['percentages that are no numbers', { WARNING_PERCENTS: 'fifty,100' }, 'WARNING_PERCENTS'],
    ['percentages without the breach', { WARNING_PERCENTS: '50,75' }, 'WARNING_PERCENTS'],
    ['percentages out of order', { WARNING_PERCENTS: '75,50,100' }, 'WARNING_PERCENTS'],
    ['a percentage twice', { WARNING_PERCENTS: '50,50,100' }, 'WARNING_PERCENTS'],
    ['a percentage of nothing', { WARNING_PERCENTS: '0,100' }, 'WARNING_PERCENTS'],
    ['an app id that is no UUID', { ...bot, MicrosoftAppId: 'my-bot' }, 'MicrosoftAppId'],
    ['an app id that is one letter', { ...bot, MicrosoftAppId: 'x' }, 'MicrosoftAppId'],
    ['a tenant that is no UUID', { ...bot, MicrosoftAppTenantId: 'contoso' }, 'MicrosoftAppTenantId'],
    ['zeros for an app id', { ...bot, MicrosoftAppId: nil }, 'MicrosoftAppId'],
    ['zeros for a tenant', { ...bot, MicrosoftAppTenantId: nil }, 'MicrosoftAppTenantId'],
    ['ones for a tenant', { ...bot, MicrosoftAppTenantId: nil.replaceAll('0', '1') }, 'MicrosoftAppTenantId'],
    ['a bot of several tenants', { ...bot, MicrosoftAppType: 'MultiTenant' }, 'MicrosoftAppType'],
    ['an app id without a password', { ...bot, MicrosoftAppPassword: '' }, 'MicrosoftAppPassword'],
    ['an app id without a tenant', { ...bot, MicrosoftAppTenantId: '' }, 'MicrosoftAppTenantId'],
    ['an app id without an organisation file', { ...bot, ORGANISATION_FILE: '' }, 'ORGANISATION_FILE'],
    ['a password without an app id', { MicrosoftAppPassword: 'secret' }, 'MicrosoftAppId'],
    ['a tenant without an app id', { MicrosoftAppTenantId: tenant }, 'MicrosoftAppId'],
    ['production without a database', { ...production, MONGODB_URI: '' }, 'MONGODB_URI'],
    [
      'production without an organisation file',
      { ...production, ORGANISATION_FILE: '' },
      'ORGANISATION_FILE',
    ],
  ])('given %s, then it is refused naming the variable', (_name, env, variable) => {
    const problems = problemsOf(env);
    expect(problems.map((problem) => problem.variable)).toEqual([variable]);
    expect(problems[0]?.expected).toMatch(/[a-z]/);
  });

  test('given production and nothing else, then every missing variable is named at once', () => {
    const problems = problemsOf({ NODE_ENV: 'production' });
    expect(problems.map((problem) => problem.variable)).toEqual([
      'MicrosoftAppId',
      'MONGODB_URI',
      'ORGANISATION_FILE',
    ]);
    expect(() => readConfig({ NODE_ENV: 'production' })).toThrow(
      /^MONGODB_URI: expected .* NODE_ENV is production/m,
    );
  });

  test('given any values, then no error repeats one and each variable is named once', () => {
    const value = fc.string({ minLength: 12 }).filter((text) => text.trim().length >= 12);
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom(...environmentVariables), value), (env) => {
        const problems = problemsOf(env);
        const variables = problems.map((problem) => problem.variable);
        expect(new Set(variables).size).toBe(variables.length);
        const text = new ConfigError(problems).message;
        for (const found of Object.values(env)) expect(text).not.toContain(found);
      }),
    );
  });
});
