import { chromiumPath } from './chromium';

if (chromiumPath === undefined) {
  console.log('Skipped: there is no Chromium on this machine. Debian and Ubuntu: apt-get install chromium');
}

/** What needs a browser; skipped with the printed reason where there is none. */
export const describeInBrowser = chromiumPath === undefined ? describe.skip : describe;
