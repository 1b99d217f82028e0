import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordActions, shapeOf } from '../../../src/domain/organisation/actions/registry';

const page = readFileSync(join(__dirname, '../../../docs/process.md'), 'utf8');

function printed(): readonly string[] {
  const section = page.split('### Who changes the organisation')[1]?.split('\n## ')[0] ?? '';
  return section
    .split('\n')
    .filter((line) => line.startsWith('|'))
    .slice(2)
    .map((line) => {
      const [, , action = '', who = ''] = line.split('|').map((cell) => cell.trim());
      return `${action} ${who}`;
    });
}

describe('docs/process.md', () => {
  it('has a row for each right to change the organisation (process 1)', () => {
    expect(printed()).toEqual(
      recordActions.map((action) => `\`${action}\` ${shapeOf(action).roles.join(', ')}`),
    );
  });
});
