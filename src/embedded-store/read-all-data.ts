import { DamagedEntry } from './sealed';
import { Storage } from './storage';

/** Reads all that a data folder holds and prints what it found; a process of its own, because LMDB may end it. */
function main(folder: string): void {
  try {
    const storage = new Storage(folder, { readOnly: true });
    storage.readAll();
    console.log(JSON.stringify({ lastCommit: storage.extent().lastCommit }));
  } catch (error) {
    const damage = error instanceof DamagedEntry ? error.message : 'the data file cannot be read to its end';
    console.log(JSON.stringify({ damage, lastCommit: 0 }));
  }
}

main(process.argv[2] ?? '');
