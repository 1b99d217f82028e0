/** Why a service does not work, in words without addresses and content. */
export interface OutageCause {
  readonly reason: string;
  /** How the service calls its refusal, 'AADSTS7000222'; it stays until somebody changes something. */
  readonly code?: string;
  /** The environment variable that this refusal is about. */
  readonly variable?: string;
}

/** The services that tokens come from. */
export const tokenServices = ['token issuer keys', 'own access token'] as const;
export type TokenService = (typeof tokenServices)[number];

/** A service that the bot needs has stopped working, with the cause, or works again. */
export interface OutageReport extends Partial<OutageCause> {
  readonly service: TokenService;
  readonly down: boolean;
}

/**
 * Tells of a failing service once when it begins and once when it is over, however many requests met it; in between only
 * when it begins to refuse with another code.
 */
export class Outage {
  private current: OutageCause | undefined;

  constructor(
    private readonly service: TokenService,
    private readonly tell: (report: OutageReport) => void,
  ) {}

  /** Undefined while the service works. */
  get cause(): OutageCause | undefined {
    return this.current;
  }

  failed(cause: OutageCause): void {
    const known =
      this.current !== undefined && (cause.code === undefined || cause.code === this.current.code);
    if (known) return;
    this.current = cause;
    this.tell({ service: this.service, down: true, ...cause });
  }

  worked(): void {
    if (this.current === undefined) return;
    this.current = undefined;
    this.tell({ service: this.service, down: false });
  }
}
