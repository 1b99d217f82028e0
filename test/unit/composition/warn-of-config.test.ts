import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { createLogger } from '../../../src/adapters/logging';
import { envFileVariables } from '../../../src/composition/env-files';
import { warnOfConfig } from '../../../src/composition/warn-of-config';
import { environmentVariables, readConfig } from '../../../src/config';

const production = {
  NODE_ENV: 'production',
  MicrosoftAppId: '7b3c1d52-6f0e-4a51-9d1c-2f6b8a9e0c11',
  MicrosoftAppPassword: 'canary-secret',
  MicrosoftAppTenantId: '3f9d2a10-5b7c-4e8d-a1f2-6c0b9d8e7f31',
  MONGODB_URI: 'mongodb://db.example/pflege',
  ORGANISATION_FILE: 'organisation.yaml',
};

/** What is in the log, without its time; none of it holds a value. */
function warned(env: Record<string, string>, fileVariables: readonly string[] = []): object[] {
  const lines: string[] = [];
  const logger = createLogger({ stream: { write: (line) => void lines.push(line) } });
  warnOfConfig({ env, fileVariables, config: readConfig(env) }, logger);
  expect(lines.join()).not.toContain('canary');
  return lines.map((line) => {
    const { level, time, msg, ...fields } = JSON.parse(line) as Record<string, unknown>;
    expect(level).toBe(40);
    expect(time).toBeDefined();
    expect(msg).toMatch(/[a-z]/);
    return fields;
  });
}

describe('what the log says of a configuration that was probably meant otherwise', () => {
  test('given a whole production environment, or nothing at all, then nothing', () => {
    expect(warned(production)).toEqual([]);
    expect(warned({})).toEqual([]);
  });

  test.each([
    ['DIGESTTIME', 'DIGEST_TIME'],
    ['DIGEST_TIMES', 'DIGEST_TIME'],
    ['digest_time', 'DIGEST_TIME'],
    ['WARNINGS_PERCENT', 'WARNING_PERCENTS'],
    ['WARN_PERCENTS', 'WARNING_PERCENTS'],
    ['LOGLEVEL', 'LOG_LEVEL'],
    ['MONGODB_URL', 'MONGODB_URI'],
    ['MONGODB-URI', 'MONGODB_URI'],
    ['ORGANIZATION_FILE', 'ORGANISATION_FILE'],
    ['DATADIR', 'DATA_DIR'],
    ['DIALOG', 'DIALOGS'],
    ['SERVICE_URL_HOST', 'SERVICE_URL_HOSTS'],
    ['Port', 'PORT'],
    ['MONGO_URL', 'MONGODB_URI'],
    ['DATA_DIRECTORY', 'DATA_DIR'],
    ['NODE_ENVIRONMENT', 'NODE_ENV'],
    ['ORG_FILE', 'ORGANISATION_FILE'],
    ['MicrosoftAppSecret', 'MicrosoftAppPassword'],
    ['BOT_ID', 'MicrosoftAppId'],
    ['DIALOGUES', 'DIALOGS'],
    ['SERVICE_URLS', 'SERVICE_URL_HOSTS'],
  ])('given %s, then that %s was probably meant', (variable, meant) => {
    expect(warned({ [variable]: 'canary' })).toEqual([{ variable, meant }]);
  });

  test('given what other programs set, then nothing', () => {
    const others = [
      'PATH',
      'HOME',
      'HOSTNAME',
      'HOSTTYPE',
      'PWD',
      'USER',
      'SHLVL',
      'NODE_OPTIONS',
      'NODE_PATH',
    ];
    const more = [
      'npm_config_port',
      'MAIL',
      'LOGNAME',
      'DISPLAY',
      'DATA',
      'LANG',
      'TZ',
      'MONGO_HOST',
      'POST',
      'LOG_DIR',
      'NODE_EXTRA',
      'SERVICE_NAME',
      'DATA_VERSION',
    ];
    expect(warned(Object.fromEntries([...others, ...more].map((name) => [name, 'canary'])))).toEqual([]);
  });

  test('given a variable like one that is set, or an empty one, then nothing', () => {
    expect(warned({ DIGEST_TIME: '10:00', DIGESTTIME: '10:00', LOGLEVEL: ' ' })).toEqual([]);
  });

  test('given any variable with a letter that is missing, then it is found', () => {
    for (const meant of environmentVariables.filter((name) => name.length > 5)) {
      const variable = meant.slice(0, -1);
      expect(warned({ [variable]: 'canary' })).toContainEqual({ variable, meant });
    }
  });

  test('given an env file with what the bot does not read, then its name, except for what is for Node', () => {
    expect(warned({ COLOUR: 'canary' }, ['COLOUR', 'PORT', 'NODE_EXTRA_CA_CERTS', 'HTTPS_PROXY'])).toEqual([
      { variable: 'COLOUR' },
    ]);
  });

  test('given an app id without production, then that, and the store if it is for trials', () => {
    expect(warned({ ...production, NODE_ENV: 'development' })).toEqual([{ variable: 'NODE_ENV' }]);
    expect(warned({ ...production, NODE_ENV: '', MONGODB_URI: '' })).toEqual([
      { variable: 'NODE_ENV' },
      { variable: 'MONGODB_URI' },
    ]);
  });

  test('given what has no effect, then because of which variable', () => {
    expect(
      warned({ ...production, SIMULATOR: 'on', SIMULATOR_PORT: '1', MONGOMS_SYSTEM_BINARY: 'x' }),
    ).toEqual([
      { variable: 'SIMULATOR', because: 'MicrosoftAppId' },
      { variable: 'SIMULATOR_PORT', because: 'MicrosoftAppId' },
      { variable: 'MONGOMS_SYSTEM_BINARY', because: 'MONGODB_URI' },
    ]);
    expect(warned({ SERVICE_URL_HOSTS: 'cloud.example' })).toEqual([
      { variable: 'SERVICE_URL_HOSTS', because: 'MicrosoftAppId' },
    ]);
  });
});

describe('the variables of env files', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'env-'));
    writeFileSync(path.join(folder, '.env'), '# a comment\nPORT=1\nDIGESTTIME="10:00"\n');
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test.each([
    ['=', (file: string) => [`--env-file=${file}`, '--require', 'sucrase/register/ts']],
    ['a space', (file: string) => ['--require', 'sucrase/register/ts', '--env-file', file]],
    ['if it exists', (file: string) => [`--env-file-if-exists=${file}`]],
  ])('given one named with %s, then its names', (_how, nodeArguments) => {
    expect(envFileVariables(nodeArguments(path.join(folder, '.env')))).toEqual(
      expect.arrayContaining(['PORT', 'DIGESTTIME']),
    );
  });

  test('given none, or one that is gone, then none', () => {
    expect(envFileVariables(['--require', 'sucrase/register/ts'])).toEqual([]);
    expect(envFileVariables([`--env-file=${path.join(folder, 'gone')}`])).toEqual([]);
  });
});
