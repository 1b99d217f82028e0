import { z } from 'zod';
import { type Instant, millisecondsPerSecond } from '../../../domain/instant';
import type { ServiceUrlRule } from '../../../domain/organisation/service-urls';
import { isSameId } from './same-id';

const claimsShape = z.looseObject({
  iss: z.string(),
  aud: z.string(),
  serviceurl: z.string(),
  exp: z.number(),
});

/** Seconds by which clocks may differ, as in the SDK's check. */
const tolerance = 300;

/** What the log says of an address that is not allowed; the variable is what an administrator looks at. */
export const serviceUrlNotAllowed = 'a service URL whose host is not among those of SERVICE_URL_HOSTS';

export interface WantedToken {
  readonly issuer: string;
  readonly appId: string;
  /** Which service URLs a token may be for. */
  readonly mayServe: ServiceUrlRule;
}

/**
 * Why a token is wrong whoever signed it: of another issuer (the Bot Framework emulator's too), made for another bot, for
 * a service URL where the bot sends nothing, without an end, or no token. Undefined if nothing of that is so. For
 * refusing alone; nothing is ever allowed because of claims that nobody has verified.
 */
export function faultOf(authorization: string, wanted: WantedToken): string | undefined {
  const claims = claimsIn(authorization);
  if (claims === undefined) return 'no token with issuer, audience, service URL and end';
  const { iss, aud, serviceurl } = claims;
  if (iss !== wanted.issuer) return 'a token of another issuer';
  if (!isSameId(aud, wanted.appId)) return 'a token for another bot';
  return wanted.mayServe(serviceurl) ? undefined : serviceUrlNotAllowed;
}

/** Whether a token says of itself that it has run out. */
export function hasRunOut(authorization: string, now: Instant): boolean {
  const claims = claimsIn(authorization);
  return claims === undefined || claims.exp + tolerance < now / millisecondsPerSecond;
}

function claimsIn(authorization: string): z.infer<typeof claimsShape> | undefined {
  const [, claims = ''] = /^Bearer [^.\s]+\.([^.\s]+)\.[^.\s]+$/.exec(authorization) ?? [];
  try {
    const content: unknown = JSON.parse(Buffer.from(claims, 'base64url').toString('utf8'));
    return claimsShape.safeParse(content).data;
  } catch {
    return undefined;
  }
}
