import { buildPage } from './build';

buildPage().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
