import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { claimDataDirectory } from '../../../src/embedded-store/data-directory';
import {
  DataDirectoryInUse,
  DataDirectoryOfOtherKind,
  DataDirectoryUnusable,
} from '../../../src/embedded-store/directory-errors';
import { startEmbeddedStore } from '../../../src/embedded-store/start-embedded-store';
import { lockDataDirectory, runningStore } from '../../../src/embedded-store/store-lock';

describe('the data directory', () => {
  let directory = '';
  beforeEach(async () => {
    directory = await mkdtemp(path.join(tmpdir(), 'data-directory-'));
  });
  afterEach(() => rm(directory, { recursive: true, force: true }));

  test('given a directory that is not there, when claimed, then it is made and remembers the kind', async () => {
    const nested = path.join(directory, 'a', 'b');
    await claimDataDirectory(nested, 'embedded');
    await claimDataDirectory(nested, 'embedded');
    await expect(claimDataDirectory(nested, 'mongod')).rejects.toThrow(DataDirectoryOfOtherKind);
  });

  test('given a directory of a mongod, when the embedded store starts on it, then it refuses and names both kinds', async () => {
    await claimDataDirectory(directory, 'mongod');
    await expect(startEmbeddedStore({ directory })).rejects.toThrow('"mongod", not "embedded"');
  });

  test('given a running store, when a second one starts on its directory, then it is refused until the first has closed', async () => {
    const first = await startEmbeddedStore({ directory });
    await expect(startEmbeddedStore({ directory })).rejects.toThrow(DataDirectoryInUse);
    await first.close();
    const second = await startEmbeddedStore({ directory });
    await second.close();
  });

  test('given a running store, when asked where it answers, then its address is told until it has closed', async () => {
    expect(await runningStore(directory)).toBeUndefined();
    const store = await startEmbeddedStore({ directory });
    expect(await runningStore(directory)).toBe(store.uri);
    await store.close();
    expect(await runningStore(directory)).toBeUndefined();
  });

  test('given the lock of a process that is gone, when asked where its store answers, then nowhere', async () => {
    const child = spawn(process.execPath, ['-e', '']);
    await once(child, 'exit');
    await writeFile(path.join(directory, 'store-lock'), `${child.pid} 1\nmongodb://127.0.0.1:1/\n`);
    expect(await runningStore(directory)).toBeUndefined();
    await (await startEmbeddedStore({ directory })).close();
  });

  test('given a port that is taken, when a store starts on it, then it fails and leaves the directory free', async () => {
    const other = await mkdtemp(path.join(tmpdir(), 'data-directory-'));
    const first = await startEmbeddedStore({ directory: other });
    await expect(startEmbeddedStore({ directory, port: first.port })).rejects.toThrow('EADDRINUSE');
    await first.close();
    await (await startEmbeddedStore({ directory })).close();
    await rm(other, { recursive: true });
  });

  test('given the lock of a process that lives, then it is refused; of one that is gone, then it is replaced', async () => {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)']);
    const stat = await readFile(`/proc/${child.pid}/stat`, 'utf8').catch(() => '');
    const beginning = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19] ?? '';
    await writeFile(path.join(directory, 'store-lock'), `${child.pid} ${beginning}\n`);
    await expect(lockDataDirectory(directory)).rejects.toThrow(`in use by process ${child.pid}`);
    child.kill('SIGKILL');
    await once(child, 'exit');
    const release = await lockDataDirectory(directory);
    await release();
  });

  const tellsByProc = existsSync('/proc/self/stat');
  if (!tellsByProc)
    console.log('Skipped: only Linux tells by /proc that a process was killed and not yet collected.');
  (tellsByProc ? test : test.skip)(
    'given the lock of a process that was killed and not yet collected by its parent (told by /proc alone), then it is replaced',
    async () => {
      const parent = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600']);
      const [line] = (await once(parent.stdout, 'data')) as [Buffer];
      const owner = Number(line.toString());
      const stat = () => readFile(`/proc/${owner}/stat`, 'utf8');
      try {
        const beginning = (await stat()).split(' ')[21];
        await writeFile(path.join(directory, 'store-lock'), `${owner} ${beginning}\n`);
        await expect(lockDataDirectory(directory)).rejects.toThrow(DataDirectoryInUse);
        process.kill(owner, 'SIGKILL');
        while (!(await stat()).includes(') Z ')) continue;
        await (
          await lockDataDirectory(directory)
        )();
      } finally {
        process.kill(owner, 'SIGKILL');
        parent.kill();
        await once(parent, 'exit');
      }
    },
  );

  test('given a file where the directory should be, then it is refused by its name', async () => {
    const file = path.join(directory, 'plain');
    await writeFile(file, '');
    await expect(claimDataDirectory(file, 'embedded')).rejects.toThrow(DataDirectoryUnusable);
    await expect(startEmbeddedStore({ directory: path.join(file, 'below') })).rejects.toThrow(
      `${path.join(file, 'below')} cannot be used (ENOTDIR)`,
    );
  });

  test('given the lock of a process whose number another one has now, then it is replaced', async () => {
    await writeFile(path.join(directory, 'store-lock'), `${process.pid} 1\n`);
    const release = await lockDataDirectory(directory);
    expect(await readFile(path.join(directory, 'store-lock'), 'utf8')).not.toBe(`${process.pid} 1\n`);
    await release();
  });
});
