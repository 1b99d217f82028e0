import { join } from 'node:path';

/** Where the built page is, as it ships: index.html, assets/ and what it was built from. */
export const pageDirectory = join(__dirname, '../page/dist');
