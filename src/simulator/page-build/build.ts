import { chmod, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { build } from 'vite';
import { builtFrom, pageDirectory } from './page-build';
import { sourceHash } from './source-hash';

/** Builds the page in a temporary folder and then moves it into place, so that nobody is ever served half of it. */
export async function buildPage(): Promise<void> {
  const hash = await sourceHash();
  const root = dirname(pageDirectory);
  const outDir = await mkdtemp(join(root, 'dist-'));
  try {
    await build({
      root,
      configFile: false,
      logLevel: 'warn',
      // React's smaller, faster production build, even if a test run has set NODE_ENV.
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
            // Fluent marks its files for React server components, which this page does not use.
            if (warning.code !== 'MODULE_LEVEL_DIRECTIVE') warn(warning);
          },
        },
      },
    });
    // Only its owner can read a temporary folder, but another user may run the installation.
    await chmod(outDir, 0o755);
    await writeFile(join(outDir, builtFrom), hash);
    await rm(pageDirectory, { recursive: true, force: true });
    await rename(outDir, pageDirectory);
  } finally {
    await rm(outDir, { recursive: true, force: true });
  }
}
