import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { builtFrom, pageDirectory } from './page-build';
import { sourceHash } from './source-hash';

/** Builds the page beside its place and then puts it there, so that nobody is ever served half of it. */
export async function buildPage(): Promise<void> {
  const hash = await sourceHash();
  const root = dirname(pageDirectory);
  const outDir = await mkdtemp(join(root, 'dist-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      // React's smaller, quicker half, also where a test run has set NODE_ENV.
      define: { 'process.env.NODE_ENV': JSON.stringify('production') },
      build: {
        outDir,
        emptyOutDir: true,
        target: 'es2022',
        modulePreload: { polyfill: false },
        reportCompressedSize: false,
        chunkSizeWarningLimit: 2_000,
        rolldownOptions: {
          onwarn: (warning, warn) => {
            // Fluent marks its files for React's server components, which this page has none of.
            if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
          },
        },
      },
    });
    // A temporary folder is its owner's alone; what was installed by one user may be run by another.
    await chmod(outDir, 0o755);
    await writeFile(join(outDir, builtFrom), hash);
    await rm(pageDirectory, { recursive: true, force: true });
    await rename(outDir, pageDirectory);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
