import { changedSince, readBuiltFrom } from '../../src/simulator/page-build/built-from';
import { pageDirectory } from '../../src/simulator/page-build/page-build';

/** The folder of the built page. Rejects if its sources have changed since, so that no run looks at an old page. */
export async function shippedPage(): Promise<string> {
  const changed = await changedSince(await readBuiltFrom(pageDirectory));
  if (changed.length > 0) {
    throw new Error(`the page is older than its sources: run "npm run page". Changed: ${changed.join(', ')}`);
  }
  return pageDirectory;
}
