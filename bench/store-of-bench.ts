import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { startEmbeddedStore } from '../src/embedded-store/start-embedded-store';
import type { StoreQuestion } from './overview-store';

/** The embedded store in the process of the bench, as `npm start` has it in the bot's, or in one of its own. */
export type StoreMode = 'together' | 'apart';

export interface StoreOfBench {
  readonly uri: string;
  ask(question: StoreQuestion): Promise<number>;
  close(): Promise<void>;
}

export function openStore(mode: StoreMode, directory: string): Promise<StoreOfBench> {
  return mode === 'together' ? storeHere(directory) : storeApart(directory);
}

async function storeHere(directory: string): Promise<StoreOfBench> {
  const store = await startEmbeddedStore({ directory });
  return { uri: store.uri, ask: () => Promise.resolve(0), close: () => store.close() };
}

async function storeApart(directory: string): Promise<StoreOfBench> {
  const child: ChildProcess = fork(join(__dirname, 'overview-store.ts'), [directory], {
    execArgv: ['--require', 'sucrase/register/ts'],
  });
  const [uri] = (await once(child, 'message')) as [string];
  return {
    uri,
    async ask(question) {
      const reply = once(child, 'message') as Promise<[number]>;
      child.send(question);
      return (await reply)[0];
    },
    async close() {
      const ended = once(child, 'exit');
      child.disconnect();
      await ended;
    },
  };
}
