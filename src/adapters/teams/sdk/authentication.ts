import { defined } from '../../../defined';
import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorFactory,
  MsalServiceClientCredentialsFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import type { Clock } from '../../../app/ports/clock';
import { systemClock } from '../../clock';
import { isSameId } from './same-id';
import { SingleAttemptConnectorFactory } from './connector-clients';
import { IssuerKeys, IssuerUnavailable } from './issuer-keys';
import { BoundedNetwork } from './msal-network';
import { Outage, type OutageReport } from './outage';
import { OwnTokenFactory } from './own-token';
import { refusesItself } from './unverified-token';

/** The app registration of the bot: single-tenant, as new Azure bot resources are. */
export interface AppCredentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenant: string;
}

export interface AuthenticationOptions {
  /** Absent in local mode: tokens are then neither asked for nor sent. */
  readonly credentials?: AppCredentials;
  /** Milliseconds until a request to Teams is given up; default 10 s. */
  readonly requestTimeout?: number;
  /** Who signs the tokens of inbound requests; default is the Bot Framework. For tests and closed clouds. */
  readonly issuer?: { readonly name: string; readonly openIdMetadataUrl: string };
  /** Milliseconds until the issuer of inbound tokens is no longer waited for; default 3 s. */
  readonly issuerTimeout?: number;
  /** Makes the credentials of outbound requests; default is the app's password. */
  readonly credentialsFactory?: ServiceClientCredentialsFactory;
  /** Says how old the issuer's keys are; default is the machine's clock. */
  readonly clock?: Clock;
}

const standardTimeout = 10_000;
/** Teams waits 10 s for the answer to an invoke, 5 s to one from a message extension: the turn needs the rest. */
const standardIssuerTimeout = 3_000;
const unauthorized = 401;

/** Checks inbound tokens and makes outbound clients; both as the SDK does it, without its surprises. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors: SingleAttemptConnectorFactory;
  private readonly appId: string | undefined;
  private readonly clock: Clock;
  private userTokens: Promise<UserTokenClient> | undefined;
  private tell: (report: OutageReport) => void = () => undefined;

  constructor(options: AuthenticationOptions) {
    const { credentials, issuer, requestTimeout = standardTimeout } = options;
    const report = (what: OutageReport) => this.tell(what);
    super(
      configurationOf(credentials, issuer),
      new OwnTokenFactory(
        options.credentialsFactory ?? credentialsFactoryOf(credentials, requestTimeout / 2),
        // So that the request is given up for want of a token, and not as one that Teams did not answer.
        requestTimeout / 2,
        new Outage('own access token', report),
      ),
    );
    this.appId = credentials?.appId;
    this.clock = options.clock ?? systemClock;
    const identity = new ClaimsIdentity(
      credentials === undefined ? [] : [{ type: 'aud', value: credentials.appId }],
    );
    this.connectors = new SingleAttemptConnectorFactory(
      super.createConnectorFactory(identity),
      requestTimeout,
    );
    for (const openIdMetadataUrl of metadataUrls(issuer)) {
      replaceKeysOf(
        openIdMetadataUrl,
        new IssuerKeys({
          openIdMetadataUrl,
          clock: this.clock,
          timeout: options.issuerTimeout ?? standardIssuerTimeout,
          outage: new Outage('token issuer keys', report),
        }),
      );
    }
  }

  /** Has somebody told when a service that tokens come from fails, and when it works again. */
  onOutage(tell: (report: OutageReport) => void): void {
    this.tell = tell;
  }

  /**
   * Rejects with AuthenticationError for whatever is wrong with the token, and with IssuerUnavailable if that cannot be
   * told because its issuer does not answer.
   */
  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const { appId } = this;
    // Other channels have other rules for tokens, and this bot is in Teams only.
    if (appId !== undefined && activity.channelId !== 'msteams') {
      throw new AuthenticationError('only Teams may call', unauthorized);
    }
    try {
      const result = await super.authenticateRequest(activity, authorization);
      return { ...result, connectorFactory: this.connectors };
    } catch (error) {
      const refused =
        error instanceof IssuerUnavailable
          ? refusesItself(authorization, { appId, serviceUrl: activity.serviceUrl, now: this.clock.now() })
          : isAboutTheToken(error);
      if (refused) throw new AuthenticationError('token refused', unauthorized);
      throw error;
    }
  }

  /** One for all: the app has one identity. */
  override createConnectorFactory(): ConnectorFactory {
    return this.connectors;
  }

  /** The adapter wants one each turn; nobody signs in through this bot, so the first serves for all. */
  override createUserTokenClient(identity: ClaimsIdentity): Promise<UserTokenClient> {
    this.userTokens ??= super.createUserTokenClient(identity);
    return this.userTokens;
  }
}

/** jsonwebtoken's own errors are refusals as well; what fails on the way to the issuer's keys is not. */
function isAboutTheToken(error: unknown): boolean {
  if (error instanceof AuthenticationError) return error.statusCode < 500;
  return error instanceof Error && /^(JsonWebToken|TokenExpired|NotBefore|Syntax)Error$/.test(error.name);
}

/** Where the SDK looks for keys: those of Teams' tokens, and those of tokens that say they come from an emulator. */
function metadataUrls(issuer: AuthenticationOptions['issuer']): readonly string[] {
  if (issuer !== undefined) return [issuer.openIdMetadataUrl];
  const { ToBotFromChannelOpenIdMetadataUrl, ToBotFromEmulatorOpenIdMetadataUrl } = AuthenticationConstants;
  return [ToBotFromChannelOpenIdMetadataUrl, ToBotFromEmulatorOpenIdMetadataUrl];
}

/** The SDK keeps its caches of keys to itself, one for each address; there is no other way to have it use ours. */
function replaceKeysOf(openIdMetadataUrl: string, keys: IssuerKeys): void {
  const { openIdMetadataCache } = JwtTokenExtractor as unknown as {
    readonly openIdMetadataCache: Map<string, IssuerKeys>;
  };
  openIdMetadataCache.set(openIdMetadataUrl, keys);
}

/** Of the app, whatever capitals its id is written with in a token. */
class CredentialsOfApp extends MsalServiceClientCredentialsFactory {
  constructor(
    private readonly ownId: string,
    application: ConfidentialClientApplication,
  ) {
    super(ownId, application);
  }

  override isValidAppId(appId: string): Promise<boolean> {
    return Promise.resolve(isSameId(appId, this.ownId));
  }
}

function credentialsFactoryOf(
  credentials: AppCredentials | undefined,
  timeout: number,
): ServiceClientCredentialsFactory {
  if (credentials === undefined) return new ConfigurationServiceClientCredentialFactory({});
  const { appId, appPassword, appTenant } = credentials;
  const application = new ConfidentialClientApplication({
    auth: {
      clientId: appId,
      clientSecret: appPassword,
      authority: `${AuthenticationConstants.ToChannelFromBotLoginUrlPrefix}${appTenant}`,
    },
    system: { networkClient: new BoundedNetwork(timeout) },
  });
  return new CredentialsOfApp(appId, application);
}

function configurationOf(
  credentials: AppCredentials | undefined,
  issuer: AuthenticationOptions['issuer'],
): Record<string, string> {
  const app = defined({ MicrosoftAppId: credentials?.appId });
  if (issuer === undefined) return app;
  return {
    ...app,
    // Naming one of these makes the SDK take all of them from here.
    ToBotFromChannelTokenIssuer: issuer.name,
    ToBotFromChannelOpenIdMetadataUrl: issuer.openIdMetadataUrl,
    ToBotFromEmulatorOpenIdMetadataUrl: issuer.openIdMetadataUrl,
    ToChannelFromBotLoginUrl: 'https://login.microsoftonline.com/botframework.com',
    ToChannelFromBotOAuthScope: 'https://api.botframework.com',
    OAuthUrl: 'https://api.botframework.com',
    CallerId: 'urn:botframework:azure',
  };
}
