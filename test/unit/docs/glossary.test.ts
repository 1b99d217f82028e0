import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../../../src/domain/organisation/installation';
import { ticketActions } from '../../../src/domain/ticket/actions/registry';
import { ticketStates } from '../../../src/domain/ticket/ticket-state';

const root = join(__dirname, '../../..');

const identifiers = readFileSync(join(root, 'docs/glossary.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^\|[^|]+\| `(\w+)`\s*\|/.exec(line)?.[1] ?? []);

const code = ['src/domain', 'src/app']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

describe('the glossary', () => {
  it.each(identifiers)('names %s, which the code has', (identifier) => {
    expect(code).toMatch(new RegExp(`\\b${identifier}\\b`, 'u'));
  });

  it('names every state, action and role of the code', () => {
    const missing = [...ticketStates, ...ticketActions, ...roles].filter(
      (each) => !identifiers.includes(each),
    );
    expect(missing).toEqual([]);
  });

  it('names each once', () => {
    expect(identifiers).toEqual([...new Set(identifiers)]);
  });
});
