import type { EvidenceStore } from '../../../../src/app/ports/evidence';
import {
  type BackgroundReport,
  createBackgroundCheck,
  lastVerification,
} from '../../../../src/app/verify/background-check';
import { defaultThresholdPercents } from '../../../../src/domain/reaction/thresholds';
import { installation } from '../../../support/installation';
import { InMemorySettingStore } from '../../../support/in-memory-stores/in-memory-small-stores';
import { sampleTime } from '../../../support/tickets';

const day = 86_400_000;

/** A store whose ledger was removed, with as many empty pages of tickets. */
function evidenceOf(pages: number, looked: () => void): EvidenceStore {
  async function* none<T>(): AsyncGenerator<readonly T[]> {
    await Promise.resolve();
    yield* [];
  }
  return {
    ledger: none,
    audit: none,
    changes: none,
    reactions: none,
    ticket: () => Promise.resolve(undefined),
    async *tickets() {
      for (let page = 0; page < pages; page += 1) {
        looked();
        yield await Promise.resolve([]);
      }
    },
  };
}

function scene(pause: () => Promise<void> = () => Promise.resolve()) {
  const settings = new InMemorySettingStore();
  const reports: BackgroundReport[] = [];
  const time = { now: sampleTime };
  let looked = 0;
  const evidence = evidenceOf(3, () => (looked += 1));
  const make = () =>
    createBackgroundCheck({
      evidence,
      settings,
      clock: { now: () => time.now },
      timers: {
        settings: { calendars: installation.calendars, warningPercents: defaultThresholdPercents },
        now: () => time.now,
        putOffFor: 0,
        areArmed: () => Promise.resolve(true),
      },
      pause,
      report: (what) => reports.push(what),
    });
  return { settings, reports, time, make, looked: () => looked };
}

describe('the verification in the background', () => {
  it('given a day without one, then it runs once, tells what it found, and keeps it for the digest', async () => {
    const { settings, reports, time, make, looked } = scene();
    const check = make();
    check.wake();
    check.wake();
    await check.idle();
    expect(reports).toMatchObject([
      { kind: 'found', finding: { kind: 'ledgerNotOpened' } },
      { kind: 'verified', verification: { findings: 1 } },
    ]);
    expect(await lastVerification(settings)).toEqual({ begunAt: sampleTime, findings: 1 });
    time.now += day - 1;
    const afterRestart = make();
    afterRestart.wake();
    await afterRestart.idle();
    expect(looked()).toBe(3);
    time.now += 1;
    afterRestart.wake();
    await afterRestart.idle();
    expect(looked()).toBe(6);
  });

  it('given it is stopped, then it ends between two pages, is not taken for a complete one, and does not begin again', async () => {
    const pauses: (() => void)[] = [];
    const { settings, reports, make, looked } = scene(
      () => new Promise((resolve) => pauses.push(() => resolve())),
    );
    const check = make();
    check.wake();
    while (pauses.length === 0) await Promise.resolve();
    const stopped = check.stop();
    pauses[0]?.();
    await stopped;
    check.wake();
    await check.idle();
    expect(looked()).toBe(1);
    expect(reports.filter(({ kind }) => kind !== 'found')).toEqual([]);
    expect(await lastVerification(settings)).toBeUndefined();
  });
});
