import { defined } from '../../../defined';
import {
  type Activity,
  Channels,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import { ConfidentialClientApplication } from '@azure/msal-node';
import {
  type AuthenticateRequestResult,
  AuthenticationConstants,
  AuthenticationError,
  ClaimsIdentity,
  MsalServiceClientCredentialsFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { JwtTokenExtractor } from 'botframework-connector/lib/auth/jwtTokenExtractor';
import type { Clock } from '../../../app/ports/clock';
import type { Instant } from '../../../domain/instant';
import {
  microsoftServiceHosts,
  type ServiceUrlRule,
  serviceUrlsOf,
  serviceUrlsOfThisMachine,
} from '../../../domain/organisation/service-urls';
import { systemClock } from '../../clock';
import { isSameId } from './same-id';
import { SingleAttemptConnectorFactory } from './connector-clients';
import { IssuerKeys, IssuerUnavailable } from './issuer-keys';
import { BoundedNetwork } from './msal-network';
import { Outage, type OutageReport, type TokenService } from './outage';
import { OwnTokenFactory } from './own-token';
import { faultOf, hasRunOut, serviceUrlNotAllowed } from './unverified-token';

/** The app registration of the bot: single-tenant, as new Azure bot resources are. */
export interface AppCredentials {
  readonly appId: string;
  readonly appPassword: string;
  readonly appTenant: string;
}

export interface AuthenticationOptions {
  /** Absent in local mode: tokens are then neither asked for nor sent. */
  readonly credentials?: AppCredentials;
  /** Hosts that the bot sends to, with credentials; default are Microsoft's. Without them it is this machine alone. */
  readonly serviceUrlHosts?: readonly string[];
  /** Milliseconds until a request to Teams is given up; default 10 s. */
  readonly requestTimeout?: number;
  /** Who signs the tokens of inbound requests; default is the Bot Framework. For tests and closed clouds. */
  readonly issuer?: { readonly name: string; readonly openIdMetadataUrl: string };
  /** Milliseconds until the issuer of inbound tokens is no longer waited for; default 3 s. */
  readonly issuerTimeout?: number;
  /** Makes the credentials of outbound requests; default is the app's password. */
  readonly credentialsFactory?: ServiceClientCredentialsFactory;
  /** Whether requests keep Teams' documented limits beforehand; default true. Off for Teams on this machine, which has none. */
  readonly limited?: boolean;
  /** Says how old the issuer's keys are; default is the machine's clock. */
  readonly clock?: Clock;
}

const standardTimeout = 10_000;
/** Teams waits 10 s for the answer to an invoke, 5 s to one from a message extension: the turn needs the rest. */
const standardIssuerTimeout = 3_000;
/** Milliseconds until a token that is refused is asked for again because somebody looked. */
const askAgainAfter = 30_000;
const unauthorized = 401;
const teams: string = Channels.Msteams;

/** Checks inbound tokens and makes outbound clients; both as the SDK does it, without its surprises. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors: SingleAttemptConnectorFactory;
  private readonly appId: string | undefined;
  private readonly issuer: string;
  private readonly mayServe: ServiceUrlRule;
  private readonly clock: Clock;
  private readonly ownToken: OwnTokenFactory;
  private readonly outages: Readonly<Record<TokenService, Outage>>;
  private ownTokenAskedAt: Instant = -Infinity;
  private userTokens: Promise<UserTokenClient> | undefined;
  private tell: (report: OutageReport) => void = () => undefined;

  constructor(options: AuthenticationOptions) {
    const { credentials, issuer, requestTimeout = standardTimeout } = options;
    const report = (what: OutageReport) => this.tell(what);
    const outages = {
      'own access token': new Outage('own access token', report),
      'token issuer keys': new Outage('token issuer keys', report),
    };
    const ownToken = new OwnTokenFactory(
      options.credentialsFactory ?? credentialsFactoryOf(credentials, requestTimeout / 2),
      // So that the request is given up for want of a token, and not as one that Teams did not answer.
      requestTimeout / 2,
      outages['own access token'],
    );
    super(configurationOf(credentials, issuer), ownToken);
    this.ownToken = ownToken;
    this.outages = outages;
    this.appId = credentials?.appId;
    this.issuer = issuer?.name ?? AuthenticationConstants.ToBotFromChannelTokenIssuer;
    this.mayServe =
      credentials === undefined
        ? serviceUrlsOfThisMachine
        : serviceUrlsOf(options.serviceUrlHosts ?? microsoftServiceHosts);
    this.clock = options.clock ?? systemClock;
    const identity = new ClaimsIdentity(
      credentials === undefined ? [] : [{ type: 'aud', value: credentials.appId }],
    );
    this.connectors = new SingleAttemptConnectorFactory(
      super.createConnectorFactory(identity),
      requestTimeout,
      this.mayServe,
      { clock: this.clock, limited: options.limited ?? true },
    );
    const openIdMetadataUrl =
      issuer?.openIdMetadataUrl ?? AuthenticationConstants.ToBotFromChannelOpenIdMetadataUrl;
    replaceKeysOf(
      openIdMetadataUrl,
      new IssuerKeys({
        openIdMetadataUrl,
        clock: this.clock,
        timeout: options.issuerTimeout ?? standardIssuerTimeout,
        outage: outages['token issuer keys'],
      }),
    );
  }

  /** Has somebody told when a service that tokens come from fails, and when it works again. */
  onOutage(tell: (report: OutageReport) => void): void {
    this.tell = tell;
  }

  /** Whether each service that tokens come from is known not to work. */
  down(): Readonly<Record<TokenService, boolean>> {
    const isDown = (service: TokenService) => this.outages[service].cause !== undefined;
    return {
      'own access token': isDown('own access token'),
      'token issuer keys': isDown('token issuer keys'),
    };
  }

  /** Asks for the bot's own token, which a wrong or expired secret shows by. Never rejects. */
  async checkOwnToken(): Promise<void> {
    const { appId } = this;
    if (appId === undefined) return;
    this.ownTokenAskedAt = this.clock.now();
    const { ToChannelFromBotOAuthScope: scope, ToChannelFromBotLoginUrlPrefix: login } =
      AuthenticationConstants;
    await this.ownToken.probe(appId, scope, login, true);
  }

  /**
   * The code by which Entra ID refuses the bot's own token, and the variable it is about; undefined if it does not. While
   * it does, this asks it again now and then, as nothing else may. An outage is no refusal: it passes by itself.
   */
  ownTokenRefusal(): string | undefined {
    const { code, variable } = this.outages['own access token'].cause ?? {};
    if (code === undefined) return undefined;
    if (this.clock.now() - this.ownTokenAskedAt >= askAgainAfter) void this.checkOwnToken();
    return [code, variable].filter((part) => part !== undefined).join(', ');
  }

  /**
   * Rejects with AuthenticationError for whatever is wrong with the token or with where the activity says to answer, and
   * with IssuerUnavailable if that cannot be told because the token's issuer does not answer.
   */
  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    // Other channels have other rules for tokens, and this bot is in Teams only.
    if (this.appId !== undefined && activity.channelId !== teams) {
      throw new AuthenticationError('only Teams may call', unauthorized);
    }
    if (!this.mayServe(activity.serviceUrl)) {
      throw new AuthenticationError(serviceUrlNotAllowed, unauthorized);
    }
    const result = await this.checked(activity, authorization);
    return { ...result, connectorFactory: this.connectors };
  }

  /**
   * Checks all of a token that can be checked without the activity it came with. Rejects as authenticateRequest does;
   * without an app id there is nothing to check.
   */
  async checkToken(authorization: string): Promise<void> {
    if (this.appId !== undefined) await this.checked({ channelId: teams }, authorization);
  }

  private async checked(
    activity: Partial<Activity>,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    const { appId, issuer, mayServe } = this;
    // The SDK takes tokens of an emulator and tokens without an end, and asks for keys before it looks at anything.
    const fault = appId === undefined ? undefined : faultOf(authorization, { appId, issuer, mayServe });
    if (fault !== undefined) throw new AuthenticationError(fault, unauthorized);
    try {
      return await super.authenticateRequest(activity as Activity, authorization);
    } catch (error) {
      const isWrong =
        error instanceof IssuerUnavailable
          ? hasRunOut(authorization, this.clock.now())
          : isAboutTheToken(error);
      throw isWrong ? new AuthenticationError('token refused', unauthorized) : error;
    }
  }

  /** One for all: the app has one identity. */
  override createConnectorFactory(): SingleAttemptConnectorFactory {
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

/** The SDK keeps its cache of keys to itself, one for each address; there is no other way to have it use ours. */
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
