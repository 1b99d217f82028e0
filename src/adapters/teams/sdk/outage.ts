/** A service that the bot needs has stopped answering, or answers again. */
export interface OutageReport {
  readonly service: 'token issuer keys' | 'own access token';
  readonly down: boolean;
  /** Why, in words without addresses and content; absent when it answers again. */
  readonly reason?: string;
}

/** Tells of a failing service once when it begins and once when it is over, however many requests met it. */
export class Outage {
  private down = false;

  constructor(
    private readonly service: OutageReport['service'],
    private readonly tell: (report: OutageReport) => void,
  ) {}

  failed(reason: string): void {
    if (this.down) return;
    this.down = true;
    this.tell({ service: this.service, down: true, reason });
  }

  worked(): void {
    if (!this.down) return;
    this.down = false;
    this.tell({ service: this.service, down: false });
  }
}
