import { defined } from '../../../defined';
import {
  type Activity,
  ConfigurationBotFrameworkAuthentication,
  ConfigurationServiceClientCredentialFactory,
} from 'botbuilder';
import {
  type AuthenticateRequestResult,
  AuthenticationError,
  ClaimsIdentity,
  type ConnectorFactory,
  type ServiceClientCredentialsFactory,
  type UserTokenClient,
} from 'botframework-connector';
import { SingleAttemptConnectorFactory } from './connector-clients';

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
  /** Makes the credentials of outbound requests; default is the app's password. */
  readonly credentialsFactory?: ServiceClientCredentialsFactory;
}

const standardTimeout = 10_000;
const unauthorized = 401;

/** Checks inbound tokens and makes outbound clients; both as the SDK does it, without its surprises. */
export class TeamsAuthentication extends ConfigurationBotFrameworkAuthentication {
  private readonly connectors: SingleAttemptConnectorFactory;
  private userTokens: Promise<UserTokenClient> | undefined;
  private readonly anonymous: boolean;

  constructor(options: AuthenticationOptions) {
    const { credentials, issuer, requestTimeout = standardTimeout } = options;
    super(
      configurationOf(credentials, issuer),
      options.credentialsFactory ?? credentialsFactoryOf(credentials),
    );
    this.anonymous = credentials === undefined;
    const identity = new ClaimsIdentity(
      credentials === undefined ? [] : [{ type: 'aud', value: credentials.appId }],
    );
    this.connectors = new SingleAttemptConnectorFactory(
      super.createConnectorFactory(identity),
      requestTimeout,
    );
  }

  /** Rejects with AuthenticationError for whatever is wrong with the token. */
  override async authenticateRequest(
    activity: Activity,
    authorization: string,
  ): Promise<AuthenticateRequestResult> {
    // Other channels have other rules for tokens, and this bot is in Teams only.
    if (!this.anonymous && activity.channelId !== 'msteams') {
      throw new AuthenticationError('only Teams may call', unauthorized);
    }
    try {
      const result = await super.authenticateRequest(activity, authorization);
      return { ...result, connectorFactory: this.connectors };
    } catch (error) {
      if (isAboutTheToken(error)) throw new AuthenticationError('token refused', unauthorized);
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

function credentialsFactoryOf(credentials: AppCredentials | undefined): ServiceClientCredentialsFactory {
  if (credentials === undefined) return new ConfigurationServiceClientCredentialFactory({});
  return new ConfigurationServiceClientCredentialFactory({
    MicrosoftAppType: 'SingleTenant',
    MicrosoftAppId: credentials.appId,
    MicrosoftAppPassword: credentials.appPassword,
    MicrosoftAppTenantId: credentials.appTenant,
  });
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
