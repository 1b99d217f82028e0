/** A clock that stands as far from the machine's as it was moved; without a move it is the machine's. */
export class MovedClock {
  constructor(
    private readonly real: () => number,
    private offset = 0,
  ) {}

  /** Milliseconds since 1970 UTC. Goes on at the machine's pace wherever it stands. */
  readonly now = (): number => this.real() + this.offset;

  /** How far it is ahead of the machine's, in milliseconds; negative when behind. */
  get moved(): number {
    return this.offset;
  }

  moveTo(instant: number): void {
    this.offset = instant - this.real();
  }

  /** Real time is 0. */
  setMoved(milliseconds: number): void {
    this.offset = milliseconds;
  }
}
