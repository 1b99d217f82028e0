import { mkdtempSync, writeFileSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { servePage } from '../../../../src/simulator/host/static-page';

const folder = mkdtempSync(join(tmpdir(), 'page-'));
writeFileSync(join(folder, 'index.html'), '<p>page</p>');

async function statusOf(path: string): Promise<number> {
  const response = { statusCode: 0, setHeader: () => undefined, end: () => undefined };
  await servePage(folder, path, response as unknown as ServerResponse);
  return response.statusCode;
}

describe('given the built page', () => {
  test.each([
    '/\0.html',
    `/${'a'.repeat(5_000)}.html`,
    '/assets/\0',
    '/none.html',
    '/index.html/x.js',
    '/../x.html',
  ])('when a file is asked for that no folder can hold or has (%j), then there is none', async (path) => {
    expect(await statusOf(path)).toBe(404);
  });

  test('when an address of the page is asked for, then it is the page', async () => {
    expect(await statusOf('/chats/1')).toBe(200);
  });
});
