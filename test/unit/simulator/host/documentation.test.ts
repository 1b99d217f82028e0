import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { hostBehaviours } from '../../../../src/simulator/host/behaviours';

const root = join(__dirname, '../../../..');
const page = readFileSync(join(root, 'docs/simulator.md'), 'utf8');

describe('docs/simulator.md', () => {
  it('prints exactly the behaviours of the code', () => {
    const section = page.split('## Behaviours\n')[1] ?? '';
    const rows = section
      .split('\n')
      .filter((line) => line.startsWith('| `'))
      .map((line) =>
        line
          .split('|')
          .slice(1, -1)
          .map((cell) => cell.trim()),
      );
    expect(rows).toEqual(Object.entries(hostBehaviours).map(([name, what]) => [`\`${name}\``, what]));
  });

  it('names nothing that has no test, and no test names what is not there', () => {
    const folder = join(root, 'test/integration/simulator');
    const tested = readdirSync(folder)
      .flatMap((file) => [...readFileSync(join(folder, file), 'utf8').matchAll(/\bit\(\s*'([\w, -]+): /g)])
      .flatMap(([, names = '']) => names.split(', '));
    expect([...new Set(tested)].sort()).toEqual(Object.keys(hostBehaviours).sort());
  });
});
