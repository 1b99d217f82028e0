import type { Message } from '../connector/messages';
import type { FirstStep } from '../page-api';
import type { TeamsLog } from './teams-log';

/** A suggestion for first-time users, and how to tell that it was done. */
export interface PlannedStep {
  readonly text: string;
  readonly person: string;
  readonly conversationId: string;
  readonly done:
    | { readonly kind: 'bot-says'; readonly conversationId: string; readonly what: RegExp }
    | { readonly kind: 'clock-moved' };
}

/** Follows what happens and ticks off the steps; they stay ticked until a reset. */
export class FirstStepsTracker {
  /** Set while sample data is played, when the user has done nothing themselves. */
  paused = false;

  constructor(
    private readonly planned: readonly PlannedStep[],
    private readonly log: TeamsLog,
  ) {}

  get all(): FirstStep[] {
    const done = this.log.fact('stepsDone') ?? [];
    return this.planned.map(({ text, person, conversationId }, index) => ({
      number: index + 1,
      text,
      person,
      conversationId,
      done: done.includes(index + 1),
    }));
  }

  /** A message appeared or changed. */
  said(message: Message): void {
    if (message.author !== undefined) return;
    this.tick(
      ({ done }) =>
        done.kind === 'bot-says' &&
        done.conversationId === message.conversationId &&
        done.what.test(JSON.stringify(message.activity)),
    );
  }

  clockMoved(): void {
    this.tick(({ done }) => done.kind === 'clock-moved');
  }

  private tick(isDone: (step: PlannedStep) => boolean): void {
    if (this.paused) return;
    const before = this.log.fact('stepsDone') ?? [];
    const added = this.planned.flatMap((step, index) =>
      !before.includes(index + 1) && isDone(step) ? [index + 1] : [],
    );
    if (added.length > 0) this.log.setFact('stepsDone', [...before, ...added]);
  }
}
