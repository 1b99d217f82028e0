import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseEnv } from 'node:util';
import { z } from 'zod';
import { organisationFileShape } from '../../src/adapters/organisation/file-shape';
import { readOrganisation } from '../../src/adapters/organisation/read-organisation';
import { type ConfigError, environmentVariables, readConfig } from '../../src/config';

const root = join(__dirname, '../..');
const example = readFileSync(join(root, '.env.example'), 'utf8');
const operations = readFileSync(join(root, 'docs/operations.md'), 'utf8');

/** The lines that set a variable, most of them commented out. */
const settings = [...example.matchAll(/^#? ?([A-Za-z_]+)=(.*)$/gm)].map(([, variable = '', value = '']) => ({
  variable,
  value,
}));
const variablesSection = operations.slice(
  operations.indexOf('## Variables'),
  operations.indexOf('## The organisation file'),
);
const rows = [...variablesSection.matchAll(/^\| `([A-Za-z_]+)` +\| ([^|]*?) +\|/gm)].map(
  ([, variable = '', standard = '']) => ({
    variable,
    standard: /^`(.*)`$/.exec(standard)?.[1],
  }),
);

describe('the variables', () => {
  test('given .env.example, then it has those of config.ts and no other', () => {
    expect(settings.map(({ variable }) => variable).sort()).toEqual([...environmentVariables].sort());
  });

  test('given .env.example, then each variable has a comment before it', () => {
    const blocks = example.split('\n\n').slice(1);
    for (const block of blocks) expect(block).toMatch(/^# [^=\n]{10,}\n/);
    expect(blocks.length).toBeGreaterThan(10);
  });

  test('given .env.example as it is, then nothing is set', () => {
    expect(readConfig(parseEnv(example) as Record<string, string>)).toEqual(readConfig({}));
  });

  const examples = Object.fromEntries(settings.map(({ variable, value }) => [variable, value]));

  test('given every line of .env.example and ids of an app, then each example is taken', () => {
    const app = {
      MicrosoftAppId: '7b3c1d52-6f0e-4a51-9d1c-2f6b8a9e0c11',
      MicrosoftAppPassword: 'x',
      MicrosoftAppTenantId: '3f9d2a10-5b7c-4e8d-a1f2-6c0b9d8e7f31',
    };
    expect(readConfig({ ...examples, ...app }).mode).toBe('teams');
  });

  test('given the ids of .env.example as they are, then each is refused by its name', () => {
    let problems: readonly { readonly variable: string }[] = [];
    try {
      readConfig({ ...examples, MicrosoftAppPassword: 'x' });
    } catch (error) {
      problems = (error as ConfigError).problems;
    }
    expect(problems.map(({ variable }) => variable)).toEqual(['MicrosoftAppId', 'MicrosoftAppTenantId']);
  });

  test('given docs/operations.md, then its table has those of config.ts, in its order', () => {
    expect(rows.map(({ variable }) => variable)).toEqual([...environmentVariables]);
  });

  test('given the defaults in the table, then setting them changes nothing', () => {
    const defaults = rows.flatMap(({ variable, standard }) =>
      standard === undefined ? [] : [[variable, standard]],
    );
    expect(defaults).toHaveLength(10);
    expect(readConfig(Object.fromEntries(defaults) as Record<string, string>)).toEqual(readConfig({}));
  });
});

describe('the organisation file in docs/operations.md', () => {
  test('given its example, then it is taken', () => {
    const text = /```yaml\n([\s\S]*?)```/.exec(operations)?.[1] ?? '';
    expect(readOrganisation(text).modules).toHaveLength(2);
  });

  test('given every key of the file, then the page explains it', () => {
    const section = operations.slice(
      operations.indexOf('| Field '),
      operations.indexOf('## First installation'),
    );
    const keys = keysOf(organisationFileShape);
    expect(keys.size).toBeGreaterThan(30);
    expect([...keys].filter((key) => !new RegExp(`\\b${key}\\b`).test(section))).toEqual([]);
  });
});

function keysOf(schema: unknown): Set<string> {
  if (schema instanceof z.ZodObject) {
    return new Set(
      Object.entries(schema.shape as Record<string, unknown>).flatMap(([key, inner]) => [
        key,
        ...keysOf(inner),
      ]),
    );
  }
  if (schema instanceof z.ZodArray) return keysOf(schema.element);
  if (schema instanceof z.ZodExactOptional || schema instanceof z.ZodOptional) return keysOf(schema.unwrap());
  return new Set();
}
