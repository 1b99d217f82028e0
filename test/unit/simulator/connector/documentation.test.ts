import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { documentedBehaviours } from '../../../../src/simulator/connector/behaviours';
import { documentedRefusals } from '../../../../src/simulator/connector/refusals';
import { answerFaults } from '../../../../src/simulator/people/answer-faults';

const page = readFileSync(join(__dirname, '../../../../docs/connector.md'), 'utf8');

/** The rows of the table under a heading, cells trimmed and unescaped. */
function rowsUnder(heading: string): string[][] {
  const section = page.split(`## ${heading}\n`)[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('| `'))
    .map((line) =>
      line
        .split(/(?<!\\)\|/)
        .slice(1, -1)
        .map((cell) => cell.trim().replace(/\\([<|])/g, '$1')),
    );
}

describe('docs/connector.md', () => {
  it('prints exactly the refusals of the code', () => {
    const expected = Object.entries(documentedRefusals).map(([name, row]) => [
      `\`${name}\``,
      String(row.status),
      row.code,
      row.when,
      row.basis,
    ]);
    expect(rowsUnder('Refusals of the REST API')).toEqual(expected);
  });

  it('prints exactly the behaviours of the code', () => {
    const expected = Object.entries(documentedBehaviours).map(([name, what]) => [`\`${name}\``, what]);
    expect(rowsUnder('Behaviours')).toEqual(expected);
  });

  it('prints exactly the faults of answers of the code', () => {
    const expected = Object.entries(answerFaults).map(([name, what]) => [`\`${name}\``, what]);
    expect(rowsUnder('Answers of the bot that a client cannot use')).toEqual(expected);
  });
});
