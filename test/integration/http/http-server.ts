import { createHttpServer, type HttpServer, type HttpServerOptions } from '../../../src/adapters/http/server';
import { createLogger } from '../../../src/adapters/logging';

/** An HTTP server of a bot that is ready, answers each activity with 200 and logs nothing, but for what is named. */
export function httpServerWith(options: Partial<HttpServerOptions> = {}): HttpServer {
  return createHttpServer({
    port: 0,
    appId: undefined,
    logger: createLogger({ level: 'silent' }),
    newRequestId: () => 'generated-id',
    metrics: () => Promise.resolve({ contentType: 'text/plain; version=0.0.4', text: 'deliveries_due 0' }),
    versions: { software: '0.1.0', schema: 1 },
    notReady: () => Promise.resolve(undefined),
    receiveActivity: () => Promise.resolve({ status: 200 }),
    ...options,
  });
}
