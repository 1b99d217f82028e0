import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { doubtSentences } from '../../../src/adapters/organisation/doubt-wording';

test('given the page of operations, then it explains each kind of doubt and no other', () => {
  const page = readFileSync(join(__dirname, '../../../docs/operations.md'), 'utf8');
  const from = page.indexOf('### What is legal but surely wrong');
  const rows = page.slice(from, page.indexOf('###', from + 3)).matchAll(/^\| (`[a-z][^|]+)\|/gm);
  const named = [...rows].flatMap(([, cell = '']) => [...cell.matchAll(/`(\w+)`/g)].map(([, name]) => name));
  expect(named.filter((name) => name !== 'doubt').sort()).toEqual(Object.keys(doubtSentences).sort());
});
