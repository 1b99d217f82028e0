import type { Document } from 'bson';
import type { Command, CommandContext } from './command';
import { withCursorOf } from './read-commands';
import { parseSortSpec } from './shape';
import type { Collection, Index } from './index-entries';
import { refuseUnknownFields, StoreError } from './store-error';

function existing({ storage, ns }: CommandContext): Collection {
  const collection = storage.collections.get(ns);
  if (collection === undefined) throw new StoreError(26, `ns does not exist: ${ns}`);
  return collection;
}

const indexOptions = new Set(['key', 'name', 'unique', 'background', 'v', 'ns']);

function createIndexes({ storage, ns }: CommandContext, { indexes }: Document): Document {
  const collection = storage.collection(ns);
  const before = collection.indexes.length;
  for (const spec of indexes as Document[]) {
    refuseUnknownFields(spec, indexOptions, 'createIndexes');
    const {
      name,
      key,
      unique = false,
    } = spec as { readonly name: string; readonly key: Document; readonly unique?: boolean };
    const shape = JSON.stringify(parseSortSpec(key));
    const same = collection.indexes.find((index) => JSON.stringify(index.fields) === shape);
    const namesake = collection.indexes.find((index) => index.name === name);
    if (same?.id === 0 || (same !== undefined && same === namesake && same.unique === unique)) continue;
    if (namesake !== undefined)
      throw new StoreError(86, `An index with other keys or options has the name ${name}`);
    if (same !== undefined)
      throw new StoreError(85, `Index already exists with a different name: ${same.name}`);
    storage.createIndex(collection, name, Object.fromEntries(parseSortSpec(key)), unique);
  }
  return { numIndexesBefore: before, numIndexesAfter: collection.indexes.length };
}

function dropIndexes(context: CommandContext, { index: wanted }: Document): Document {
  const collection = existing(context);
  const nIndexesWas = collection.indexes.length;
  for (const name of [wanted].flat().map(String)) {
    const dropped = collection.indexes.filter(
      (index) => index.id !== 0 && (name === '*' || index.name === name),
    );
    if (dropped.length === 0 && name !== '*') throw new StoreError(27, `index not found with name [${name}]`);
    for (const index of dropped) context.storage.dropIndex(collection, index);
  }
  return { nIndexesWas };
}

function listIndexes(context: CommandContext): Document[] {
  const entry = ({ key, name, unique, id }: Index) => ({
    v: 2,
    key,
    name,
    ...(unique && id !== 0 ? { unique } : {}),
  });
  return existing(context).indexes.map(entry);
}

function collectionsOf({ storage, database }: CommandContext): Collection[] {
  return [...storage.collections.values()].filter(({ ns }) => ns.startsWith(`${database}.`));
}

function listCollections(context: CommandContext, { filter }: Document): Document[] {
  const { name, ...unsupported } = (filter ?? {}) as Document;
  refuseUnknownFields(unsupported, new Set(), 'listCollections');
  const names = collectionsOf(context).map(({ ns }) => ns.slice(context.database.length + 1));
  return names
    .filter((own) => name === undefined || own === name)
    .map((own) => ({ name: own, type: 'collection' }));
}

function create({ storage, ns }: CommandContext): Document {
  if (storage.collections.has(ns)) throw new StoreError(48, `Collection ${ns} already exists.`);
  storage.collection(ns);
  return {};
}

function drop({ storage, ns }: CommandContext): Document {
  const collection = storage.collections.get(ns);
  if (collection !== undefined) storage.dropCollection(collection);
  return {};
}

function dropDatabase(context: CommandContext): Document {
  for (const collection of collectionsOf(context)) context.storage.dropCollection(collection);
  return { dropped: context.database };
}

/** The commands about collections and indexes. */
export const catalogCommands: Record<string, Command> = {
  createIndexes: { fields: ['indexes', 'commitQuorum'], writes: true, run: createIndexes },
  dropIndexes: { fields: ['index'], writes: true, onlyRemoves: true, run: dropIndexes },
  listIndexes: { fields: ['cursor'], run: withCursorOf(listIndexes) },
  listCollections: {
    fields: ['filter', 'nameOnly', 'authorizedCollections', 'cursor'],
    run: withCursorOf(listCollections),
  },
  create: { fields: [], writes: true, run: create },
  drop: { fields: [], writes: true, onlyRemoves: true, run: drop },
  dropDatabase: { fields: [], writes: true, onlyRemoves: true, run: dropDatabase },
};
