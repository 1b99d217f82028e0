import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { join, relative, sep } from 'node:path';

/** Packages whose version is part of what is built. */
const packages = [
  'vite',
  'react',
  'react-dom',
  '@fluentui/react-components',
  '@fluentui/react-icons',
  'adaptivecards',
  'markdown-it',
];

/** A hash over everything that the built page depends on: the page's files and the versions of its packages. */
export async function sourceHash(): Promise<string> {
  const page = join(__dirname, '../page');
  const entries = await readdir(page, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((file) => !relative(page, file).startsWith('dist'))
    .concat(join(__dirname, 'build.ts'))
    .sort();
  const hash = createHash('sha256');
  for (const file of files) {
    hash.update(relative(page, file).split(sep).join('/'));
    hash.update(await readFile(file));
  }
  const find = createRequire(__filename);
  for (const name of packages) hash.update(await readFile(find.resolve(`${name}/package.json`)));
  return hash.digest('hex');
}
