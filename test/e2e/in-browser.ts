import { shippedPage } from '../support/shipped-page';
import { chromiumPath, openPage, type OpenPage } from './chromium';

if (chromiumPath === undefined) {
  console.log('Skipped: there is no Chromium on this machine. Debian and Ubuntu: apt-get install chromium');
}

/** What needs a browser; skipped with the printed reason where there is none. */
export const describeInBrowser = chromiumPath === undefined ? describe.skip : describe;

/** A browser to look at the page as it ships, in this language ("en-US") or that of the machine. */
export async function openShippedPage(language?: string): Promise<OpenPage> {
  await shippedPage();
  return openPage(chromiumPath ?? '', language);
}
