import { AsyncLocalStorage } from 'node:async_hooks';
import {
  destination,
  type DestinationStream,
  type Logger,
  pino,
  stdSerializers,
  stdTimeFunctions,
} from 'pino';

export type { Logger } from 'pino';

/**
 * Keys whose values never reach a log, wherever they come from: secrets, and what names a person or quotes them
 * (process 10). The code logs ticket numbers, verbs, status and durations only; this is the second lock.
 */
const unspoken = [
  'authorization',
  'Authorization',
  'password',
  'appPassword',
  'secret',
  'token',
  'connectionString',
  'uri',
  'headers',
  'body',
  'name',
  'mail',
  'text',
  'aadObjectId',
  'objectId',
];

/** Deeper than this nothing is logged by the code. */
const redactedPaths = unspoken.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

export interface LoggingOptions {
  readonly level?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Where the lines go; default is the standard output. */
  readonly stream?: DestinationStream;
}

/** What every line written during a piece of work says, wherever in the code it is written. */
export interface LogContext {
  readonly requestId: string;
}

const context = new AsyncLocalStorage<LogContext>();

/** Runs the work; each of its log lines carries the context. */
export function withLogContext<Result>(fields: LogContext, work: () => Result): Result {
  return context.run(fields, work);
}

/** Structured logs, one JSON object a line, times in ISO 8601 (UTC). */
export function createLogger({ level = 'info', stream = destination(1) }: LoggingOptions = {}): Logger {
  return pino(
    {
      level,
      base: null,
      mixin: () => ({ ...context.getStore() }),
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: redactedPaths, censor: '[entfernt]' },
      serializers: { err: errorForLog },
    },
    stream,
  );
}

/**
 * An error as far as a log may tell it: its kind and where it arose. Messages quote what they were
 * given (a card's text, a URL with ids), so none is kept: the kind and the frames tell a developer where to look.
 */
export function errorForLog(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error };
  const { type, stack, code, statusCode } = stdSerializers.err(error) as ReturnType<
    typeof stdSerializers.err
  > & { readonly code?: unknown; readonly statusCode?: unknown };
  return {
    type,
    ...(typeof code === 'string' || typeof code === 'number' ? { code } : {}),
    ...(typeof statusCode === 'number' ? { statusCode } : {}),
    at: placesIn(stack),
  };
}

/** The frames without the message, which stands before them. */
function placesIn(stack: string): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
