import { StoreUnreachable } from '../../../src/adapters/mongo/connect-errors';
import { OrganisationFileError } from '../../../src/adapters/organisation/organisation-file-error';
import { ConfigError } from '../../../src/config';
import {
  DataDamaged,
  DataDirectoryInUse,
  DataDirectoryOfOtherKind,
  DataDirectoryUnusable,
} from '../../../src/embedded-store/directory-errors';
import { startErrorText } from '../../../src/composition/start-errors';

const listening = (code: string, syscall = 'listen') =>
  Object.assign(new Error(`${syscall} ${code}: no`), { code, syscall });

describe('what stops a start', () => {
  test.each([
    [new ConfigError([{ variable: 'PORT', expected: 'a number' }]), 'PORT: expected a number'],
    [new OrganisationFileError('/o.yaml', []), 'ORGANISATION_FILE: expected '],
    [new DataDirectoryInUse('/data', 7), 'DATA_DIR: expected a directory for this bot alone; '],
    [new DataDirectoryOfOtherKind('/data', 'mongod', 'embedded'), 'DATA_DIR: expected a directory that this'],
    [
      new DataDirectoryUnusable('/data', listening('EEXIST')),
      'DATA_DIR: expected a directory that this user',
    ],
    [new DataDamaged('/data', 'it is half'), 'DATA_DIR: expected a directory whose data is whole; '],
    [
      new StoreUnreachable({ expected: 'an address with TLS', found: 'it has none', mayPass: false }),
      'MONGODB_URI: expected an address with TLS; it has none',
    ],
    [listening('EADDRINUSE'), 'PORT: expected a port that is free; '],
    [listening('EACCES'), 'PORT: expected a port that this user'],
    [listening('EADDRNOTAVAIL'), 'HOST: expected an address of this machine; '],
    [listening('ENOTFOUND', 'getaddrinfo'), 'HOST: expected a host name'],
  ])('given %s, then it names the variable and what is expected', (error, beginning) => {
    expect(startErrorText(error)?.slice(0, beginning.length)).toBe(beginning);
  });

  test('given a fault of ours, then it keeps its stack', () => {
    expect(startErrorText(new TypeError('no such thing'))).toBeUndefined();
    expect(startErrorText(listening('EACCES', 'open'))).toBeUndefined();
  });
});
