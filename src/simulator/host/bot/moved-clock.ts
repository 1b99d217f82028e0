/** The machine's clock, shifted by as much as it was moved. */
export class MovedClock {
  constructor(
    private readonly real: () => number,
    private offset = 0,
  ) {}

  /** Milliseconds since 1970 UTC. Runs at the machine's pace, whatever the shift. */
  readonly now = (): number => this.real() + this.offset;

  /** How far it is ahead of the machine's clock, in milliseconds; negative if behind. */
  get moved(): number {
    return this.offset;
  }

  moveTo(instant: number): void {
    this.offset = instant - this.real();
  }

  /** 0 is real time. */
  setMoved(milliseconds: number): void {
    this.offset = milliseconds;
  }
}
