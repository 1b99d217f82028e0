import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The version of this software, as package.json has it. */
export const softwareVersion: string = (
  JSON.parse(readFileSync(join(__dirname, '..', 'package.json'), 'utf8')) as { readonly version: string }
).version;
