import { generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { sign } from 'jsonwebtoken';

/** Signs tokens as the Bot Framework does, with a key of its own, and publishes it where the bot is told to look. */
export interface LocalIssuer {
  readonly name: string;
  readonly openIdMetadataUrl: string;
  /** A bearer header; `claims` go over the right ones. `key` chooses the published key or one nobody knows. */
  authorization(claims: object, options?: { key?: 'published' | 'foreign' | 'unendorsed' }): string;
  close(): Promise<void>;
}

export async function startLocalIssuer(): Promise<LocalIssuer> {
  const published = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const unendorsed = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const name = 'https://issuer.example.test';
  const server = createServer((request, response) => {
    const origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
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
          : { issuer: name, jwks_uri: `${origin}/keys` },
      ),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    name,
    openIdMetadataUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/openid`,
    authorization: (claims, { key = 'published' } = {}) => {
      const pair = { published, foreign, unendorsed }[key];
      const keyid = key === 'unendorsed' ? 'other' : 'teams';
      const now = Math.floor(performance.timeOrigin / 1000);
      const token = sign({ iss: name, iat: now, nbf: now, exp: now + 3600, ...claims }, pair.privateKey, {
        algorithm: 'RS256',
        keyid,
      });
      return `Bearer ${token}`;
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
