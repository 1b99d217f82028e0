import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { isAbsolute, join } from 'node:path';
import { build } from 'vite';
import { builtFrom, builtFromFile } from './built-from';
import { pageDirectory } from './page-build';

const root = join(pageDirectory, '..');

/** Builds the page in a temporary folder and then moves it into place, so that nobody is ever served half of it. */
export async function buildPage(): Promise<void> {
  await inTemporaryFolder(async (folder) => {
    await buildInto(folder);
    await rm(pageDirectory, { recursive: true, force: true });
    await rename(folder, pageDirectory);
  });
}

/** Runs the work with an empty folder beside the page, which is removed afterwards if it is still there. */
export async function inTemporaryFolder<Result>(work: (folder: string) => Promise<Result>): Promise<Result> {
  const folder = await mkdtemp(join(root, 'dist-'));
  try {
    return await work(folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Builds the page into this folder, with the record of its sources; the same sources give the same bytes. */
export async function buildInto(outDir: string): Promise<void> {
  const modules: string[] = [];
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    // React's smaller, faster production build, even if a test run has set NODE_ENV.
    define: { 'process.env.NODE_ENV': JSON.stringify('production') },
    plugins: [
      {
        name: 'list-modules',
        buildEnd() {
          // Some are the bundler's own and stand in no file.
          const ids = [...this.getModuleIds()].map((id) => id.split('?', 1)[0] ?? id);
          modules.push(...ids.filter((id) => isAbsolute(id)));
        },
      },
    ],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      chunkSizeWarningLimit: 2_000,
      rolldownOptions: {
        onwarn: (warning, warn) => {
          // Fluent marks its files for React server components, which this page does not use.
          if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
        },
      },
    },
  });
  // Only its owner can read a temporary folder, but another user may run the installation.
  await chmod(outDir, 0o755);
  await writeFile(join(outDir, builtFromFile), `${JSON.stringify(await builtFrom(modules), undefined, 2)}\n`);
}
