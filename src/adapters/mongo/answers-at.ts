import { mongo } from 'mongoose';

/** How long a server may take to say what it is, in milliseconds. */
const patience = 2_000;

/**
 * Whether a MongoDB server answers at `host:port` to somebody who gives no name: the greeting goes before any login.
 * Whose certificate it shows makes no difference, because nothing is told to it.
 */
export async function answersAt(address: string, { tls }: { readonly tls: boolean }): Promise<boolean> {
  const client = new mongo.MongoClient(`mongodb://${address}/`, {
    directConnection: true,
    serverSelectionTimeoutMS: patience,
    connectTimeoutMS: patience,
    tls,
    ...(tls && { tlsAllowInvalidCertificates: true }),
  });
  try {
    await client.connect();
    return true;
  } catch {
    return false;
  } finally {
    await client.close();
  }
}
