import { generateKeyPairSync } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { sign } from 'jsonwebtoken';
import { startLocalServer } from '../../support/local-server';

/** Signs tokens as the Bot Framework does, with a key of its own, and publishes it where the bot is told to look. */
export interface LocalIssuer {
  readonly name: string;
  readonly openIdMetadataUrl: string;
  /** A bearer header; `claims` go over the right ones. `key` chooses the published key or one nobody knows. */
  authorization(
    claims: object,
    options?: { key?: 'published' | 'foreign' | 'unendorsed'; keyId?: string },
  ): string;
  /** From now on a document is answered like this; without `behaviour`, rightly. */
  behave(document: 'openid' | 'keys', behaviour?: (response: ServerResponse) => void): void;
  /** How often its OpenID document was asked for. */
  readonly asked: number;
  close(): Promise<void>;
}

export async function startLocalIssuer(): Promise<LocalIssuer> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const unendorsed = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = 'https://issuer.example.test';
  const behaviours = new Map<string, (response: ServerResponse) => void>();
  let asked = 0;
  const server = await startLocalServer((request, response) => {
    if (request.url === '/openid') asked += 1;
    const behaviour = behaviours.get(request.url ?? '');
    if (behaviour !== undefined) return behaviour(response);
    const key = (kid: string, pair: typeof published, endorsements: string[]) => ({
      ...pair.publicKey.export({ format: 'jwk' }),
      kid,
      use: 'sig',
      endorsements,
    });
    response.setHeader('Content-Type', 'application/json');
    response.end(
      JSON.stringify(
        request.url === '/keys'
          ? { keys: [key('teams', published, ['msteams']), key('other', unendorsed, ['webchat'])] }
          : { issuer: name, jwks_uri: `${server.url}/keys` },
      ),
    );
  });
  return {
    name,
    openIdMetadataUrl: `${server.url}/openid`,
    authorization: (claims, { key = 'published', keyId } = {}) => {
      const pair = { published, foreign, unendorsed }[key];
      const keyid = keyId ?? (key === 'unendorsed' ? 'other' : 'teams');
      const now = Math.floor(performance.timeOrigin / 1000);
      const token = sign({ iss: name, iat: now, nbf: now, exp: now + 3600, ...claims }, pair.privateKey, {
        algorithm: 'RS256',
        keyid,
      });
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
