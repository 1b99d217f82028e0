import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DataDirectoryInUse } from '../../../src/embedded-store/directory-errors';
import { lockDataDirectory } from '../../../src/embedded-store/store-lock';
import { storeProcess } from './store-in-process';

describe('the lock of a data directory', () => {
  let directory: string;
  let lock: string;
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'store-lock-'));
    lock = path.join(directory, 'store-lock');
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  const left: [string, string][] = [
    ['an empty lock', ''],
    ['a lock of spaces', ' \n\n'],
    ['a lock of noise', '\u0000\u0001nobody\n'],
    ['a lock of process 0', '0 \n'],
    ['a lock of a negative number', '-1 \n'],
    ['the lock of a process that is gone', '4194303 17 mongodb\nmongodb://127.0.0.1:1/\n'],
    ['the lock of an earlier process of this number', `${process.pid} 1\n`],
  ];

  it.each(left)(
    'given %s, when twenty start at once, then exactly one has the directory',
    async (_name, text) => {
      await writeFile(lock, text);
      const starts = await Promise.allSettled(Array.from({ length: 20 }, () => lockDataDirectory(directory)));
      const won = starts.filter((start) => start.status === 'fulfilled');
      expect(won).toHaveLength(1);
      for (const start of starts)
        if (start.status === 'rejected') expect(start.reason).toBeInstanceOf(DataDirectoryInUse);
      await won[0]?.value();
      expect(await readdir(directory)).toEqual([]);
    },
  );

  it.each([
    ['no lock', undefined],
    ['an empty lock', ''],
    ['a stale lock', '4194303 17\n'],
  ])(
    'given %s, when three processes start at once, then one serves and two say a sentence',
    async (_name, text) => {
      if (text !== undefined) await writeFile(lock, text);
      const stores = await Promise.all([1, 2, 3].map(() => storeProcess(directory)));
      try {
        const serving = stores.filter(({ address }) => address !== undefined);
        expect(serving).toHaveLength(1);
        for (const store of stores.filter(({ address }) => address === undefined)) {
          expect(await store.wrong).toBe(
            `the data directory ${directory} is in use by process ${serving[0]?.processId}; one process owns it\n`,
          );
        }
      } finally {
        await Promise.all(stores.map((store) => store.kill()));
      }
    },
  );

  it('given somebody who ended while replacing a stale lock, then the next one goes on from there', async () => {
    await writeFile(lock, '4194303 17\n');
    const first = await lockDataDirectory(directory);
    const holder = await readFile(lock, 'utf8');
    await first();
    // As that process left it: met at the place of the stale lock, but did not get on.
    await writeFile(lock, '4194303 17\n');
    const { createHash } = await import('node:crypto');
    const meeting = createHash('sha256').update('4194303 17').digest('hex').slice(0, 16);
    await writeFile(`${lock}.after-${meeting}`, holder.replace(String(process.pid), '4194302'));
    const release = await lockDataDirectory(directory);
    expect(await readFile(lock, 'utf8')).toMatch(new RegExp(`^${process.pid} `));
    await release();
    expect(await readdir(directory)).toEqual([]);
  });

  it('given a lock that somebody else holds by now, when released, then it stays', async () => {
    const release = await lockDataDirectory(directory);
    await writeFile(lock, '1 1 other\n');
    await release();
    expect(await readFile(lock, 'utf8')).toBe('1 1 other\n');
  });
});
