import type { FirstStep } from '../page-api';
import type { Deed } from './bot/bot-under-test';
import type { TeamsLog } from './teams-log';

/** A suggestion for first-time users, and how to tell that it was done. */
export interface PlannedStep {
  readonly text: string;
  readonly person: string;
  readonly conversationId: string;
  readonly done:
    /** The bot has recorded that the person did one of these (`Deed.what`). */
    | { readonly kind: 'recorded'; readonly whats: readonly string[] }
    /** The clock was moved to an instant at which something is due, or past one. */
    | { readonly kind: 'deadline-passed' };
}

export interface FirstStepsParts {
  readonly planned: readonly PlannedStep[];
  readonly log: TeamsLog;
  /** What people have done by now, as the bot recorded it. */
  readonly deeds: () => Promise<readonly Deed[]>;
  readonly ticked: () => void;
  readonly report: (problem: string, error: unknown) => void;
}

/**
 * Ticks off the steps by what the bot has recorded since the first press of somebody who has a step to do: nothing that
 * was there before, and nothing that sample data did. They stay ticked until a reset.
 */
export class FirstStepsTracker {
  /** What was recorded before, or has been judged; undefined until somebody acts. */
  private known: Promise<ReadonlySet<string> | undefined> | undefined;
  private paused = false;

  constructor(private readonly parts: FirstStepsParts) {}

  get all(): FirstStep[] {
    const done = this.done;
    return this.parts.planned.map(({ text, person, conversationId }, index) => ({
      number: index + 1,
      text,
      person,
      conversationId,
      done: done.includes(index + 1),
    }));
  }

  /** Lets the person act, and looks whether a step was done by that; what they get is the same either way. */
  async during<Result>(person: string, act: () => Promise<Result>): Promise<Result> {
    if (this.paused || !this.waitsFor(person)) return act();
    await (this.known ??= this.look().then((deeds) => deeds && idsOf(deeds)));
    try {
      return await act();
    } finally {
      this.known = this.judge(this.known);
      await this.known;
    }
  }

  /** While sample data is played nobody has done anything themselves, and afterwards that is nobody's deed either. */
  async pausedDuring(played: Promise<void>): Promise<void> {
    this.paused = true;
    await played.finally(() => {
      this.paused = false;
      this.known = undefined;
    });
  }

  deadlinePassed(): void {
    this.tick(({ done }) => done.kind === 'deadline-passed');
  }

  /** Everything was reset: numbers begin anew, and no deed is known. */
  forget(): void {
    this.known = undefined;
  }

  private get done(): readonly number[] {
    return this.parts.log.fact('stepsDone') ?? [];
  }

  private waitsFor(person: string): boolean {
    const { done } = this;
    return this.parts.planned.some(
      (step, index) => step.person === person && step.done.kind === 'recorded' && !done.includes(index + 1),
    );
  }

  /** One after the other, so that a late answer takes nothing for new that has been judged. */
  private async judge(
    before: Promise<ReadonlySet<string> | undefined> | undefined,
  ): Promise<ReadonlySet<string> | undefined> {
    const known = await before;
    const deeds = await this.look();
    if (deeds === undefined || this.paused) return known;
    const added = known === undefined ? [] : deeds.filter(({ id }) => !known.has(id));
    this.tick(({ person, done }) =>
      added.some(
        (deed) => done.kind === 'recorded' && deed.person === person && done.whats.includes(deed.what),
      ),
    );
    return idsOf(deeds);
  }

  /** Undefined while the bot cannot say: a step is then ticked with the next press. */
  private async look(): Promise<readonly Deed[] | undefined> {
    try {
      return await this.parts.deeds();
    } catch (error) {
      this.parts.report('what was done could not be looked up', error);
      return undefined;
    }
  }

  private tick(isDone: (step: PlannedStep) => boolean): void {
    const before = this.done;
    const added = this.parts.planned.flatMap((step, index) =>
      !before.includes(index + 1) && isDone(step) ? [index + 1] : [],
    );
    if (added.length === 0) return;
    this.parts.log.setFact('stepsDone', [...before, ...added]);
    this.parts.ticked();
  }
}

function idsOf(deeds: readonly Deed[]): ReadonlySet<string> {
  return new Set(deeds.map(({ id }) => id));
}
