import { readFileSync } from 'node:fs';
import { join } from 'node:path';

export const handbook = readFileSync(join(__dirname, '../../docs/handbuch.md'), 'utf8');

/** The cells of the rows of the handbook's table under the heading. */
export function handbookTable(heading: string): string[][] {
  const [, section = ''] = handbook.split(`### ${heading}\n`);
  const [own = ''] = section.split(/\n#+ /);
  const rows = own.split('\n').filter((line) => line.startsWith('|'));
  return rows.slice(2).map((line) =>
    line
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}
