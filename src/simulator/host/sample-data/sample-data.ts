import type { Connector } from '../../connector/connector';
import type { SampleDataState } from '../../page-api';
import { sampleFaults } from '../../../texts/sample-month.de';
import { simulatorTexts } from '../../../texts/simulator.de';
import type { BotUnderTest } from '../bot/bot-under-test';
import type { MovedClock } from '../bot/moved-clock';
import type { SampleCast } from './cast';
import { castTicket, playStep, type SampleTicket } from './play-step';
import { SamplePlayer } from './player';
import { scheduleOf, type ScheduledStep } from './schedule';

export interface SampleDataParts {
  readonly connector: Connector;
  readonly clock: MovedClock;
  readonly bot: BotUnderTest;
  readonly cast: SampleCast | undefined;
  readonly realNow: () => number;
  /** Called when the progress has changed. */
  readonly changed: () => void;
  readonly report: (problem: string, error: unknown) => void;
}

/** Fills an empty bot with a month of tickets, played by the people of the installation at the time it happened. */
export class SampleData {
  private playing: Promise<void> | undefined;
  private stopping = false;
  private total = 0;
  private done = 0;
  private ended: { readonly failed: boolean } | undefined;

  constructor(private readonly parts: SampleDataParts) {}

  get running(): boolean {
    return this.playing !== undefined;
  }

  /** `obstacle`: another reason why it cannot be started. */
  async state(obstacle: string | undefined): Promise<SampleDataState> {
    const { done, total, ended } = this;
    if (this.running) return { state: 'running', done, total, reason: simulatorTexts.sampleRunning };
    if (ended) {
      const reason = ended.failed ? simulatorTexts.sampleFailed : simulatorTexts.sampleNeedsEmpty;
      return { state: 'done', done, total, reason };
    }
    const reason = await this.unavailable(obstacle);
    const planned = { done: 0, total: 0 };
    return reason === undefined
      ? { state: 'available', ...planned }
      : { state: 'unavailable', ...planned, reason };
  }

  /** Plays it; resolves at the end and never rejects. The clock is put back afterwards, however it ends. */
  play(): Promise<void> {
    const { clock, report } = this.parts;
    const moved = clock.moved;
    this.stopping = false;
    this.playing = this.playAll()
      .catch((error: unknown) => {
        this.ended = { failed: true };
        report('sample data ended early', error);
      })
      .finally(() => {
        clock.setMoved(moved);
        this.playing = undefined;
        this.parts.changed();
      });
    return this.playing;
  }

  /** Stops after the step under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    await this.playing;
  }

  /** Makes it available again after a reset. */
  forget(): void {
    this.ended = undefined;
    this.done = 0;
  }

  private async unavailable(obstacle: string | undefined): Promise<string | undefined> {
    if (this.parts.cast === undefined) return simulatorTexts.sampleNoCast;
    return (await this.parts.bot.hasTickets()) ? simulatorTexts.sampleNeedsEmpty : obstacle;
  }

  private async playAll(): Promise<void> {
    const { connector, bot, clock, realNow } = this.parts;
    const cast = this.parts.cast;
    if (cast === undefined) return;
    const tickets = sampleFaults.map((fault, index) => castTicket(fault, index, cast));
    const steps = scheduleOf(sampleFaults, bot, realNow()).filter(({ fault }) => tickets[fault]);
    const player = new SamplePlayer(connector);
    const failed = new Set<number>();
    const last = lastSteps(steps);
    this.total = last.size;
    this.done = 0;
    clock.moveTo((steps[0]?.at ?? realNow()) - 1);
    for (const scheduled of steps) {
      if (this.stopping) break;
      const ticket = tickets[scheduled.fault];
      if (ticket !== undefined && !failed.has(scheduled.fault)) {
        if (!(await this.playOne(player, ticket, scheduled, cast))) failed.add(scheduled.fault);
      }
      if (last.has(scheduled)) {
        this.done += 1;
        this.parts.changed();
      }
    }
    clock.moveTo(realNow());
    await bot.moved();
    this.ended = { failed: failed.size > 0 || this.stopping };
  }

  /** False if it was not accepted: the ticket stays as it is, and the month continues without it. */
  private async playOne(
    player: SamplePlayer,
    ticket: SampleTicket,
    { at, step }: ScheduledStep,
    cast: SampleCast,
  ): Promise<boolean> {
    const { bot, clock, report } = this.parts;
    if (at > clock.now()) {
      const due = await bot.nextDeadline(clock.now());
      clock.moveTo(at);
      // Most steps come before anything is due: then there is nothing to check.
      if (due !== undefined && due <= at) {
        await bot.moved();
        await bot.settled();
      }
    }
    try {
      await playStep(player, ticket, step, { now: clock.now(), time: bot, cast });
      // So that cards and mentions have the time of the step, and the next step finds its buttons.
      await bot.settled();
      return true;
    } catch (error) {
      report(`step "${step}" of the sample data was not taken`, error);
      return false;
    }
  }
}

/** The step with which each ticket has come as far as it will. */
function lastSteps(steps: readonly ScheduledStep[]): ReadonlySet<ScheduledStep> {
  return new Set(new Map(steps.map((step) => [step.fault, step])).values());
}
