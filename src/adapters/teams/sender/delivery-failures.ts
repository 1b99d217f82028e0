import type { Clock } from '../../../app/ports/clock';
import { DeliveryFailure } from '../../../app/ports/messenger';
import type { Instant } from '../../../domain/instant';
import { RequestTimedOut, ServiceUrlRefused } from '../sdk/connector-clients';
import { OwnTokenUnavailable } from '../sdk/own-token';
import { ConversationPaused } from '../sdk/request-gate';
import { retryAfterOf } from '../sdk/retry-after';

/**
 * Teams asks for these to be repeated; 5xx besides. A 401 is ours to put right (an expired secret): what is due waits
 * for it.
 */
const passing = new Set([401, 408, 412, 429]);

const tooManyRequests = 429;

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

/** No answer of Teams: given up, or kept back for what is ours to put right (an expired secret, a host not allowed). */
const unanswered = [RequestTimedOut, OwnTokenUnavailable, ServiceUrlRefused];

/** Runs a request to Teams; what goes wrong on the way becomes a DeliveryFailure, a fault of ours stays what it is. */
export async function delivering<Result>(clock: Clock, request: () => Promise<Result>): Promise<Result> {
  try {
    return await request();
  } catch (error) {
    throw failureOf(error, clock.now()) ?? error;
  }
}

/** Undefined for what did not come from the connection or its other end. */
export function failureOf(error: unknown, now: Instant): DeliveryFailure | undefined {
  if (error instanceof DeliveryFailure) return error;
  if (unanswered.some((kind) => error instanceof kind)) {
    return new DeliveryFailure(true, undefined, undefined);
  }
  if (error instanceof ConversationPaused)
    return new DeliveryFailure(true, tooManyRequests, error.retryAfter);
  if (!(error instanceof Error)) return undefined;
  const { statusCode, code, response } = error as Error & {
    readonly statusCode?: unknown;
    readonly code?: unknown;
    readonly response?: { readonly headers?: { get?(name: string): string | undefined } };
  };
  if (typeof statusCode === 'number') {
    const transient = statusCode >= 500 || passing.has(statusCode);
    return new DeliveryFailure(
      transient,
      statusCode,
      retryAfterOf(response?.headers?.get?.('retry-after'), now),
    );
  }
  return typeof code === 'string' && noAnswer.has(code)
    ? new DeliveryFailure(true, undefined, undefined)
    : undefined;
}
