import { startEmbeddedStore } from '../src/embedded-store/start-embedded-store';
import { probePieces } from './longest-piece';

/** Questions from the parent process: each is answered with a number of milliseconds. */
export type StoreQuestion = 'start' | 'longest';

/** The embedded store in a process of its own, which tells its longest piece of work; ends with its parent. */
async function main(directory: string): Promise<void> {
  const store = await startEmbeddedStore({ directory });
  const probe = probePieces();
  process.on('message', (question: StoreQuestion) => {
    if (question === 'start') probe.start();
    process.send?.(question === 'start' ? 0 : probe.longest());
  });
  process.once('disconnect', () => {
    probe.stop();
    void store.close();
  });
  process.send?.(store.uri);
}

void main(process.argv[2] ?? '');
