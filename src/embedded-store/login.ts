import { Binary, type Document } from 'bson';
import { randomBytes, timingSafeEqual, createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { usingDirectory } from './directory-errors';
import { createOnce, replaceFile } from './private-files';
import { StoreError } from './store-error';

const user = 'store';
const secretForm = /^[\w-]{43}$/;

/**
 * The secret of the store in this directory, readable by the directory's owner alone; made at the first start and kept,
 * so that addresses with a fixed port stay valid.
 */
export async function secretOf(directory: string): Promise<string> {
  const file = path.join(directory, 'store-secret');
  return usingDirectory(directory, async () => {
    const made = randomBytes(32).toString('base64url');
    if (await createOnce(file, `${made}\n`)) return made;
    const kept = (await readFile(file, 'utf8')).trim();
    if (secretForm.test(kept)) return kept;
    await replaceFile(file, `${made}\n`);
    return made;
  });
}

/** For the driver, without a database name; it holds the secret. */
export function addressOf(port: number, secret: string): string {
  return `mongodb://${user}:${secret}@127.0.0.1:${port}/?directConnection=true&authMechanism=PLAIN&authSource=%24external`;
}

const digestOf = (text: string) => createHash('sha256').update(text).digest();

/** Whether the client of one connection has shown that it may read the directory. */
export class Login {
  private shown = false;

  constructor(private readonly secret: string) {}

  get done(): boolean {
    return this.shown;
  }

  /** SASL PLAIN (RFC 4616) in one step. Throws 18 for a wrong secret, 334 for another mechanism. */
  start({ mechanism, payload }: Document): Document {
    if (mechanism !== 'PLAIN')
      throw new StoreError(
        334,
        `only the mechanism PLAIN is supported; use the address that the store gives`,
      );
    if (!(payload instanceof Binary)) throw new StoreError(14, "'payload' must be binary");
    const [, name, password] = Buffer.from(payload.value()).toString('utf8').split('\0');
    const right = timingSafeEqual(digestOf(`${name}\0${password}`), digestOf(`${user}\0${this.secret}`));
    if (!right) throw new StoreError(18, 'Authentication failed.');
    this.shown = true;
    return { conversationId: 1, done: true, payload: new Binary(Buffer.alloc(0)) };
  }
}

/** What a logged-in client is told about itself. */
export const loggedIn = {
  authenticatedUsers: [{ user, db: '$external' }],
  authenticatedUserRoles: [{ role: 'root', db: 'admin' }],
};
