import { viewHere } from './view-here';
import type { AnswerLater } from '../../../app/messages/effect';
import type { AnswerToPost } from '../sender/post-answer';
import { channelKey, laneKey } from '../../../app/messages/lane';
import type { Activity, TurnContext } from 'botbuilder';
import { LRUCache } from 'lru-cache';
import { defined } from '../../../defined';
import { personOfIdentity, placesOfConversation } from '../../../domain/organisation/find';
import type { Person } from '../../../domain/organisation/installation';
import { localDayAt } from '../../../domain/reaction/service-day';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { botAnswers, withoutRolesText } from '../../../texts/bot-answers.de';
import type { ChatRequest } from '../chat/parse-chat-command';
import { answerChatCommand } from './handlers/answer-chat-command';
import { correctSaid, deletedAfterSaid, type SaidBefore, saidBefore } from './handlers/correct-said';
import { greetingIn, greetOnce } from './handlers/greet-place';
import { helpPage, notice } from './handlers/plain-answers';
import { answerPress } from './handlers/answer-press';
import { showIds } from './handlers/show-ids';
import { isForWhoIsSetUp } from './handlers/organisation/is-for-who-is-set-up';
import { type Conversation, conversationIn } from './conversation';
import { activityFor } from './deliver-answer';
import { AnswerGiver } from './give-answer';
import { giveBackTyped } from './give-back-typed';
import { invokeResponse } from '../sdk/answers';
import { type Asking, type BotRequest, readRequest } from './read-request';
import { ReportCards } from './report-cards';
import { introductionIn, messageKey } from './message-key';
import { whatWasAsked } from './what-was-asked';
import { pressedCard } from './pressed-card';
import { OncePerKey } from './once-per-key';
import { makeLateAnswer } from './make-late-answer';
import { say } from './say';
import { standsIn, turnOfMessage } from './turn-of';
import { OneAfterAnother } from './one-after-another';
import { ConversationMemory } from './remember-conversation';
import { strangerText } from '../cards/notice-card';
import { type Answer, type BotDeps, isSettled, type Turn } from './turn';

const askForHelp = { kind: 'said', surface: 'message', said: { command: 'help' } } as const;

/** Runs one activity whose token was checked: who asks, where, and which action it is. */
export class Bot {
  private readonly memory: ConversationMemory;
  /** Messages that were answered, and chats in which the bot has introduced itself. */
  private readonly once = new OncePerKey();
  private readonly perMessage = new OneAfterAnother();
  /** The tickets that messages lately went into; what is deleted later no longer says which. */
  private readonly saidIn = new LRUCache<string, TicketNumber>({ max: 10_000 });
  private readonly reportCards = new ReportCards();

  private readonly answers: AnswerGiver;

  constructor(private readonly deps: BotDeps) {
    this.memory = new ConversationMemory(deps.conversations, deps.clock);
    this.answers = new AnswerGiver(deps, this.reportCards, (...asked) => this.turnBehind(...asked));
  }

  async run(context: TurnContext): Promise<void> {
    const { activity } = context;
    await this.deps.refreshDirectory();
    const conversation = conversationIn(this.deps.directory.installation(), activity);
    const request = readRequest(activity, this.deps.directory.installation().modules);
    if (conversation.kind !== 'personal') await this.memory.seenAsNoPrivateChat(conversation);
    if (request.kind !== 'removed') await this.heardOfPlace(conversation);
    switch (request.kind) {
      case 'other':
        // Whoever waits for an answer is told that there is nothing to show: without one Teams reports a failure.
        if (activity.type === 'invoke') await context.sendActivity(invokeResponse({}));
        return;
      case 'removed':
        this.once.forget(introductionIn(conversation));
        return this.forget(conversation);
      case 'added':
        if (conversation.kind !== 'personal') return this.arriveIn(context, conversation);
        // Teams tells it by one event or by two.
        return this.once.run(introductionIn(conversation), () => this.welcome(context, conversation));
      case 'back':
        return this.deps.placesMayBeBack();
      case 'said':
      case 'pressed':
      case 'notUnderstood':
        // An invoke waits for its answer each time; a message that Teams delivers again has been answered.
        if (request.surface !== 'message' || !activity.id) {
          await this.reply(context, conversation, request);
          return;
        }
        return this.perMessage.run(messageKey('message', activity, conversation), async () => {
          // Its edit has overtaken it, and says what it means now.
          if (this.once.isDone(messageKey('edited', activity, conversation))) return;
          await this.replyOnce(context, conversation, request);
        });
      case 'edited':
        return this.perMessage.run(messageKey('message', activity, conversation), () =>
          this.followEdit(context, conversation, request.said),
        );
      case 'deleted':
        return this.perMessage.run(messageKey('message', activity, conversation), () =>
          this.once.run(messageKey('deleted', activity, conversation), () =>
            this.followDeletion(context, conversation),
          ),
        );
    }
  }

  /** A message is answered once for what it says; a refusal, again, as what stood against it may have changed. */
  private async replyOnce(context: TurnContext, conversation: Conversation, request: Asking): Promise<void> {
    const { activity } = context;
    const said = request.kind === 'said' ? JSON.stringify(request.said ?? null, wordsApart) : '';
    await this.once.run(messageKey('answered', activity, conversation, said), async () => {
      const answer = await this.reply(context, conversation, request);
      return isSettled(answer) ? undefined : 'again';
    });
  }

  private async reply(context: TurnContext, conversation: Conversation, request: Asking): Promise<Answer> {
    const { activity } = context;
    const answer = await giveBackTyped(
      this.deps,
      request,
      await this.answer(activity, conversation, request),
    );
    if (answer.kind === 'outcome' && answer.saidIn !== undefined)
      this.saidIn.set(messageKey('message', activity, conversation), answer.saidIn);
    await this.answers.give(context, conversation, request, answer);
    return answer;
  }

  /** An answer that Teams did not take at once; undefined where nobody is there, or is to read, any more. */
  answerLater(later: AnswerLater): Promise<AnswerToPost | undefined> {
    return makeLateAnswer(this.deps, later, (turn, request) => this.act(turn, request));
  }

  private async turnBehind(
    activity: Activity,
    conversation: Conversation,
    request?: Asking,
  ): Promise<Turn | undefined> {
    const person = await this.personBehind(activity, conversation);
    return person && this.turnOf(activity, conversation, person, request);
  }

  private async personBehind(activity: Activity, conversation: Conversation): Promise<Person | undefined> {
    const identity = await this.deps.identities.of(conversation, activity.from.id);
    return identity && personOfIdentity(this.deps.directory.installation(), identity);
  }

  /** Whoever said or did it there: the place is reached this way now, and what it refused may be taken. */
  private async heardOfPlace(conversation: Conversation): Promise<void> {
    const places = placesOfConversation(this.deps.directory.installation(), conversation.id);
    if (conversation.kind === 'personal' || places.length === 0) return;
    const seen = await this.memory.seen(conversation, places, undefined);
    await this.deps.heardOf(channelKey(conversation.id), seen);
  }

  private async answer(activity: Activity, conversation: Conversation, request: Asking): Promise<Answer> {
    const { deps } = this;
    const identity = await deps.identities.of(conversation, activity.from.id);
    if (request.kind === 'said' && request.said?.command === 'ids')
      return showIds(deps, activity, conversation, identity);
    if (identity === undefined) return notice(botAnswers.rosterUnavailable);
    const installation = deps.directory.installation();
    const person = personOfIdentity(installation, identity);
    if (person === undefined) return notice(strangerText(viewHere(deps)));
    const places = placesOfConversation(installation, conversation.id);
    if (conversation.kind === 'personal') {
      const seen = await this.memory.seen(conversation, places, { person: person.id, identity });
      await deps.heardOf(laneKey({ kind: 'person', person: person.id }), seen);
    }
    if (conversation.kind !== 'personal' && places.length === 0) {
      // A card that still stands here may have been pressed for a dialog, which can hold no commands.
      if (request.surface !== 'message') return notice(botAnswers.noPlaceAnyMore);
      return helpPage({ at: 'noPlace' }, this.deps.mode);
    }
    if (
      conversation.kind === 'personal' &&
      person.roles.length === 0 &&
      !isForWhoIsSetUp(deps, person, request)
    ) {
      const { day } = localDayAt(installation.calendars, deps.clock.now());
      return notice(withoutRolesText(person, day, installation.hotline));
    }
    const turn = await this.turnOf(activity, conversation, person, request);
    const answer = await this.act(turn, request);
    // Verbs and numbers only: nothing typed and nobody's name.
    deps.logger.info({ surface: request.surface, ...whatWasAsked(request), answer: answer.kind }, 'acted');
    return answer;
  }

  private async act(turn: Turn, request: Asking): Promise<Answer> {
    const answer = await this.answerAsked(turn, request);
    return turn.typedOf.size === 0 ? answer : { ...answer, shownIn: turn };
  }

  private async answerAsked(turn: Turn, request: Asking): Promise<Answer> {
    const { deps } = this;
    if (request.kind === 'notUnderstood') return notice(botAnswers.notUnderstood);
    if (request.kind === 'said') {
      if (request.said?.command === 'ids') throw new Error('ids are answered before anybody is known');
      return answerChatCommand(deps, turn, request.said);
    }
    return answerPress(deps, turn, request);
  }

  /** What was recorded is corrected; a message from which nothing was recorded is taken for a new one. */
  private async followEdit(
    context: TurnContext,
    conversation: Conversation,
    said: ChatRequest | undefined,
  ): Promise<void> {
    const { activity } = context;
    const before = await this.saidBefore(activity, conversation, said);
    if (before === undefined) {
      // Said as before, it has been answered: Teams tells of edits that change nothing in the text.
      await this.replyOnce(context, conversation, { kind: 'said', surface: 'message', said });
    } else {
      const answer = await correctSaid(this.deps, before, said);
      if (answer !== undefined) await this.answers.tell(context, conversation, answer);
    }
    await this.once.run(messageKey('edited', activity, conversation), () => Promise.resolve());
  }

  private async followDeletion(context: TurnContext, conversation: Conversation): Promise<void | 'again'> {
    const { id: activityId } = context.activity;
    // Who deleted the bot's own message does not matter: it is gone.
    if (activityId && (await this.deps.sightings.deleted({ conversation: conversation.id, activityId })))
      return;
    const before = await this.saidBefore(context.activity, conversation, undefined);
    if (before === undefined) return 'again';
    await this.answers.tell(context, conversation, deletedAfterSaid(before));
  }

  /** Undefined also for somebody who is not known here, or no more: they read nothing of a ticket. */
  private async saidBefore(
    activity: Activity,
    conversation: Conversation,
    now: ChatRequest | undefined,
  ): Promise<SaidBefore | undefined> {
    const { deps } = this;
    const turn = await this.turnBehind(activity, conversation);
    if (turn === undefined) return undefined;
    const remembered = this.saidIn.get(messageKey('message', activity, conversation));
    return saidBefore(deps, turn, now, remembered);
  }

  private async turnOf(
    activity: Activity,
    conversation: Conversation,
    person: Person,
    request?: BotRequest,
  ): Promise<Turn> {
    const { cards, directory } = this.deps;
    const standing = standsIn(directory.installation(), conversation, person);
    const turn = turnOfMessage(standing, activity);
    const pressed = await pressedCard(cards, activity, conversation, turn.laneKey, request);
    const isReportCard = (card: string) => this.reportCards.has(conversation.id, card);
    return { ...turn, isReportCard, ...defined({ pressed }) };
  }

  /** In a place the bot says what it is for, once; of a team Teams tells it once, in any of its channels. */
  private async arriveIn(context: TurnContext, conversation: Conversation): Promise<void> {
    await this.deps.placesMayBeBack();
    const { directory, mode } = this.deps;
    const answer = greetingIn(placesOfConversation(directory.installation(), conversation.id), mode);
    if (answer === undefined) return;
    await this.once.run(introductionIn(conversation), () =>
      greetOnce(this.deps, conversation, () => say(this.deps, context, activityFor(answer, 'message'))),
    );
  }

  /** Nobody has to be known for it: while Teams does not say who somebody is, the bot still says what it is for. */
  private async welcome(context: TurnContext, conversation: Conversation): Promise<void> {
    const { activity } = context;
    const identity = await this.deps.identities.of(conversation, activity.from.id);
    const answer =
      identity === undefined
        ? helpPage({ at: 'personal', role: 'operator' }, this.deps.mode)
        : await this.answer(activity, conversation, askForHelp);
    await say(this.deps, context, activityFor(answer, 'message'));
  }

  /** Who removed the app can no longer be asked for; that the chat is gone is enough to forget it. */
  private async forget({ kind, id }: Conversation): Promise<void> {
    if (kind === 'personal') await this.memory.forgetPrivateChat(id);
  }
}

/** Two texts that nobody understands say the same as long as the same is near to them. */
function wordsApart(key: string, value: unknown): unknown {
  return key === 'told' ? undefined : value;
}
