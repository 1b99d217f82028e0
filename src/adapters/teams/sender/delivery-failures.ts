import { DeliveryFailure } from '../../../app/ports/messenger';
import { RequestTimedOut } from '../sdk/connector-clients';
import { OwnTokenUnavailable } from '../sdk/own-token';

/**
 * Teams asks for these to be repeated; 5xx besides. A 401 is ours to put right (an expired secret): what is due waits
 * for it.
 */
const passing = new Set([401, 408, 412, 429]);

/** Codes of requests that got no answer; whether they were carried out is not known. */
const noAnswer = new Set([
  'REQUEST_SEND_ERROR',
  'ECONNRESET',
  'ECONNREFUSED',
  'ETIMEDOUT',
  'EPIPE',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** Runs a request to Teams; what goes wrong on the way becomes a DeliveryFailure, a fault of ours stays what it is. */
export async function delivering<Result>(request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    throw failureOf(error) ?? error;
  }
}

/** Undefined for what did not come from the connection or its other end. */
export function failureOf(error: unknown): DeliveryFailure | undefined {
  if (error instanceof DeliveryFailure) return error;
  if (error instanceof RequestTimedOut || error instanceof OwnTokenUnavailable) {
    return new DeliveryFailure(true, undefined, undefined);
  }
  if (!(error instanceof Error)) return undefined;
  const { statusCode, code, response } = error as Error & {
    readonly statusCode?: unknown;
    readonly code?: unknown;
    readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
  };
  if (typeof statusCode === 'number') {
    const transient = statusCode >= 500 || passing.has(statusCode);
    return new DeliveryFailure(transient, statusCode, waitOf(response?.headers?.get?.('retry-after')));
  }
  return typeof code === 'string' && noAnswer.has(code)
    ? new DeliveryFailure(true, undefined, undefined)
    : undefined;
}

/** Retry-After in seconds, as Teams gives it, in milliseconds. */
function waitOf(retryAfter: string | undefined): number | undefined {
  const seconds = Number(retryAfter);
  return retryAfter === undefined || !Number.isFinite(seconds) || seconds < 0 ? undefined : seconds * 1_000;
}
