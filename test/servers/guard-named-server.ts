import type * as Embedded from '../../src/embedded-store/start-embedded-store';
import { mayStartEmbedded, namedServerUri } from './named-server';

/**
 * Runs before each test file: where MONGODB_TEST_URI names a server, no suite starts the embedded store in silence,
 * whichever way it takes.
 */
if (namedServerUri !== undefined) {
  jest.doMock('../../src/embedded-store/start-embedded-store', (): typeof Embedded => {
    const actual = jest.requireActual<typeof Embedded>('../../src/embedded-store/start-embedded-store');
    return {
      ...actual,
      startEmbeddedStore: (options) =>
        mayStartEmbedded(expect.getState().testPath ?? '')
          ? actual.startEmbeddedStore(options)
          : Promise.reject(
              new Error(
                'MONGODB_TEST_URI names a server, but this suite starts the embedded store: it takes its server from ' +
                  'storeServer (test/servers/store-servers.ts), or says with onlyEmbedded() why it cannot',
              ),
            ),
    };
  });
}
