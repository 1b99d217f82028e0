import { buildPage } from './build';
import { filesThatDiffer } from './check';

/** `npm run page` builds the page that ships; with `-- --check` it only says whether it is what the sources give. */
async function main(): Promise<void> {
  if (!process.argv.includes('--check')) return buildPage();
  const files = await filesThatDiffer();
  if (files.length === 0) return;
  console.error(
    `The page in src/simulator/page/dist is not what its sources give. Run "npm run page" and commit it. These differ:\n${files.join('\n')}`,
  );
  process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
