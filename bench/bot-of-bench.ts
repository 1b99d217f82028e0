import { destination } from 'pino';
import { createLogger } from '../src/adapters/logging';
import type { BotParts } from '../src/composition/bot-parts';
import { type RunningBot, startBot } from '../src/composition/start-bot';

type Varied = 'storeUri' | 'organisationFile' | 'clock' | 'sending' | 'checkEvery';

/** A bot as `npm start` runs it, without Teams' limits. */
export function startBotOfBench(parts: Pick<BotParts, Varied>): Promise<RunningBot> {
  return startBot({
    ...parts,
    // Logs as much as `npm start`, but to nowhere.
    logger: createLogger({ level: 'info', stream: destination('/dev/null') }),
    mode: 'inline',
    port: 0,
    host: '127.0.0.1',
    authentication: { limited: false },
    holder: 'local',
  });
}
