import type { Messenger } from '../../app/ports/messenger';
import type { Rosters } from '../../app/ports/rosters';
import { type AuthenticationOptions, TeamsAuthentication } from './sdk/authentication';
import { Bot } from './inbound/bot';
import { type ReceivedAnswer, TeamsAdapter } from './sdk/cloud-adapter';
import { Identities } from './inbound/identity';
import { acknowledge } from './sender/acknowledge';
import { servedConversations } from './sender/served-conversations';
import { PrivateAnswers } from './sender/private-answers';
import { UntriedForNow } from './sender/untried-for-now';
import { TeamsMessenger } from './sender/teams-messenger';
import { TeamsRosters } from './sender/teams-rosters';
import type { BotDeps } from './inbound/turn';

export interface TeamsOptions extends Omit<
  BotDeps,
  'identities' | 'rosters' | 'sayPrivately' | 'markRecorded'
> {
  readonly authentication: AuthenticationOptions;
}

/** What the rest of the product sees of Teams: activities go in, effects go out. */
export interface Teams {
  /** What a caller is answered whose token is refused already without the activity; undefined if it may be read. */
  checkToken(authorization: string): Promise<ReceivedAnswer | undefined>;
  /** Checks the token and runs the bot; resolves to the HTTP answer. */
  receive(authorization: string, activity: object): Promise<ReceivedAnswer>;
  /** Whether each service that tokens come from is known not to work. */
  tokenServicesDown(): Readonly<Record<string, boolean>>;
  /** Asks for the token that the bot's own requests need, so that a wrong secret shows at once. Never rejects. */
  checkOwnToken(): Promise<void>;
  /** The code by which that token is refused and the variable it is about; undefined if it is not. */
  ownTokenRefusal(): string | undefined;
  readonly messenger: Messenger;
  readonly rosters: Rosters;
}

/** Joins the Teams side; the composition root gives it the use cases and stores. */
export function createTeams(options: TeamsOptions): Teams {
  const { logger, directory, clock, conversations, mode } = options;
  const authentication = new TeamsAuthentication({ clock, ...options.authentication });
  const connectors = authentication.createConnectorFactory();
  const privateAnswers = new PrivateAnswers({ clock, logger });
  const botId = `28:${options.authentication.credentials?.appId ?? 'local'}`;
  const untried = new UntriedForNow(clock);
  const rosters = new TeamsRosters({ connectors, clock, logger });
  const bot = new Bot({
    ...options,
    rosters,
    identities: new Identities(connectors, logger, clock),
    async sayPrivately({ serviceUrl, conversation, from }, activity, publicly) {
      const client = await connectors.create(serviceUrl);
      const recipient = { id: from.id };
      return privateAnswers.post({ client, conversation: conversation.id, recipient, activity, publicly });
    },
    markRecorded: (asked) => acknowledge({ connectors, clock, logger, untried }, asked),
  });
  const adapter = new TeamsAdapter(authentication, logger);
  return {
    checkToken: (authorization) => adapter.checkToken(authorization),
    receive: (authorization, activity) =>
      adapter.receive(authorization, activity, (context) => bot.run(context)),
    tokenServicesDown: () => authentication.down(),
    checkOwnToken: () => authentication.checkOwnToken(),
    ownTokenRefusal: () => authentication.ownTokenRefusal(),
    rosters,
    messenger: new TeamsMessenger({
      connectors,
      conversations: servedConversations(conversations, connectors.mayServe),
      directory,
      clock,
      botId,
      mode,
      logger,
      privateAnswers,
      answers: (answer) => bot.answerLater(answer),
    }),
  };
}
