import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

const root = join(__dirname, '../../..');
/** Besides what the page contains: these turn its sources into what is served. */
const builders = ['node_modules/vite', 'node_modules/rolldown', 'node_modules/lightningcss'];
const buildSteps = ['src/simulator/page-build/build.ts'];

const inPackage = 'node_modules/';

/** The file beside the built page that names its sources. */
export const builtFromFile = 'built-from.json';

/** What a built page was made of. */
export interface BuiltFrom {
  /** SHA-256 of each file, by its path in the repository. */
  readonly files: Readonly<Record<string, string>>;
  /** The version of each package, by its place in package-lock.json. */
  readonly packages: Readonly<Record<string, string>>;
}

/** Describes the sources behind these modules of the bundler, each the path of a file, as they are now. */
export async function builtFrom(modules: readonly string[]): Promise<BuiltFrom> {
  const paths = modules.map((module) => relative(root, module).split(sep).join('/'));
  const own = paths.filter((path) => !path.includes(inPackage));
  const packages = paths.filter((path) => path.includes(inPackage)).map(packageOf);
  return described([...own, ...buildSteps], [...packages, ...builders]);
}

/** The files and packages that are not any more what this page was built from. */
export async function changedSince(built: BuiltFrom): Promise<string[]> {
  const now = await described(Object.keys(built.files), Object.keys(built.packages));
  return (['files', 'packages'] as const).flatMap((kind) =>
    Object.entries(built[kind]).flatMap(([name, was]) => (now[kind][name] === was ? [] : [name])),
  );
}

/** The record of the page in this folder. Rejects with the system error if there is none. */
export async function readBuiltFrom(pageFolder: string): Promise<BuiltFrom> {
  return JSON.parse(await readFile(join(pageFolder, builtFromFile), 'utf8')) as BuiltFrom;
}

/** Where the package of this file stands, as package-lock.json names it. */
function packageOf(path: string): string {
  const start = path.lastIndexOf(inPackage) + inPackage.length;
  const [scopeOrName = '', name = ''] = path.slice(start).split('/');
  return path.slice(0, start) + (scopeOrName.startsWith('@') ? `${scopeOrName}/${name}` : scopeOrName);
}

async function described(files: readonly string[], packages: readonly string[]): Promise<BuiltFrom> {
  const lock = JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, { readonly version?: string } | undefined>>;
  };
  const hashes = await Promise.all(distinct(files).map(async (file) => [file, await hashOf(file)] as const));
  return {
    files: Object.fromEntries(hashes),
    packages: Object.fromEntries(
      distinct(packages).map((name) => [name, lock.packages[name]?.version ?? 'missing']),
    ),
  };
}

function distinct(names: readonly string[]): string[] {
  return [...new Set(names)].sort();
}

/** The same on every system, whatever line ends Git writes there. */
async function hashOf(file: string): Promise<string> {
  const text = await readFile(join(root, file), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return 'missing';
    throw error;
  });
  return createHash('sha256').update(text.replaceAll('\r\n', '\n')).digest('hex');
}
