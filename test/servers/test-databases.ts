import { mongo } from 'mongoose';

let databases = 0;

/** Databases that exist for a test alone, on a server that may outlive the run and serve several at once. */
export class TestDatabases {
  private readonly names: string[] = [];

  constructor(private readonly uri: string) {}

  newName(): string {
    databases += 1;
    const name = `software-pflege-test-${process.pid}-${databases}-${process.hrtime.bigint().toString(36)}`;
    this.names.push(name);
    return name;
  }

  /** The server's address, naming a new database; clients that use it tell of their commands to whoever listens. */
  uriOfNew(): string {
    const uri = withDatabase(this.uri, this.newName());
    return `${uri}${uri.includes('?') ? '&' : '?'}monitorCommands=true`;
  }

  async drop(): Promise<void> {
    const client = await new mongo.MongoClient(this.uri).connect();
    try {
      for (const name of this.names.splice(0)) await client.db(name).dropDatabase();
    } finally {
      await client.close();
    }
  }
}

const uriForm = /^(mongodb(?:\+srv)?:\/\/)([^/?]+)(?:\/([^?]*))?(?:\?(.*))?$/;

/**
 * The address with this database in place of the one it names. Users are looked up where they were: the driver takes
 * the database of an address without an `authSource` for that place.
 */
export function withDatabase(uri: string, database: string): string {
  const [, scheme, hosts = '', before = '', options = ''] = uriForm.exec(uri) ?? [];
  if (scheme === undefined)
    throw new Error('MONGODB_TEST_URI: expected mongodb://user:password@host:port/?option=value');
  const given = new URLSearchParams(options);
  const needed = hosts.includes('@') && !given.has('authSource');
  const elsewhere = /^(?:PLAIN|GSSAPI|MONGODB-(?:X509|AWS|OIDC))$/.test(given.get('authMechanism') ?? '');
  const usersAt = before === '' ? (elsewhere ? '$external' : 'admin') : before;
  const all = [options, needed ? `authSource=${encodeURIComponent(usersAt)}` : ''].filter(
    (each) => each !== '',
  );
  return `${scheme}${hosts}/${database}${all.length === 0 ? '' : `?${all.join('&')}`}`;
}
