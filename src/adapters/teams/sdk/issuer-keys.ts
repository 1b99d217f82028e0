import { createPublicKey, type KeyObject } from 'node:crypto';
import { z } from 'zod';
import type { Clock } from '../../../app/ports/clock';
import type { Instant } from '../../../domain/instant';
import { fetchJson, NoUsableAnswer } from './fetch-json';
import type { Outage } from './outage';

/** The issuer's keys cannot be had, so nobody can say now whether a token is right. */
export class IssuerUnavailable extends Error {
  constructor(readonly reason: string) {
    super(`the keys of the token issuer are not available: ${reason}`);
    this.name = 'IssuerUnavailable';
  }
}

/** What the SDK's token check wants of a key. */
export interface SigningKey {
  /** PEM. */
  readonly key: string;
  /** The channels whose tokens it may sign; never empty, which the SDK would take for all of them. */
  readonly endorsements: string[];
}

export interface IssuerKeysOptions {
  readonly openIdMetadataUrl: string;
  readonly clock: Clock;
  /** Milliseconds until asking the issuer is given up, both its documents together. */
  readonly timeout: number;
  readonly outage: Outage;
}

const minute = 60_000;
const day = 24 * 60 * minute;
/** As the SDK does: keys are asked for anew once a day. */
const refreshAfter = day;
/** As Microsoft allows keys to be kept; what is older is not trusted even if the issuer is down. */
const trustedFor = 5 * day;
/** After a failure, known keys serve for this long before the issuer is asked again. */
const pauseAfterFailure = minute / 2;
/** Made-up key ids make the bot ask its issuer; this many times a minute at most while that answers. */
const unknownPerMinute = 10;

const openIdShape = z.looseObject({ jwks_uri: z.url({ protocol: /^https?$/ }) });
const keySetShape = z.looseObject({ keys: z.array(z.unknown()).min(1) });
const entryShape = z.looseObject({ kty: z.string().default('RSA'), kid: z.string().optional() });
const rsaShape = z.looseObject({
  n: z.string().min(1),
  e: z.string().min(1),
  endorsements: z
    .array(z.string())
    .nullish()
    .transform((channels) => channels ?? []),
});

/**
 * The keys that an issuer signs tokens with. The SDK's own cache waits for ever, takes an issuer that is down for a
 * wrong token, and asks once for each request that waits; this one asks once for all of them, for a bounded time, and
 * goes on with the keys it knows.
 */
export class IssuerKeys {
  private keys: ReadonlyMap<string, SigningKey> = new Map();
  private readAt: Instant = -Infinity;
  private failedAt: Instant = -Infinity;
  private unknown = { since: -Infinity, asked: 0 };
  private underway: Promise<void> | undefined;

  constructor(private readonly options: IssuerKeysOptions) {}

  /** Null if the issuer has no such key. Rejects with IssuerUnavailable if that cannot be told. */
  async getKey(keyId: unknown): Promise<SigningKey | null> {
    if (typeof keyId !== 'string') return null;
    const known = this.find(keyId);
    if (known === undefined ? !this.mayAskForUnknown() : !this.isDue()) return known ?? null;
    try {
      await this.refresh();
    } catch (error) {
      if (known === undefined) throw error;
      return known;
    }
    return this.find(keyId) ?? null;
  }

  private find(keyId: string): SigningKey | undefined {
    return this.age() < trustedFor ? this.keys.get(keyId) : undefined;
  }

  private age(): number {
    return this.options.clock.now() - this.readAt;
  }

  private isDue(): boolean {
    const sinceFailure = this.options.clock.now() - this.failedAt;
    return this.age() >= refreshAfter && sinceFailure >= pauseAfterFailure;
  }

  private mayAskForUnknown(): boolean {
    const now = this.options.clock.now();
    if (this.age() >= refreshAfter || this.failedAt >= this.readAt || this.underway !== undefined)
      return true;
    if (now - this.unknown.since >= minute) this.unknown = { since: now, asked: 0 };
    this.unknown.asked += 1;
    return this.unknown.asked <= unknownPerMinute;
  }

  private refresh(): Promise<void> {
    this.underway ??= this.read().finally(() => (this.underway = undefined));
    return this.underway;
  }

  private async read(): Promise<void> {
    const { openIdMetadataUrl, clock, timeout, outage } = this.options;
    try {
      const signal = AbortSignal.timeout(timeout);
      const { jwks_uri: url } = readAs(openIdShape, await fetchJson(openIdMetadataUrl, { signal }));
      this.keys = keysOf(readAs(keySetShape, await fetchJson(url, { signal })).keys);
      this.readAt = clock.now();
      outage.worked();
    } catch (error) {
      if (!(error instanceof NoUsableAnswer)) throw error;
      this.failedAt = clock.now();
      outage.failed({ reason: error.reason });
      throw new IssuerUnavailable(error.reason);
    }
  }
}

function readAs<Read>(shape: z.ZodType<Read>, content: unknown): Read {
  const reading = shape.safeParse(content);
  if (!reading.success) throw new NoUsableAnswer('unreadable content');
  return reading.data;
}

/**
 * The RSA keys of a key set; keys of other kinds sign none of these tokens, nor do those without an id or without an
 * endorsement.
 */
function keysOf(entries: readonly unknown[]): ReadonlyMap<string, SigningKey> {
  const keys = new Map<string, SigningKey>();
  let readable = 0;
  for (const entry of entries) {
    const { kty, kid } = readAs(entryShape, entry);
    if (kty !== 'RSA' || kid === undefined) continue;
    const { n, e, endorsements } = readAs(rsaShape, entry);
    const key = publicKey({ kty, n, e }).export({ type: 'spki', format: 'pem' }) as string;
    readable += 1;
    if (endorsements.length > 0) keys.set(kid, { key, endorsements });
  }
  if (readable === 0) throw new NoUsableAnswer('unreadable content');
  return keys;
}

function publicKey(jwk: { readonly kty: string; readonly n: string; readonly e: string }): KeyObject {
  try {
    return createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    throw new NoUsableAnswer('unreadable content');
  }
}
