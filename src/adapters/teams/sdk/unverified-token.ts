import { z } from 'zod';
import { type Instant, millisecondsPerSecond } from '../../../domain/instant';
import { isSameId } from './same-id';

const claimsShape = z.looseObject({
  aud: z.unknown(),
  serviceurl: z.unknown(),
  exp: z.number().optional(),
});

/** Seconds by which clocks may differ, as in the SDK's check. */
const tolerance = 300;

/**
 * Whether a token is wrong whoever signed it: made for another bot or another service URL, run out, or no token. For
 * refusing alone; nothing is ever allowed because of claims that nobody has verified.
 */
export function refusesItself(
  authorization: string,
  wanted: { readonly appId: string | undefined; readonly serviceUrl: string; readonly now: Instant },
): boolean {
  const claims = claimsShape.safeParse(claimsIn(authorization));
  if (!claims.success) return true;
  const { aud, serviceurl, exp } = claims.data;
  const expired = exp !== undefined && exp + tolerance < wanted.now / millisecondsPerSecond;
  const isForUs = typeof aud === 'string' && wanted.appId !== undefined && isSameId(aud, wanted.appId);
  return !isForUs || serviceurl !== wanted.serviceUrl || expired;
}

function claimsIn(authorization: string): unknown {
  const [, claims = ''] = authorization.split('.');
  try {
    return JSON.parse(Buffer.from(claims, 'base64url').toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
