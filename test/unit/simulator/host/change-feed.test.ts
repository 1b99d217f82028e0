import { EventEmitter } from 'node:events';
import type { ServerResponse } from 'node:http';
import { ChangeFeed } from '../../../../src/simulator/host/change-feed';

/** An open page: what it was sent. */
class Window extends EventEmitter {
  readonly notices: string[] = [];
  writeHead(): this {
    return this;
  }
  write(text: string): void {
    this.notices.push(text);
  }
  end(): void {
    this.emit('close');
  }
}

describe('what open pages are told', () => {
  let feed: ChangeFeed;
  let window: Window;

  beforeEach(() => {
    jest.useFakeTimers();
    feed = new ChangeFeed();
    window = new Window();
    feed.connect(window as unknown as ServerResponse);
    window.notices.length = 0;
  });
  afterEach(() => {
    feed.close();
    jest.useRealTimers();
  });

  /** So many changes, one every 100 ms. */
  const changes = async (count: number): Promise<void> => {
    for (let each = 0; each < count; each++) {
      feed.changed();
      await jest.advanceTimersByTimeAsync(100);
    }
  };

  test('given changes now and then, then each is announced', async () => {
    await changes(20);

    expect(window.notices).toHaveLength(20);
  });

  test('given work that changes much, then it is announced every two seconds at most, and its end at once', async () => {
    let end: () => void = () => undefined;
    const work = feed.whileMuchChanges(new Promise<void>((resolve) => (end = resolve)));
    await changes(100);
    expect(window.notices.length).toBeGreaterThan(3);
    expect(window.notices.length).toBeLessThanOrEqual(5);
    const before = window.notices.length;

    feed.changed();
    end();
    await work;
    await jest.advanceTimersByTimeAsync(100);
    expect(window.notices).toHaveLength(before + 1);

    await changes(20);
    expect(window.notices).toHaveLength(before + 21);
  });
});
