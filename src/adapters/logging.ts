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
 * Keys whose values never reach a log, wherever they come from: secrets, and anything that names or quotes a person
 * (process 10). The code logs only ticket numbers, verbs, status and durations; this is the second line of defence.
 */
const redactedKeys = [
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

/** The code logs nothing nested deeper than this. */
const redactedPaths = redactedKeys.flatMap((key) => [key, `*.${key}`, `*.*.${key}`]);

export interface LoggingOptions {
  readonly level?: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent';
  /** Where the lines go; defaults to standard output. */
  readonly stream?: DestinationStream;
}

/** What every log line written during a piece of work contains, wherever in the code it is written. */
export interface LogContext {
  readonly requestId: string;
}

const context = new AsyncLocalStorage<LogContext>();

/** Runs the work; each of its log lines carries the context. */
export function withLogContext<Result>(fields: LogContext, work: () => Result): Result {
  return context.run(fields, work);
}

/** Structured logs, one JSON object per line, times in ISO 8601 (UTC). */
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
 * What a log may say about an error: its kind and where it arose. Messages quote their input (a card's text, a URL with
 * ids), so none is kept: kind and frames tell a developer where to look.
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

/** The frames without the message, which precedes them. */
function placesIn(stack: string): readonly string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim());
}
