import { Counter, Gauge, Histogram, Registry } from 'prom-client';
import type { DeadlineReport } from '../app/check-deadlines';
import type { DeliveryReport } from '../app/delivery-attempts';
import type { GivenUp } from '../app/ports/delivery-store';
import type { UndoneWork } from '../app/ports/set-aside-tickets';

export interface MetricsDeps {
  /** How many deliveries are due, and how many of these have already failed. */
  readonly backlog: () => Promise<{ readonly due: number; readonly retried: number }>;
  /** Whether each service that tokens come from is known not to work. */
  readonly tokenServicesDown?: () => Readonly<Record<string, boolean>>;
  /** How many deliveries are given up, by why. */
  readonly givenUp: () => Promise<GivenUp>;
  /** What is set aside, once for each ticket and work. */
  readonly ticketsSetAside: () => Promise<readonly UndoneWork[]>;
}

/** Metrics of the running bot in Prometheus' text format; nothing about any ticket or person. */
export interface Metrics {
  /** Counts what the deadline check did. */
  deadline(report: DeadlineReport): void;
  /** Sets what the last complete verification found. */
  verified(findings: number): void;
  /** Counts what the sender gave up. */
  delivery(report: DeliveryReport): void;
  /** Content type and text of all metrics so far. */
  expose(): Promise<{ readonly contentType: string; readonly text: string }>;
}

/** Seconds; 60 is the promise (process 2, Warnings). */
const latenessBuckets = [1, 2, 5, 10, 20, 30, 60, 120, 600, 3_600, 86_400];

export function createMetrics({
  backlog,
  givenUp,
  ticketsSetAside,
  tokenServicesDown = () => ({}),
}: MetricsDeps): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const lateness = new Histogram({
    name: 'deadline_lateness_seconds',
    help: 'From when something was due by itself to when it was recorded; what a downtime delayed is in it',
    labelNames: ['what'],
    buckets: latenessBuckets,
    registers,
  });
  const others = new Counter({
    name: 'deadline_reports_total',
    help: 'failed: could not be recorded; clockMoved: the clock was put ahead or back',
    labelNames: ['kind'],
    registers,
  });
  const storeAnswers = new Gauge({
    name: 'store_answers',
    help: '1 if the store answered just now; while it does not, what is counted there is left out',
    registers,
  });
  const due = new Gauge({
    name: 'deliveries_due',
    help: 'Messages and edits that wait to be sent; retried: those that were tried before',
    labelNames: ['state'],
    registers,
  });
  new Gauge({
    name: 'token_service_down',
    help: '1 while a service that tokens come from does not work or refuses; the log says why',
    labelNames: ['service'],
    registers,
    collect() {
      for (const [service, down] of Object.entries(tokenServicesDown())) this.set({ service }, down ? 1 : 0);
    },
  });
  const findings = new Gauge({
    name: 'verification_findings',
    help: 'What the last complete verification of this process found changed by anybody but the bot; -1 before the first one',
    registers,
  });
  findings.set(-1);
  const stillGivenUp = new Gauge({
    name: 'deliveries_given_up',
    help: 'Messages and edits that did not arrive and are not tried any more, unless something changes; refused: by Teams; failed: a fault of the bot; unreachable: the place has no channel',
    labelNames: ['why'],
    registers,
  });
  const setAside = new Gauge({
    name: 'tickets_set_aside',
    help: 'Tickets that the bot cannot work on; effects: no messages can be made from the latest events; deadlines: nothing due is recorded, though it is tried; npm run deliveries lists them',
    labelNames: ['what'],
    registers,
  });
  const givenUpSoFar = new Counter({
    name: 'deliveries_given_up_total',
    help: 'Given up since the start, each message once; refused: by Teams; failed: a fault of the bot; notPlanned: a ticket was set aside',
    labelNames: ['why'],
    registers,
  });
  return {
    verified: (count) => findings.set(count),
    delivery(report) {
      if (report.kind === 'undeliverable' && !report.again) givenUpSoFar.inc({ why: 'refused' });
      if (report.kind === 'setAside')
        givenUpSoFar.inc({ why: report.id === undefined ? 'notPlanned' : 'failed' });
    },
    deadline(report) {
      if (report.kind === 'recorded') lateness.observe({ what: report.what }, report.lateness / 1000);
      else others.inc({ kind: report.kind });
    },
    async expose() {
      const found = await Promise.all([backlog(), givenUp(), ticketsSetAside()]).catch(() => undefined);
      storeAnswers.set(found === undefined ? 0 : 1);
      // Nothing rather than what was so the last time.
      due.reset();
      stillGivenUp.reset();
      setAside.reset();
      if (found !== undefined) {
        const [waiting, unsent, tickets] = found;
        due.set({ state: 'due' }, waiting.due);
        due.set({ state: 'retried' }, waiting.retried);
        for (const [why, count] of Object.entries(unsent)) stillGivenUp.set({ why }, count);
        for (const what of ['effects', 'deadlines'] as const)
          setAside.set({ what }, tickets.filter((each) => each === what).length);
      }
      return { contentType: registry.contentType, text: await registry.metrics() };
    },
  };
}
