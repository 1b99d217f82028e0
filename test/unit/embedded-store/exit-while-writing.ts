import { Storage } from '../../../src/embedded-store/storage';

/** Exits in the middle of a write. */
const storage = new Storage(process.argv[2] ?? '');
void storage.write(() => {
  storage.collection('test.tickets');
  process.exit(0);
});
