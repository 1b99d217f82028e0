import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { EJSON } from 'bson';
import { createConnection } from 'mongoose';

/** The folders of the kept dumps, one for each released version, each with one file per collection. */
export const releasesFolder = join(__dirname, '..', 'releases');

/** The documents of each collection, as a server keeps them. */
export type Dump = Readonly<Record<string, readonly Record<string, unknown>[]>>;

/** Stands in a dump for the address at which Teams was. */
const teams = 'https://teams.example';

/** Writes everything in the database as canonical Extended JSON, a document a line. */
export async function writeDump(uri: string, folder: string, serviceUrl: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  for (const [collection, documents] of Object.entries(await dumpOf(uri))) {
    const lines = documents.map((document) => EJSON.stringify(document, { relaxed: false }));
    await writeFile(
      join(folder, `${collection}.json`),
      `[\n${lines.join(',\n').replaceAll(serviceUrl, teams)}\n]\n`,
    );
  }
}

/** With Teams at this address. */
export async function readDump(folder: string, serviceUrl = teams): Promise<Dump> {
  const files = await readdir(folder);
  const read = files.map(async (file) => {
    const text = await readFile(join(folder, file), 'utf8');
    return [file.replace(/\.json$/, ''), EJSON.parse(text.replaceAll(teams, serviceUrl))] as const;
  });
  return Object.fromEntries(await Promise.all(read));
}

/** Everything in the database, each collection by `_id`. */
export function dumpOf(uri: string): Promise<Dump> {
  return inDatabase(uri, async (database) => {
    const names = (await database.listCollections().toArray()).map(({ name }) => name).sort();
    const found = names.map(
      async (name) => [name, await database.collection(name).find().sort({ _id: 1 }).toArray()] as const,
    );
    return Object.fromEntries(await Promise.all(found));
  });
}

/** Puts the documents into the database as they are. */
export function fill(uri: string, dump: Dump): Promise<void> {
  return inDatabase(uri, async (database) => {
    for (const [collection, documents] of Object.entries(dump)) {
      if (documents.length > 0) await database.collection(collection).insertMany([...documents]);
    }
  });
}

type Database = NonNullable<ReturnType<typeof createConnection>['db']>;

/** The database that the address names, without the bot's schemas. */
export async function inDatabase<T>(uri: string, work: (database: Database) => Promise<T>): Promise<T> {
  const connection = await createConnection(uri).asPromise();
  try {
    if (connection.db === undefined) throw new Error('connected without a database');
    return await work(connection.db);
  } finally {
    await connection.close();
  }
}
