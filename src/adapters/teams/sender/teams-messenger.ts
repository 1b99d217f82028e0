import { type View, viewFor } from '../../../texts/view';
import type { Activity } from 'botbuilder';
import type { AnswerLater } from '../../../app/messages/effect';
import { type Lane, laneKey } from '../../../app/messages/lane';
import { originFromText } from '../../../app/origin';
import type { DeliveryState } from '../../../app/messages/digest';
import type { TrackedCard } from '../../../app/ports/card-store';
import type { RecordCard } from '../../../app/ports/record-card-store';
import type { ConversationStore } from '../../../app/ports/conversation-store';
import {
  type CardContent,
  type CardInChannel,
  DeliveryFailure,
  type Messenger,
  type NewcomerToTell,
  type PostedActivity,
  type PostedAnswer,
  type Reminder,
  type Told,
  type Unmentioned,
} from '../../../app/ports/messenger';
import type { PostId } from '../../../app/ports/post-store';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import { defined } from '../../../defined';
import { dispatch } from '../../../domain/ticket/access';
import type { PersonId } from '../../../domain/organisation/installation';
import type { TicketNumber } from '../../../domain/ticket/ticket';
import { cardMessage } from '../sdk/answers';
import type { ConnectorClients } from '../sdk/connector-clients';
import { threadId } from '../sdk/thread-id';
import type { DialogMode } from '../cards/dialog-mode';
import { noLongerValidText, reportedText } from '../../../texts/bot-answers.de';
import { troubleText } from '../../../texts/digest.de';
import { mentionSentence } from '../../../texts/mentions.de';
import { newcomerSummary, remindersSummary, sentenceSummary } from '../../../texts/summaries.de';
import { renderNewcomerCard } from '../cards/newcomer-card';
import { renderNotice } from '../cards/notice-card';
import { type ReminderCardInput, renderReminderCard } from '../cards/reminder-card';
import { renderReportedCard } from '../cards/ticket-card';
import { accessCallActivity, contractEndsActivity, onboardingCallActivity } from './call-activities';
import { cardActivityOf } from './card-content';
import { delivering } from './delivery-failures';
import { editCard, editPost, withdrawCard } from './edit-card';
import { calledBy, mentionActivity, type Named } from './mention-activity';
import { messageLink } from '../cards/message-link';
import { type AnswerToPost, postAnswer } from './post-answer';
import { type NamingDeps, PostsWithNames } from './posts-with-names';
import type { PrivateAnswers } from './private-answers';
import { type OpenChat, openPrivateChat } from './private-chats';

export interface MessengerDeps extends NamingDeps {
  readonly connectors: ConnectorClients;
  readonly conversations: ConversationStore;
  /** The bot's own id, '28:<app id>'. */
  readonly botId: string;
  readonly mode: DialogMode;
  /** Shared with the bot: what one learns of a place, the other need not. */
  readonly privateAnswers: PrivateAnswers;
  /** Makes an answer that could not be given at once; undefined where there is nobody to answer any more. */
  readonly answers?: (answer: AnswerLater) => Promise<AnswerToPost | undefined>;
}

type Mention = Parameters<Messenger['postMention']>[2];
type AccessCall = Parameters<Messenger['postAccessCall']>[2];
type OnboardingCalls = Parameters<Messenger['postOnboardingCall']>[2];
type ContractEnds = Parameters<Messenger['postContractEnds']>[1];

/** Sends to Teams through the Bot Connector; each call is one post or edit that is not repeated here. */
export class TeamsMessenger implements Messenger {
  private readonly withNames: PostsWithNames;

  constructor(private readonly deps: MessengerDeps) {
    this.withNames = new PostsWithNames(deps);
  }

  async postCard(lane: Lane, content: CardContent): Promise<PostedActivity> {
    const chat = await this.open(lane);
    const activity = cardActivityOf(content, lane, this.view(), this.deps.mode) as Activity;
    if (lane.kind !== 'channel') {
      const { id } = await delivering(this.deps.clock, () =>
        chat.client.conversations.sendToConversation(chat.conversation, activity),
      );
      return { conversation: chat.conversation, activityId: id };
    }
    return delivering(this.deps.clock, () => this.startThread(chat, lane.address.tenant, activity));
  }

  /** A card that Teams no longer has is answered 404; then the caller posts a new one. */
  async editCard(
    lane: Lane,
    card: TrackedCard | RecordCard,
    content: CardContent,
  ): Promise<'edited' | 'gone'> {
    const { client, conversation } = await this.open(lane);
    if (conversation !== card.conversation && lane.kind === 'person') {
      // A record's card stands in channels alone.
      if ('ticket' in card) await withdrawCard(this.deps.clock, client, card);
      return 'gone';
    }
    const instead = cardActivityOf(content, lane, this.view(), this.deps.mode);
    return editCard({ clock: this.deps.clock, client, message: card, instead });
  }

  async postMention(
    lane: Lane,
    thread: TrackedCard | undefined,
    { ticket, place, people, reason }: Mention,
  ): Promise<Unmentioned> {
    const chat = await this.open(lane);
    const conversation = threadOf(lane, chat, thread);
    const sentence = mentionSentence(reason, { ticket, place, view: this.view() });
    const whom = { people, places: [place] };
    return this.withNames.post(lane, chat, whom, (named) => {
      const activity = mentionActivity(sentence, named) as Activity;
      return chat.client.conversations.sendToConversation(conversation, activity);
    });
  }

  async postReminder(lane: Lane, reminder: Reminder, people: readonly PersonId[]): Promise<Told> {
    const chat = await this.open(lane);
    const conversation = threadOf(lane, chat, reminder.card);
    const whom = { people, places: [reminder.effect.place] };
    return this.withNames.post(lane, chat, whom, (named) => {
      const activity = this.reminding({ reminders: [reminder], ...calledBy(named) });
      return chat.client.conversations.sendToConversation(conversation, activity);
    });
  }

  async postReminders(
    lane: Lane,
    reminders: readonly Reminder[],
    people: readonly PersonId[],
    moreFollow: boolean,
  ): Promise<Told> {
    const chat = await this.open(lane);
    const link = ({ card }: Reminder): string | undefined =>
      lane.kind === 'channel' && card !== undefined ? messageLink(lane.address, card.activityId) : undefined;
    const whom = {
      people,
      places: reminders.map(({ effect }) => effect.place),
    };
    return this.withNames.post(lane, chat, whom, (named) =>
      this.postAlone(lane, chat, this.reminding({ reminders, ...calledBy(named), moreFollow, link })),
    );
  }

  async postTrouble(lane: Lane, trouble: DeliveryState, people: readonly PersonId[]): Promise<Unmentioned> {
    const chat = await this.open(lane);
    const sentence = troubleText(trouble, this.view());
    const whom = { people, places: [dispatch] };
    return this.withNames.post(lane, chat, whom, (named) =>
      this.postAlone(lane, chat, mentionActivity(sentence, named) as Activity),
    );
  }

  async postNewcomer(
    lane: Lane,
    newcomer: NewcomerToTell,
    people: readonly PersonId[],
  ): Promise<Unmentioned> {
    const chat = await this.open(lane);
    const { mode } = this.deps;
    return this.withNames.post(lane, chat, { people, places: [dispatch] }, (named) => {
      const card = renderNewcomerCard({ newcomer, ...calledBy(named), view: this.view(), mode });
      return this.postAlone(lane, chat, cardMessage(card, newcomerSummary()) as Activity);
    });
  }

  async postAccessCall(
    lane: Lane,
    thread: PostedActivity | undefined,
    { tasks, place }: AccessCall,
    people: readonly PersonId[],
  ): Promise<Unmentioned> {
    return this.postCall(lane, thread, { people, places: [place] }, (named) =>
      accessCallActivity(tasks, named, this.view()),
    );
  }

  async postOnboardingCall(
    lane: Lane,
    thread: PostedActivity | undefined,
    call: OnboardingCalls,
    people: readonly PersonId[],
  ): Promise<Unmentioned> {
    return this.postCall(lane, thread, { people, places: [call.place] }, (named) =>
      onboardingCallActivity(call, named, this.view()),
    );
  }

  async postContractEnds(lane: Lane, ends: ContractEnds, people: readonly PersonId[]): Promise<Unmentioned> {
    const chat = await this.open(lane);
    return this.withNames.post(lane, chat, { people, places: [ends.place] }, (named) =>
      this.postAlone(lane, chat, contractEndsActivity(ends, named, this.view()) as Activity),
    );
  }

  async markReported(
    lane: Lane,
    origin: string,
    record: TicketRecord,
    card: CardInChannel | undefined,
  ): Promise<'edited' | 'gone'> {
    const opener = originFromText(origin);
    if (opener === undefined) return 'gone';
    const { client, conversation } = await this.open(lane);
    if (conversation !== opener.conversation && lane.kind === 'person') return 'gone';
    const link = card && messageLink(card.address, card.activityId);
    const summary = sentenceSummary(reportedText(record.ticket.number));
    const instead = cardMessage(renderReportedCard({ record, ...defined({ link }) }), summary);
    return editCard({ clock: this.deps.clock, client, message: opener, instead });
  }

  async postAnswer(lane: Lane, answer: AnswerLater): Promise<PostedAnswer | undefined> {
    const made = await this.deps.answers?.(answer);
    if (made === undefined) return undefined;
    const { client } = await this.open(lane);
    return postAnswer(this.deps, client, answer, made);
  }

  async replacePost(lane: Lane, post: PostId, number: TicketNumber): Promise<'edited' | 'gone'> {
    const { client } = await this.open(lane);
    const text = noLongerValidText(number);
    // A private chat has no targeted messages.
    const edit = lane.kind === 'channel' ? editPost : editCard;
    const instead = cardMessage(renderNotice(text), sentenceSummary(text));
    return edit({ clock: this.deps.clock, client, message: post, instead });
  }

  private reminding(input: Omit<ReminderCardInput, 'view'>): Activity {
    const view = this.view();
    const card = renderReminderCard({ ...input, view });
    return cardMessage(card, remindersSummary(input.reminders, view, input.moreFollow)) as Activity;
  }

  /** What is sent now is told with. */
  private view(): View {
    const { directory, clock } = this.deps;
    return viewFor({ installation: directory.installation(), now: clock.now() });
  }

  private async open(lane: Lane): Promise<OpenChat> {
    switch (lane.kind) {
      case 'channel': {
        const { serviceUrl, conversation } = lane.address;
        // What was seen last is newer than the organisation file: service URLs change.
        const seen = await this.deps.conversations.find(laneKey(lane));
        const client = await this.deps.connectors.create(seen?.serviceUrl ?? serviceUrl);
        return { client, conversation };
      }
      case 'person':
        return openPrivateChat(this.deps, lane.person);
      case 'none':
        throw new DeliveryFailure(false, 404, undefined);
    }
  }

  /** In the thread of the card that it is about, if it is about one. */
  private async postCall(
    lane: Lane,
    thread: PostedActivity | undefined,
    whom: Parameters<PostsWithNames['post']>[2],
    said: (named: readonly Named[]) => Partial<Activity>,
  ): Promise<Unmentioned> {
    const chat = await this.open(lane);
    return this.withNames.post(lane, chat, whom, (named) => {
      const activity = said(named) as Activity;
      return thread === undefined
        ? this.postAlone(lane, chat, activity)
        : chat.client.conversations.sendToConversation(threadOf(lane, chat, thread), activity);
    });
  }

  /** In a thread of its own, where there are any. */
  private postAlone(lane: Lane, chat: OpenChat, activity: Activity) {
    return lane.kind === 'channel'
      ? this.startThread(chat, lane.address.tenant, activity)
      : chat.client.conversations.sendToConversation(chat.conversation, activity);
  }

  private async startThread(chat: OpenChat, tenant: string, activity: Activity): Promise<PostedActivity> {
    const { activityId } = await chat.client.conversations.createConversation({
      isGroup: true,
      bot: { id: this.deps.botId, name: '' },
      channelData: { channel: { id: chat.conversation }, tenant: { id: tenant } },
      activity,
      members: [],
      topicName: '',
      tenantId: tenant,
    });
    return { conversation: chat.conversation, activityId };
  }
}

/** All threads of a channel share its limits, but a reply goes to the thread of the card. A chat has no threads. */
function threadOf(lane: Lane, chat: OpenChat, card: PostedActivity | undefined): string {
  return lane.kind === 'channel' && card !== undefined
    ? threadId(card.conversation, card.activityId)
    : chat.conversation;
}
