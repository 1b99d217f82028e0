import type { Document } from 'bson';
import { catalogCommands } from './catalog-commands';
import type { Command } from './command';
import { loggedIn } from './login';
import { readCommands } from './read-commands';
import { refuseUnknownFields, StoreError } from './store-error';
import { writeCommands } from './write-commands';

/** Presents itself as a standalone server, so drivers neither retry writes nor start transactions. */
const greeting = {
  helloOk: true,
  ismaster: true,
  isWritablePrimary: true,
  maxBsonObjectSize: 16 * 1024 * 1024,
  maxMessageSizeBytes: 48_000_000,
  maxWriteBatchSize: 100_000,
  logicalSessionTimeoutMinutes: 30,
  minWireVersion: 0,
  maxWireVersion: 21,
  readOnly: false,
};
const hello: Command = {
  fields: [
    'helloOk',
    'client',
    'compression',
    'loadBalanced',
    'backpressure',
    'saslSupportedMechs',
    'speculativeAuthenticate',
  ],
  beforeLogin: true,
  // An attempt to log in within the greeting is passed over: the client tries again by itself.
  run: (_context, { saslSupportedMechs }) => ({
    ...greeting,
    saslSupportedMechs: saslSupportedMechs === undefined ? undefined : ['PLAIN'],
  }),
};

const commands: Record<string, Command> = {
  hello,
  ismaster: hello,
  isMaster: hello,
  // As in MongoDB: says only that somebody is there.
  ping: { fields: [], beforeLogin: true, run: () => ({}) },
  buildInfo: {
    fields: [],
    run: () => ({ version: '7.0.0', versionArray: [7, 0, 0, 0], modules: ['embedded-store'] }),
  },
  saslStart: {
    fields: ['mechanism', 'payload', 'autoAuthorize', 'options'],
    beforeLogin: true,
    run: ({ login }, command) => login.start(command),
  },
  connectionStatus: { fields: ['showPrivileges'], run: () => ({ authInfo: loggedIn }) },
  endSessions: { fields: [], run: () => ({}) },
  ...readCommands,
  ...writeCommands,
  ...catalogCommands,
};
const everywhere = ['$db', '$readPreference', 'lsid', 'maxTimeMS', 'comment', 'writeConcern', 'readConcern'];

/** Finds the command and refuses anything unknown: the command itself, its fields, transactions. */
export function commandFor(body: Document): { readonly command: Command; readonly name: string } {
  const [name = ''] = Object.keys(body);
  const command = Object.hasOwn(commands, name) ? commands[name] : undefined;
  if (command === undefined) throw new StoreError(59, `no such command: '${name}'`);
  for (const field of ['txnNumber', 'autocommit', 'startTransaction']) {
    if (field in body) throw new StoreError(20, `transactions are not supported (${field})`);
  }
  refuseUnknownFields(body, new Set([name, ...everywhere, ...command.fields]), name);
  return { command, name };
}
