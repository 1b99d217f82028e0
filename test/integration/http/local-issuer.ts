import { generateKeyPairSync, type KeyPairKeyObjectResult } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sign } from 'jsonwebtoken';
import { startLocalServer } from '../../support/local-server';

/** Published for Teams, published for another channel or for none, or known to nobody. */
export type SigningKeyName = 'published' | 'otherChannel' | 'unendorsed' | 'foreign';

/** Signs tokens as the Bot Framework does, with a key of its own, and publishes it where the bot is told to look. */
export interface LocalIssuer {
  readonly name: string;
  readonly openIdMetadataUrl: string;
  /** A bearer header; `claims` go over the right ones, and undefined takes one away. */
  authorization(claims: object, options?: { key?: SigningKeyName; keyId?: string }): string;
  /** From now on a document is answered like this; without `behaviour`, rightly. */
  behave(document: 'openid' | 'keys', behaviour?: (response: ServerResponse) => void): void;
  /** How often its OpenID document was asked for. */
  readonly asked: number;
  close(): Promise<void>;
}

export async function startLocalIssuer(): Promise<LocalIssuer> {
  const [published, otherChannel, unendorsed, foreign] = Array.from({ length: 4 }, () =>
    generateKeyPairSync('rsa', { modulusLength: 2048 }),
  ) as [KeyPairKeyObjectResult, KeyPairKeyObjectResult, KeyPairKeyObjectResult, KeyPairKeyObjectResult];
  const pairs = { published, otherChannel, unendorsed, foreign };
  const keyIds = { published: 'teams', otherChannel: 'other', unendorsed: 'none', foreign: 'teams' };
  const name = 'https://issuer.example.test';
  const behaviours = new Map<string, (response: ServerResponse) => void>();
  let asked = 0;
  const server = await startLocalServer((request, response) => {
    if (request.url === '/openid') asked += 1;
    const behaviour = behaviours.get(request.url ?? '');
    if (behaviour !== undefined) return behaviour(response);
    const key = (name: SigningKeyName, endorsements?: string[]) => ({
      ...pairs[name].publicKey.export({ format: 'jwk' }),
      kid: keyIds[name],
      use: 'sig',
      endorsements,
    });
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        request.url === '/keys'
          ? { keys: [key('published', ['msteams']), key('otherChannel', ['webchat']), key('unendorsed')] }
          : { issuer: name, jwks_uri: `${server.url}/keys` },
      ),
    );
  });
  return {
    name,
    openIdMetadataUrl: `${server.url}/openid`,
    authorization: (claims, { key = 'published', keyId = keyIds[key] } = {}) => {
      const now = Math.floor(performance.timeOrigin / 1000);
      const all: object = { iss: name, iat: now, nbf: now, exp: now + 3600, ...claims };
      const given = Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined));
      const token = sign(given, pairs[key].privateKey, { algorithm: 'RS256', keyid: keyId });
      return `Bearer ${token}`;
    },
    behave: (document, behaviour) => {
      if (behaviour === undefined) behaviours.delete(`/${document}`);
      else behaviours.set(`/${document}`, behaviour);
    },
    get asked() {
      return asked;
    },
    close: () => server.close(),
  };
}
