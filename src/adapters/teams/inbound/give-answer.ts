import type { Activity, TurnContext } from 'botbuilder';
import { DeliveryFailure } from '../../../app/ports/messenger';
import type { Conversation } from './conversation';
import { activityFor } from './deliver-answer';
import { wasAskedPrivately } from '../sdk/targeted';
import { isForAskerOnly } from './for-asker-only';
import type { Asking } from './read-request';
import { rememberShown } from './remember-shown';
import type { ReportCards } from './report-cards';
import { say, sayLater } from './say';
import type { Answer, BotDeps, Turn } from './turn';

/** Whoever asked is known by then. */
type TurnBehind = (
  activity: Activity,
  conversation: Conversation,
  request: Asking,
) => Promise<Turn | undefined>;

/** Brings answers to whoever asked: in the place's sight, or in theirs alone. */
export class AnswerGiver {
  constructor(
    private readonly deps: BotDeps,
    private readonly reportCards: ReportCards,
    private readonly turnBehind: TurnBehind,
  ) {}

  /** The answer to an invoke is the answer to its HTTP request; a message is answered by one of ours. */
  async give(
    context: TurnContext,
    conversation: Conversation,
    request: Asking,
    answer: Answer,
  ): Promise<void> {
    if (request.surface !== 'message') {
      if (request.surface === 'card') await rememberShown(this.deps, answer);
      await context.sendActivity(activityFor(answer, request.surface));
      return;
    }
    if (await this.isAcknowledged(context.activity, conversation, answer)) return;
    const posted = await this.sayNowOrLater(context, conversation, request, answer);
    if (posted === undefined) return;
    await rememberShown(this.deps, answer, posted);
    // What one person sees is not edited for the place.
    if (answer.kind === 'page' && answer.isReportCard === true && !wasAskedPrivately(context.activity))
      this.reportCards.add(conversation.id, posted);
  }

  /** In a private chat, or to what was asked privately, a sentence disturbs nobody and says more. */
  private async isAcknowledged(activity: Activity, { kind }: Conversation, answer: Answer): Promise<boolean> {
    if (answer.kind !== 'outcome' || answer.isAcknowledgement !== true) return false;
    if (kind === 'personal' || wasAskedPrivately(activity)) return false;
    return this.deps.markRecorded(activity);
  }

  /** Said at once or not at all: the answer to something else than a question. Resolves to the activity posted. */
  tell(context: TurnContext, conversation: Conversation, answer: Answer): Promise<string | undefined> {
    const forAskerOnly = isForAskerOnly(context.activity, conversation, answer);
    return say(this.deps, context, activityFor(answer, 'message'), forAskerOnly);
  }

  /** Resolves to the activity that was posted, if it was at once. Rejects where nothing was said, and nothing will be. */
  private async sayNowOrLater(
    context: TurnContext,
    conversation: Conversation,
    request: Asking,
    answer: Answer,
  ): Promise<string | undefined> {
    const { activity } = context;
    try {
      return await this.tell(context, conversation, answer);
    } catch (error) {
      const mayPass = error instanceof DeliveryFailure && error.transient;
      // What was asked privately is never answered publicly: Teams delivers it again instead.
      if (!mayPass || wasAskedPrivately(activity)) throw error;
      const turn = await this.turnBehind(activity, conversation, request);
      if (!turn || !(await sayLater(this.deps, turn, activity, request, answer))) throw error;
      return undefined;
    }
  }
}
