import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startStore } from '../../../src/composition/start-store';
import { onlyEmbedded } from '../../servers/named-server';

onlyEmbedded('it is about who owns a data directory');

describe('starting with a mongod of one’s own', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(join(tmpdir(), 'start-store-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  test.each(['missing', 'plain'])(
    'given a binary that is %s, then it says so and claims nothing',
    async (name) => {
      await writeFile(join(directory, 'plain'), '', { mode: 0o600 });
      const data = join(directory, 'data');
      await expect(startStore({ kind: 'mongod', binary: join(directory, name) }, data)).rejects.toThrow(
        /^MONGOMS_SYSTEM_BINARY: expected .* executable$/,
      );
      expect(await readdir(directory)).toEqual(['plain']);
    },
  );

  test('given a binary that is no mongod, then the next start may use another kind of store', async () => {
    const binary = join(directory, 'no-mongod');
    await writeFile(binary, '#!/bin/sh\nexit 3\n', { mode: 0o700 });
    await expect(startStore({ kind: 'mongod', binary }, directory)).rejects.toThrow(
      /^MONGOMS_SYSTEM_BINARY: expected a mongod that starts/,
    );
    const store = await startStore({ kind: 'embedded' }, directory);
    await store.close();
  });
});
