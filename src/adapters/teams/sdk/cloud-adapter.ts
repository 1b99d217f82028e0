import { type Activity, CloudAdapter, type TurnContext } from 'botbuilder';
import { AuthenticationError } from 'botframework-connector';
import { DeliveryFailure } from '../../../app/ports/messenger';
import type { Logger } from '../../logging';
import type { TeamsAuthentication } from './authentication';
import { sorryAnswer } from './answers';
import { IssuerUnavailable } from './issuer-keys';
import type { OutageReport } from './outage';
import { asTargeted, wasAskedPrivately } from './targeted';

export interface ReceivedAnswer {
  readonly status: number;
  readonly body?: unknown;
  /** Seconds after which the client may ask again. */
  readonly retryAfter?: number;
}

/** An issuer that restarts is back by then; seconds. */
const retryAfter = 5;

/** What the person was to read did not reach them. */
class NothingSaid extends Error {
  constructor(readonly failure: DeliveryFailure | undefined) {
    super('nothing could be answered');
    this.name = 'NothingSaid';
  }
}

/** The SDK's adapter, spoken to directly: its own HTTP handler writes errors to the console and to the client. */
export class TeamsAdapter extends CloudAdapter {
  constructor(
    private readonly authentication: TeamsAuthentication,
    private readonly logger: Logger,
  ) {
    super(authentication);
    this.onTurnError = (context, error) => this.answerError(context, error);
    authentication.onOutage((report) => this.logOutage(report));
  }

  /**
   * Checks the token and runs the turn; resolves to what the client is answered, never rejects for a bad token. A token
   * that cannot be checked now is answered 503, which Teams repeats; a refusal it would take for final.
   */
  async receive(
    authorization: string,
    activity: Partial<Activity>,
    turn: (context: TurnContext) => Promise<void>,
  ): Promise<ReceivedAnswer> {
    try {
      const answer = await this.processActivity(authorization, activity as Activity, turn);
      if (answer === undefined) return { status: 200 };
      return { status: answer.status, body: answer.body as unknown };
    } catch (error) {
      if (error instanceof NothingSaid) return this.nothingSaid(error);
      return this.refusal(error);
    }
  }

  /** As `receive` answers if the token alone decides that; undefined if it lets the activity be read. */
  async checkToken(authorization: string): Promise<ReceivedAnswer | undefined> {
    try {
      await this.authentication.checkToken(authorization);
      return undefined;
    } catch (error) {
      return this.refusal(error);
    }
  }

  /** Throws what is not about the token. */
  private refusal(error: unknown): ReceivedAnswer {
    if (error instanceof IssuerUnavailable) {
      const body = { code: 'ServiceUnavailable', message: 'The token cannot be checked at the moment.' };
      return { status: 503, body, retryAfter };
    }
    if (!(error instanceof AuthenticationError)) throw error;
    this.logger.warn({ reason: error.message }, 'activity refused');
    return { status: 401, body: { code: 'Unauthorized', message: 'The token was refused.' } };
  }

  /** Teams delivers a message again that is answered 503; a refusal for good is none of its business. */
  private nothingSaid({ failure }: NothingSaid): ReceivedAnswer {
    const { transient = true, status, retryAfter: wait = 0 } = failure ?? {};
    this.logger.warn({ status, transient }, 'nothing could be answered');
    const body = { code: 'AnswerNotTaken', message: 'Teams did not take the answer.' };
    if (!transient) return { status: 502, body };
    return { status: 503, body, retryAfter: Math.max(retryAfter, Math.ceil(wait / 1_000)) };
  }

  private logOutage({ down, ...what }: OutageReport): void {
    if (down) this.logger.error(what, 'a service that tokens come from does not work');
    else this.logger.info(what, 'a service that tokens come from works again');
  }

  /** What went wrong stays in the log; the person reads one sentence. Where Teams takes none, its HTTP request says so. */
  private async answerError(context: TurnContext, error: unknown): Promise<void> {
    // What was asked has been done or refused; only the answer to it did not reach anybody.
    if (error instanceof DeliveryFailure) throw new NothingSaid(error);
    this.logger.error({ err: error, kind: context.activity.type }, 'turn failed');
    const answer = sorryAnswer(context.activity);
    const send = () => context.sendActivity(answer);
    await (wasAskedPrivately(context.activity) ? asTargeted(send) : send()).catch((failure: unknown) => {
      this.logger.warn({ err: failure }, 'could not say sorry');
      throw new NothingSaid(undefined);
    });
  }
}
