import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type * as StartStore from '../../../src/composition/start-store';
import type * as NamedServer from '../../servers/named-server';
import type * as StoreServers from '../../servers/store-servers';

const named = 'mongodb://127.0.0.1:1/';
const before = process.env.MONGODB_TEST_URI;
const directory = join(tmpdir(), `never-made-${process.pid}`);

/** The modules as a test file gets them in a run with this variable. */
function runWith(uri: string | undefined) {
  if (uri === undefined) delete process.env.MONGODB_TEST_URI;
  else process.env.MONGODB_TEST_URI = uri;
  let modules: (typeof NamedServer & typeof StoreServers & typeof StartStore) | undefined;
  jest.isolateModules(() => {
    jest.requireActual('../../servers/guard-named-server');
    modules = {
      ...jest.requireActual<typeof NamedServer>('../../servers/named-server'),
      ...jest.requireActual<typeof StoreServers>('../../servers/store-servers'),
      ...jest.requireActual<typeof StartStore>('../../../src/composition/start-store'),
    };
  });
  if (modules === undefined) throw new Error('they are loaded at once');
  return modules;
}

describe('a server that the environment names for the tests', () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  beforeEach(() => printed.mockClear());
  afterEach(() => {
    if (before === undefined) delete process.env.MONGODB_TEST_URI;
    else process.env.MONGODB_TEST_URI = before;
  });
  afterAll(() => printed.mockRestore());

  it('given one, then each suite has a database of its own there', async () => {
    const { storeServer, serverFactories } = runWith(named);
    expect(serverFactories).toContain(storeServer);
    expect(serverFactories.map(({ name }) => name)).not.toContain('embedded store');
    const [one, other] = [await storeServer.start(), await storeServer.start()];
    expect(one.uri).toMatch(/^mongodb:\/\/127\.0\.0\.1:1\/software-pflege-test-/);
    expect(new URL(one.uri).pathname).not.toBe(new URL(other.uri).pathname);
  });

  it('given one, when the embedded store is started all the same, then that fails, whichever way it is taken', async () => {
    const { embeddedServer, startStore } = runWith(named);
    const refused = 'MONGODB_TEST_URI names a server, but this suite starts the embedded store';
    await expect(embeddedServer.start()).rejects.toThrow(refused);
    await expect(startStore({ kind: 'embedded' }, directory)).rejects.toThrow(refused);
  });

  it('given one, when a suite says why it is about the embedded store, then it may start it and the reason is printed', () => {
    const { mayStartEmbedded, onlyEmbedded } = runWith(named);
    const file = '/any/test/integration/process/start.test.ts';
    expect(mayStartEmbedded(file)).toBe(false);
    expect(mayStartEmbedded('/any/test/unit/embedded-store/wire.test.ts')).toBe(true);
    onlyEmbedded('it is about its files');
    expect(mayStartEmbedded(file)).toBe(true);
    expect(printed.mock.calls).toEqual([
      ['Not on the server of MONGODB_TEST_URI but on the embedded store: it is about its files.'],
    ]);
  });

  it.each([undefined, ''])('given none (%j), then everything runs on the embedded store', (none) => {
    const { mayStartEmbedded, onlyEmbedded, storeServer, embeddedServer } = runWith(none);
    expect(storeServer).toBe(embeddedServer);
    expect(mayStartEmbedded('/any/test/integration/process/start.test.ts')).toBe(true);
    onlyEmbedded('it is about its files');
    expect(printed).not.toHaveBeenCalled();
  });
});
