import { ServiceClientCredentialsFactory } from 'botframework-connector';
import { NoUsableAnswer } from './fetch-json';
import type { Outage } from './outage';
import { causeOf } from './token-refusal';
import { within } from './within';

type Credentials = Awaited<ReturnType<ServiceClientCredentialsFactory['createCredentials']>>;

/** The bot could not get the token that its own requests need, so the request was not sent. */
export class OwnTokenUnavailable extends Error {
  constructor() {
    super('no access token for a request to Teams');
    this.name = 'OwnTokenUnavailable';
  }
}

/**
 * Makes credentials that end within `timeout` milliseconds and whose failure cannot be taken for an answer of Teams: a
 * token service that answers 404 or 403 says nothing about the conversation.
 */
export class OwnTokenFactory extends ServiceClientCredentialsFactory {
  constructor(
    private readonly inner: ServiceClientCredentialsFactory,
    private readonly timeout: number,
    private readonly outage: Outage,
  ) {
    super();
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return this.inner.isValidAppId(appId);
  }

  override isAuthenticationDisabled(): Promise<boolean> {
    return this.inner.isAuthenticationDisabled();
  }

  override async createCredentials(
    ...given: Parameters<ServiceClientCredentialsFactory['createCredentials']>
  ): Promise<Credentials> {
    const credentials = await this.guarded(() => this.inner.createCredentials(...given));
    return {
      signRequest: async (request) => {
        const signed = await this.guarded(() => credentials.signRequest(request));
        this.outage.worked();
        return signed;
      },
    };
  }

  /** Asks for the token without a request that needs it, so that a refusal shows in time. Never rejects. */
  async probe(...given: Parameters<ServiceClientCredentialsFactory['createCredentials']>): Promise<void> {
    const nothing = { headers: new Headers() } as unknown as Parameters<Credentials['signRequest']>[0];
    try {
      await (await this.createCredentials(...given)).signRequest(nothing);
    } catch (error) {
      // The outage has been told.
      if (!(error instanceof OwnTokenUnavailable)) throw error;
    }
  }

  private async guarded<Result>(work: () => Promise<Result>): Promise<Result> {
    try {
      const done = await within(this.timeout, work());
      if (done === undefined) throw new NoUsableAnswer('no answer in time');
      return done;
    } catch (error) {
      this.outage.failed(causeOf(error));
      throw new OwnTokenUnavailable();
    }
  }
}
