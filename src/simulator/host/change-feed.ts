import type { ServerResponse } from 'node:http';
import type { ChangeNotice } from '../page-api';

/** Changes within this many milliseconds are announced as one. */
const gather = 40;
/** The same while far more happens than anybody can read: each announcement makes every open page fetch and draw all it shows. */
const gatherMuch = 2_000;
/** Keeps the connection from looking dead; milliseconds. */
const heartbeatInterval = 25_000;
/** More windows than anybody opens; further ones are told to close. */
const maxWindows = 200;

/** Tells every open page that something changed, as server-sent events. */
export class ChangeFeed {
  private readonly windows = new Set<ServerResponse>();
  private readonly heartbeat = setInterval(() => this.send(': here\n\n'), heartbeatInterval).unref();
  private gathering: NodeJS.Timeout | undefined;
  private pace = gather;
  private version = 0;

  /** Something that a page may show has changed. */
  changed(): void {
    this.version += 1;
    this.gathering ??= setTimeout(() => {
      this.gathering = undefined;
      this.send(this.notice());
    }, this.pace);
  }

  /** While the work lasts, announces at most one change every two seconds; the last one at once when it ends. */
  async whileMuchChanges(work: Promise<void>): Promise<void> {
    this.pace = gatherMuch;
    await work.finally(() => {
      this.pace = gather;
      clearTimeout(this.gathering);
      this.gathering = undefined;
      this.changed();
    });
  }

  /** Turns a response into a stream that lasts until the window is closed. False when there are too many. */
  connect(response: ServerResponse): boolean {
    if (this.windows.size >= maxWindows) return false;
    response.writeHead(200, {
      'Content-Type': 'text/event-stream; charset=utf-8',
      'Cache-Control': 'no-store',
    });
    // This first notice makes a page fetch what changed while it was away.
    response.write(`retry: 1000\n${this.notice()}`);
    this.windows.add(response);
    response.on('close', () => this.windows.delete(response));
    response.on('error', () => this.windows.delete(response));
    return true;
  }

  close(): void {
    clearInterval(this.heartbeat);
    clearTimeout(this.gathering);
    for (const response of this.windows) response.end();
  }

  private notice(): string {
    const notice: ChangeNotice = { version: this.version };
    return `data: ${JSON.stringify(notice)}\n\n`;
  }

  private send(text: string): void {
    for (const response of this.windows) response.write(text);
  }
}
