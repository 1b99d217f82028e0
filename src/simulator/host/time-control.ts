import type { ClockMove, ClockMoveOffer, ClockState } from '../page-api';
import { simulatorTexts } from '../../texts/simulator.de';
import { ApiRefusal } from './api-refusal';
import type { BotUnderTest } from './bot/bot-under-test';
import type { MovedClock } from './bot/moved-clock';

const hour = 3_600_000;
/** Further ahead than anybody needs; keeps the clock within the range of the calendars. */
const farthest = 366 * 24 * hour;

/** Moves the clock that bot and Teams share. It starts with real time and can return to it. */
export class TimeControl {
  constructor(
    private readonly clock: MovedClock,
    private readonly bot: Pick<BotUnderTest, 'nextDeadline' | 'nextOpening' | 'moved'>,
    /** Stores how far the clock was moved. */
    private readonly keep: (milliseconds: number) => void,
  ) {}

  get state(): ClockState {
    return { now: this.clock.now(), clockMoved: this.clock.moved };
  }

  /** Where each move would lead from now. */
  async offers(): Promise<ClockMoveOffer[]> {
    const now = this.clock.now();
    return Promise.all(
      (['hour', 'nextOpening', 'nextDeadline', 'real'] as const).map(
        async (move): Promise<ClockMoveOffer> => {
          const to = await this.target(move, now);
          return typeof to === 'number' ? { move, to } : { move, reason: to.reason };
        },
      ),
    );
  }

  /** When a deadline ends next, or a warning is due; undefined if none is running. */
  nextDue(): Promise<number | undefined> {
    return this.bot.nextDeadline(this.clock.now());
  }

  /** Makes the move, or refuses it with the reason. */
  async move(move: ClockMove): Promise<ClockState> {
    const to = await this.target(move, this.clock.now());
    if (typeof to !== 'number') throw new ApiRefusal(409, to.reason);
    if (move === 'real') this.clock.setMoved(0);
    else this.clock.moveTo(to);
    this.keep(this.clock.moved);
    await this.bot.moved();
    return this.state;
  }

  private async target(move: ClockMove, now: number): Promise<number | { readonly reason: string }> {
    if (move === 'real')
      return this.clock.moved === 0 ? { reason: simulatorTexts.isRealTime } : now - this.clock.moved;
    const to = await this.forward(move, now);
    if (to === undefined) {
      return { reason: move === 'nextDeadline' ? simulatorTexts.noDeadline : simulatorTexts.noOpening };
    }
    return to - now + this.clock.moved > farthest ? { reason: simulatorTexts.tooFar } : to;
  }

  private forward(move: Exclude<ClockMove, 'real'>, now: number): Promise<number | undefined> {
    switch (move) {
      case 'hour':
        return Promise.resolve(now + hour);
      case 'nextOpening':
        return Promise.resolve(this.bot.nextOpening(now));
      case 'nextDeadline':
        return this.bot.nextDeadline(now);
    }
  }
}
