import { createLogger } from '../../../src/adapters/logging';
import { stopOnSignal } from '../../../src/composition/stop-on-signal';

/** A process whose stop never ends; STOP_LIMIT is its limit in milliseconds. Told "twice", it sends itself two signals. */
stopOnSignal({
  stop: () => new Promise(() => undefined),
  logger: createLogger(),
  limit: Number(process.env['STOP_LIMIT']),
});
process.stdin.on('data', () => {
  process.kill(process.pid, 'SIGINT');
  process.kill(process.pid, 'SIGTERM');
});
// Whoever started it is gone: nobody else would end it.
process.stdin.on('end', () => process.exit());
console.log('started');
