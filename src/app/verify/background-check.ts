import type { Instant } from '../../domain/instant';
import type { Clock } from '../ports/clock';
import type { EvidenceStore } from '../ports/evidence';
import type { SettingStore } from '../ports/setting-store';
import type { Finding } from './finding';
import { type TimersToVerify, type Verification, verify } from './verify';

export interface BackgroundCheckDeps {
  readonly evidence: EvidenceStore;
  readonly settings: SettingStore;
  readonly clock: Clock;
  /** By what timers are held against the events. */
  readonly timers: TimersToVerify;
  /** Awaited between two pages, so that the check takes little of the store's time. */
  readonly pause: () => Promise<void>;
  readonly report: (what: BackgroundReport) => void;
}

export type BackgroundReport =
  | { readonly kind: 'found'; readonly finding: Finding }
  | { readonly kind: 'verified'; readonly verification: Verification }
  | { readonly kind: 'failed'; readonly error: unknown };

/** What the last complete verification found; kept for the digest, across restarts and processes. */
export interface LastVerification {
  readonly begunAt: Instant;
  readonly findings: number;
}

/** Verifies everything once a day, some documents at a time, beside the bot's work. */
export interface BackgroundCheck {
  /** Begins if a day has passed since the last time; returns at once. */
  wake(): void;
  /** Resolves when the verification under way has ended. */
  idle(): Promise<void>;
  /** Ends the one under way between two pages. */
  stop(): Promise<void>;
}

const settingName = 'verification';
const day = 86_400_000;

class Stopped extends Error {}

export function createBackgroundCheck(deps: BackgroundCheckDeps): BackgroundCheck {
  let running: Promise<void> | undefined;
  let stopping = false;

  async function pause(): Promise<void> {
    await deps.pause();
    if (stopping) throw new Stopped();
  }

  async function check(): Promise<void> {
    const begunAt = deps.clock.now();
    const last = await lastVerification(deps.settings);
    // A clock that was put back does not silence the check.
    if (last !== undefined && Math.abs(begunAt - last.begunAt) < day) return;
    const found = (finding: Finding) => deps.report({ kind: 'found', finding });
    const verification = await verify(deps.evidence, { found, pause, timers: deps.timers });
    const result: LastVerification = { begunAt, findings: verification.findings };
    await deps.settings.write(settingName, JSON.stringify(result));
    deps.report({ kind: 'verified', verification });
  }

  return {
    wake() {
      if (stopping) return;
      running ??= check()
        .catch((error: unknown) => {
          if (!(error instanceof Stopped)) deps.report({ kind: 'failed', error });
        })
        .finally(() => {
          running = undefined;
        });
    },
    idle: () => running ?? Promise.resolve(),
    async stop() {
      stopping = true;
      await running;
    },
  };
}

/** Undefined if there was none, or if what is kept of it is nothing that this wrote. */
export async function lastVerification(settings: SettingStore): Promise<LastVerification | undefined> {
  const kept = await settings.read(settingName);
  const [, begunAt, findings] = /^\{"begunAt":(\d+),"findings":(\d+)\}$/.exec(kept ?? '') ?? [];
  if (begunAt === undefined || findings === undefined) return undefined;
  return { begunAt: Number(begunAt), findings: Number(findings) };
}
