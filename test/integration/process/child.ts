import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { createInterface } from 'node:readline';

/** How a process ended. */
export interface End {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A script of the product or of a test as a process of its own; everything it says is kept. */
export class Child {
  readonly ended: Promise<End>;
  private readonly lines: string[] = [];
  private readonly process: ChildProcessWithoutNullStreams;
  private heard: () => void = () => undefined;

  constructor(
    script: string,
    env: Readonly<Record<string, string | undefined>> = {},
    parameters: readonly string[] = [],
  ) {
    this.process = spawn(process.execPath, ['--require', 'sucrase/register/ts', script, ...parameters], {
      env: { ...process.env, ...env },
    });
    for (const output of [this.process.stdout, this.process.stderr])
      createInterface(output).on('line', (line) => {
        this.lines.push(line);
        this.heard();
      });
    // 'close' comes when what it said has arrived too.
    this.ended = new Promise((resolve) =>
      this.process.once('close', (code, signal) => resolve({ code, signal })),
    );
  }

  /** Everything it has said so far. */
  get said(): string {
    return this.lines.join('\n');
  }

  /** Resolves with the first line that matches; rejects with all that was said when it ends without one. */
  async says(pattern: RegExp): Promise<RegExpExecArray> {
    const gone = this.ended.then(() => 'gone' as const);
    for (;;) {
      const next = new Promise<void>((resolve) => (this.heard = resolve));
      const found = pattern.exec(this.said);
      if (found !== null) return found;
      if ((await Promise.race([next, gone])) === 'gone' && !pattern.test(this.said))
        throw new Error(`the process ended before it said ${String(pattern)}:\n${this.said}`);
    }
  }

  tell(line: string): void {
    this.process.stdin.write(`${line}\n`);
  }

  signal(signal: NodeJS.Signals): void {
    this.process.kill(signal);
  }

  /** For the end of a test, however it went. */
  async end(): Promise<void> {
    this.process.kill('SIGKILL');
    await this.ended;
  }
}
