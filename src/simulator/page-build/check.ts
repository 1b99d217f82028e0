import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buildInto, inTemporaryFolder } from './build';
import { pageDirectory } from './page-build';

/** Builds the page anew beside the one that ships; returns the names of the files in which they differ. */
export async function filesThatDiffer(): Promise<string[]> {
  return inTemporaryFolder(async (folder) => {
    await buildInto(folder);
    const [shipped, built] = [await filesIn(pageDirectory), await filesIn(folder)];
    const names = [...new Set([...shipped.keys(), ...built.keys()])].sort();
    return names.filter((name) => shipped.get(name) !== built.get(name));
  });
}

async function filesIn(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      names.map(async (name) => [name.slice(folder.length + 1), await readFile(name, 'latin1')] as const),
    ),
  );
}
