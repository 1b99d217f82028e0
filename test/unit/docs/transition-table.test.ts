import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Transition, transitions } from '../../../src/domain/ticket/transitions';

const page = readFileSync(join(__dirname, '../../../docs/architecture.md'), 'utf8');

/** The cells of each row of the table under the heading, without the padding that the formatter adds. */
function printed(): readonly string[] {
  const section = page.split('## The transition table')[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim())
        .join(' | '),
    );
}

function asPrinted(row: Transition): string {
  const from = row.from.length === 0 ? '-' : row.from.map((state) => `\`${state}\``).join(', ');
  const to = row.to === 'same' ? 'same' : `\`${row.to}\``;
  const who = row.roles.join(', ') + (row.onOperatorsWord === true ? ', or dispatcher on their word' : '');
  const notes = [
    row.assigned === undefined ? '' : row.assigned ? 'assigned' : 'not assigned',
    row.whileReactionPending === true ? 'while the reaction cycle runs' : '',
    row.atOnce === true ? 'acts at once' : '',
    row.atOnceWhen === undefined ? '' : `acts at once when \`${row.atOnceWhen.when}\``,
    row.final === true ? 'shows a summary first' : '',
    row.repeatable === true ? 'several from the same card' : '',
    row.offer === undefined ? '' : `offered when \`${row.offer.when}\``,
  ].filter((note) => note !== '');
  return [from, `\`${row.action}\``, to, who, notes.join('; ')].join(' | ');
}

describe('docs/architecture.md', () => {
  it('prints the table that the code executes (process 3)', () => {
    expect(printed()).toEqual(transitions.map(asPrinted));
  });
});
