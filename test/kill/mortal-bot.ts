import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as wait } from 'node:timers/promises';
import { systemClock } from '../../src/adapters/clock';
import type { BotProcessOptions } from './bot-process';

/** How long one life lasts, in milliseconds: since it was begun, or since it said that it had started. */
export interface Life {
  readonly since: 'spawn' | 'start';
  readonly milliseconds: number;
}

interface Span {
  readonly from: number;
  to: number;
}

/** A bot that is killed and started again; remembers when it was at work and when it was killed. */
export class MortalBot {
  /** From when it said that it had started until it was killed. */
  readonly atWork: Span[] = [];
  readonly kills: number[] = [];
  /** Ends that nobody brought about, after it had started. */
  readonly ownEnds: string[] = [];
  /** What the processes wrote as errors. */
  readonly log: string[] = [];
  private child: ChildProcess | undefined;
  private started = Promise.resolve();
  private over = false;

  constructor(private readonly options: BotProcessOptions) {}

  /** Lives these lives one after the other until the time is up, then a last one that nobody ends. */
  async live(lives: readonly Life[], until: number): Promise<void> {
    for (const life of lives) {
      if (this.over || systemClock.now() >= until) break;
      const child = this.begin();
      const exited = once(child, 'exit');
      if (life.since === 'start') await Promise.race([this.started, exited]);
      await Promise.race([wait(Math.min(life.milliseconds, until - systemClock.now())), exited]);
      await this.kill();
    }
    while (!this.over) {
      const exited = once(this.begin(), 'exit').then(() => 'exited' as const);
      if ((await Promise.race([this.started, exited])) !== 'exited') return;
    }
  }

  /** Ends the process for good; resolves when it is gone. */
  async end(): Promise<void> {
    this.over = true;
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    child.kill('SIGKILL');
    await exited;
  }

  private begin(): ChildProcess {
    const script = path.join(__dirname, 'bot-process.ts');
    const child = spawn(
      process.execPath,
      ['--require', 'sucrase/register/ts', script, JSON.stringify(this.options)],
      {
        stdio: ['pipe', 'pipe', 'pipe'],
      },
    );
    this.child = child;
    createInterface(child.stderr).on('line', (line) => this.log.push(line));
    const span = { from: Infinity, to: Infinity };
    this.started = once(createInterface(child.stdout), 'line').then(() => {
      this.atWork.push(Object.assign(span, { from: systemClock.now() }));
    });
    child.once('exit', (code, signal) => {
      span.to = Math.min(span.to, systemClock.now());
      if (signal !== 'SIGKILL' && span.from < Infinity)
        this.ownEnds.push(`code ${code}, ${this.log.at(-1) ?? ''}`);
    });
    return child;
  }

  private async kill(): Promise<void> {
    const { child } = this;
    if (child === undefined || child.exitCode !== null || child.signalCode !== null) return;
    const exited = once(child, 'exit');
    this.kills.push(systemClock.now());
    child.kill('SIGKILL');
    await exited;
  }
}

/** Milliseconds between two instants in which none of the bots was at work. */
export function unattended(bots: readonly MortalBot[], from: number, to: number): number {
  const spans = bots.flatMap(({ atWork }) => atWork).sort((a, b) => a.from - b.from);
  let covered = from;
  let gaps = 0;
  for (const span of spans) {
    if (span.from >= to) break;
    gaps += Math.max(0, span.from - covered);
    covered = Math.max(covered, span.to);
  }
  return gaps + Math.max(0, to - covered);
}
