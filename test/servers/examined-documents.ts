import type { mongo } from 'mongoose';
import type { RunningServer } from './store-servers';

/**
 * How many documents the server looks at for what the action asks through the client: as the server counts them where
 * it does, else as `explain` says of each question. Undefined, with the reason printed, where neither can tell.
 */
export async function countExamined(
  server: RunningServer,
  client: mongo.MongoClient | undefined,
  action: () => Promise<void>,
): Promise<number | undefined> {
  if (server.documentsExamined !== undefined) {
    const before = server.documentsExamined();
    await action();
    return server.documentsExamined() - before;
  }
  const asked: mongo.CommandStartedEvent[] = [];
  const listen = (event: mongo.CommandStartedEvent): void => void asked.push(event);
  client?.on('commandStarted', listen);
  try {
    await action();
  } finally {
    client?.off('commandStarted', listen);
  }
  if (client === undefined) return notTold('what a start asks is not repeated');
  return examinedBy(client, asked);
}

/** Checks what could be counted; that it could not has been printed. */
export function expectExaminedAtMost(most: number, examined: number | undefined): void {
  expect(examined ?? 0).toBeLessThanOrEqual(most);
}

const questions: ReadonlySet<string> = new Set(['find', 'aggregate', 'count', 'distinct']);

async function examinedBy(
  client: mongo.MongoClient,
  asked: readonly mongo.CommandStartedEvent[],
): Promise<number | undefined> {
  if (asked.length === 0) throw new Error('the client tells of no command: its address has monitorCommands');
  let sum = 0;
  for (const { commandName, command, databaseName } of asked) {
    // The rest of an answer is counted with its question.
    if (commandName === 'getMore') continue;
    if (!questions.has(commandName)) return notTold(`explain cannot repeat ${commandName}`);
    const explained = await client
      .db(databaseName)
      .command({ explain: withoutSession(command), verbosity: 'executionStats' })
      .catch((error: unknown) => error);
    const examined = examinedIn(explained);
    if (examined === undefined) return notTold(`explain of ${commandName} answers ${String(explained)}`);
    sum += examined;
  }
  return sum;
}

function notTold(why: string): undefined {
  console.log(`Not compared how many documents the server examines: ${why}.`);
  return undefined;
}

/** What the driver adds belongs to the command that was sent, not to the one that is explained. */
function withoutSession(command: mongo.BSON.Document): mongo.BSON.Document {
  const { lsid, txnNumber, maxTimeMS, ...question } = command;
  void [lsid, txnNumber, maxTimeMS];
  return Object.fromEntries(Object.entries(question).filter(([field]) => !field.startsWith('$')));
}

/** The sum over all parts of an answer to `explain` with `executionStats`: pipelines and shards nest them. */
export function examinedIn(explained: unknown): number | undefined {
  if (typeof explained !== 'object' || explained === null || explained instanceof Error) return undefined;
  const { executionStats } = explained as {
    readonly executionStats?: { readonly totalDocsExamined?: unknown };
  };
  const total: unknown = executionStats?.totalDocsExamined;
  if (typeof total === 'number') return total;
  const parts = Object.values(explained)
    .map(examinedIn)
    .filter((part) => part !== undefined);
  return parts.length === 0 ? undefined : parts.reduce((sum, part) => sum + part, 0);
}
