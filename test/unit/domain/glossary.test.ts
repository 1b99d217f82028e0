import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { roles } from '../../../src/domain/organisation/installation';
import { ticketActions } from '../../../src/domain/ticket/actions/registry';
import { ticketStates } from '../../../src/domain/ticket/ticket-state';

const domain = join(__dirname, '../../../src/domain');

const identifiers = readFileSync(join(domain, 'glossary.md'), 'utf8')
  .split('\n')
  .flatMap((line) => /^\|[^|]+\| `(\w+)`\s*\|/.exec(line)?.[1] ?? []);

const code = readdirSync(domain, { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join(domain, file), 'utf8'))
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
