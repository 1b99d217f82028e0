import { createCalendarCache } from './calendar-cache';
import { answerCalendarLine } from './calendar-line';
import { answerLines } from './line-stream';

/** `npm run -s calendar`: reads JSON lines from standard input and answers each with one (docs/servicezeit.md). */
async function main(): Promise<void> {
  // The reader of the answers may stop early, as `head` does.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));
  const cache = createCalendarCache();
  await answerLines(process.stdin, process.stdout, (line) => answerCalendarLine(line, cache));
}

void main();
