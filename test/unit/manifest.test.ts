import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { chatCommands } from '../../src/adapters/teams/chat/chat-commands';

const folder = join(__dirname, '../../manifest');
const json: unknown = JSON.parse(readFileSync(join(folder, 'manifest.json'), 'utf8'));
const manifest = z
  .looseObject({
    manifestVersion: z.string(),
    $schema: z.string(),
    icons: z.strictObject({ color: z.string(), outline: z.string() }),
    supportsChannelFeatures: z.string(),
    bots: z
      .array(
        z.looseObject({
          botId: z.string(),
          scopes: z.array(z.string()),
          supportsTargetedMessages: z.boolean(),
          commandLists: z.array(
            z.strictObject({
              scopes: z.array(z.string()),
              commands: z.array(z.strictObject({ title: z.string(), description: z.string() })),
            }),
          ),
        }),
      )
      .length(1),
    webApplicationInfo: z.looseObject({ id: z.string() }),
    authorization: z.looseObject({
      permissions: z.looseObject({
        resourceSpecific: z.array(z.looseObject({ name: z.string(), type: z.string() })),
      }),
    }),
  })
  .parse(json);
const [bot] = manifest.bots;

function commandsIn(scope: string): string[] {
  const lists = bot?.commandLists.filter(({ scopes }) => scopes.includes(scope)) ?? [];
  return lists.flatMap(({ commands }) => commands.map(({ title }) => title));
}

/** The schema is draft 4; without its own name ajv takes it, as it uses nothing that has changed since. */
function validator(version: string) {
  const file = `@microsoft/app-manifest/build/json-schemas/teams/v${version}/MicrosoftTeams.schema.json`;
  const schema = z
    .record(z.string(), z.unknown())
    .parse(JSON.parse(readFileSync(join(__dirname, '../../node_modules', file), 'utf8')));
  delete schema['$schema'];
  delete schema['id'];
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  return ajv.compile(schema);
}

describe('the manifest of the Teams app', () => {
  test('given the schema of its version, then it is valid, and a wrong key would not be', () => {
    const validate = validator(manifest.manifestVersion);
    expect(validate(json) || validate.errors).toBe(true);
    expect(validate({ ...manifest, supportsChannelFeature: 'tier1' })).toBe(false);
    expect(manifest.$schema).toContain(`/v${manifest.manifestVersion}/`);
  });

  test('given the team scope in a version from 1.25 on, then it supports the features of channels, else the upload fails', () => {
    expect(bot?.scopes).toEqual(expect.arrayContaining(['team', 'personal', 'groupChat']));
    expect(Number(manifest.manifestVersion.split('.')[1])).toBeGreaterThanOrEqual(25);
    expect(manifest.supportsChannelFeatures).toBe('tier1');
  });

  test('given people who ask so that nobody else sees it, then the bot takes that, from version 1.29 on', () => {
    expect(bot?.supportsTargetedMessages).toBe(true);
    expect(Number(manifest.manifestVersion.split('.')[1])).toBeGreaterThanOrEqual(29);
    expect(validator('1.28')({ ...manifest, manifestVersion: '1.28' })).toBe(false);
  });

  test('given rosters of shared channels, then it asks for them with the app id of the bot', () => {
    expect(manifest.authorization.permissions.resourceSpecific).toEqual([
      { name: 'ChannelMember.Read.Group', type: 'Application' },
    ]);
    expect(manifest.webApplicationInfo.id).toBe(bot?.botId);
  });

  test.each(['team', 'personal'] as const)(
    'given the commands offered in the scope %s, then exactly those',
    (scope) => {
      const offered = chatCommands.filter(({ scopes }) => scopes.includes(scope)).map(({ title }) => title);
      expect(commandsIn(scope)).toEqual(offered);
    },
  );

  test('given a group chat, which is no place, then only what answers everywhere', () => {
    expect(commandsIn('groupChat')).toEqual(['Hilfe', 'Kennungen']);
  });

  test('given the command lists, then one a scope and none over ten', () => {
    const lists = bot?.commandLists ?? [];
    expect(lists.flatMap(({ scopes }) => scopes).sort()).toEqual([...(bot?.scopes ?? [])].sort());
    for (const { commands } of lists) expect(commands.length).toBeLessThanOrEqual(10);
  });

  test.each([
    ['color', 192],
    ['outline', 32],
  ] as const)('given the icon %s, then it is a PNG of %d pixels a side', (icon, side) => {
    const png = readFileSync(join(folder, manifest.icons[icon]));
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([side, side]);
  });
});
