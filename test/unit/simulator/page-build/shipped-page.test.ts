import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { changedSince, readBuiltFrom } from '../../../../src/simulator/page-build/built-from';
import { pageDirectory } from '../../../../src/simulator/page-build/page-build';
import { shippedPage } from '../../../support/shipped-page';

describe('the page that ships', () => {
  test('given the sources and package-lock.json, when they are compared with the record beside the page, then nothing has changed since it was built', async () => {
    await expect(shippedPage()).resolves.toBe(pageDirectory);
  });

  test('given the record, when it is read, then the page, its styles, its packages and the build are in it', async () => {
    const { files, packages } = await readBuiltFrom(pageDirectory);

    const named = ['page/index.html', 'page/main.tsx', 'page/page.css', 'page-build/build.ts'];
    expect(Object.keys(files)).toEqual(expect.arrayContaining(named.map((name) => `src/simulator/${name}`)));
    const parts = ['react-dom', '@fluentui/react-button', '@fluentui/react-icons', 'adaptivecards', 'vite'];
    expect(Object.keys(packages)).toEqual(
      expect.arrayContaining(parts.map((name) => `node_modules/${name}`)),
    );
    expect(Object.values(packages)).not.toContain('missing');
  });

  test('given a file or a package that differs or is gone, when the record is compared, then it is named', async () => {
    const { files, packages } = await readBuiltFrom(pageDirectory);

    const changed = await changedSince({
      files: { ...files, 'src/simulator/page/main.tsx': 'another', 'src/simulator/page/gone.tsx': 'gone' },
      packages: { ...packages, 'node_modules/react': '0.0.1', 'node_modules/gone': '1.0.0' },
    });

    expect(changed.sort()).toEqual([
      'node_modules/gone',
      'node_modules/react',
      'src/simulator/page/gone.tsx',
      'src/simulator/page/main.tsx',
    ]);
  });

  test('given its folder, when the files are listed, then there are those that index.html loads and no others', () => {
    const html = readFileSync(join(pageDirectory, 'index.html'), 'utf8');
    const loaded = [...html.matchAll(/(?:src|href)="\/assets\/([^"]+)"/g)].map(([, name]) => name);

    expect(loaded).toHaveLength(2);
    expect(readdirSync(join(pageDirectory, 'assets')).sort()).toEqual(loaded.sort());
  });
});
