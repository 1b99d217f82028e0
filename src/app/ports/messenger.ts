import type {
  AccessTask,
  ChannelAddress,
  ContractReminder,
  Onboarding,
  OrganisationId,
  PersonId,
} from '../../domain/organisation/installation';
import type { OnboardingCall } from '../../domain/organisation/onboarding/onboarding-calls';
import type { Place } from '../../domain/organisation/place';
import type { Ticket, TicketNumber } from '../../domain/ticket/ticket';
import type { MentionReason } from '../../domain/ticket/event-rules';
import type { DeliveryState, Digest } from '../messages/digest';
import type { AnswerLater, Remind } from '../messages/effect';
import type { Lane } from '../messages/lane';
import type { RecordSubject } from '../messages/record-card';
import type { PlacedProblem } from './delivery-store';
import type { TicketRecord } from './ticket-store';
import type { TrackedCard } from './card-store';
import type { RecordCard } from './record-card-store';
import type { PostId } from './post-store';

/** What a card at a place shows; the adapter renders it. */
export type CardContent =
  | {
      readonly kind: 'ticket';
      readonly record: TicketRecord;
      readonly place: Place;
      /** Shown only at the dispatch place. */
      readonly problems: readonly PlacedProblem[];
      /** The other tickets it mentions that the place may also read (process 3). */
      readonly readable: ReadonlySet<TicketNumber>;
    }
  /** The release information for the operator: it shows only the release, never who reported the fault (process 6). */
  | { readonly kind: 'notice'; readonly record: TicketRecord; readonly operator: OrganisationId }
  | { readonly kind: 'withdrawn'; readonly number: TicketNumber }
  | { readonly kind: 'withdrawnRecord'; readonly of: RecordSubject }
  /** In place of a card that was posted twice: leads to the tracked one, if that is in a channel. */
  | { readonly kind: 'pointer'; readonly tracked: TrackedCard; readonly proof: string | undefined }
  /** What the platform maintainer has to do for a contract, or has done. */
  | { readonly kind: 'accessTask'; readonly task: AccessTask }
  /** How far somebody is set up as maintainer, and what is missing. */
  | { readonly kind: 'onboarding'; readonly onboarding: Onboarding }
  /** The digest of a channel, with the activity ids of the listed tickets' cards there. */
  | {
      readonly kind: 'digest';
      readonly digest: Digest;
      readonly cards: ReadonlyMap<TicketNumber, string>;
    };

/** A reminder, with the current ticket. */
export interface Reminder {
  readonly record: TicketRecord;
  readonly effect: Remind;
  /** The ticket's card in the lane. */
  readonly card?: TrackedCard;
}

/** An answer that was given, and the tickets whose typed texts it shows. */
export interface PostedAnswer extends PostedActivity {
  readonly typedOf: readonly TicketNumber[];
}

export interface PostedActivity {
  readonly conversation: string;
  readonly activityId: string;
}

/** A tracked card that can be linked to. */
export interface CardInChannel {
  readonly address: ChannelAddress;
  readonly activityId: string;
}

/** Somebody who wants to be taken in, and where they said so. */
export interface NewcomerToTell {
  readonly conversation: string;
  readonly teamsId: string;
  /** Those of the conversation; none where it is their private chat. */
  readonly places: readonly Place[];
  /** Absent where Teams does not say it. */
  readonly name?: string;
}

/** Who was named in a post without a mention. */
export interface Unmentioned {
  readonly notInRoster: readonly PersonId[];
  /** Teams did not say who is in the channel, or did not take the mention; absent where it did. */
  readonly notMentioned?: readonly PersonId[];
  /** Not named at all: others of the place are called, or as many as one message mentions; absent where all were. */
  readonly passedOver?: readonly PersonId[];
}

/** A post that names people, and who of them was not called. */
export interface Told extends Unmentioned {
  readonly post: PostedActivity;
}

/** Sends to Teams; every method is one request, never retried behind the caller's back. */
export interface Messenger {
  /** Posts a new card; in a channel it starts a thread. */
  postCard(lane: Lane, content: CardContent): Promise<PostedActivity>;
  /** 'gone' if the activity no longer exists. */
  editCard(lane: Lane, card: TrackedCard | RecordCard, content: CardContent): Promise<'edited' | 'gone'>;
  /** A short mention in the thread of the card, or in the conversation if there is none. */
  postMention(
    lane: Lane,
    thread: TrackedCard | undefined,
    mention: {
      readonly ticket: Ticket;
      /** The place that it is said to. */
      readonly place: Place;
      readonly people: readonly PersonId[];
      readonly reason: MentionReason;
    },
  ): Promise<Unmentioned>;
  /** A reminder in the thread of the ticket's card, with a button for what has to be done. */
  postReminder(lane: Lane, reminder: Reminder, people: readonly PersonId[]): Promise<Told>;
  /** Several reminders at once: a separate post that lists the tickets, and says whether another one follows. */
  postReminders(
    lane: Lane,
    reminders: readonly Reminder[],
    people: readonly PersonId[],
    moreFollow: boolean,
  ): Promise<Told>;
  /** Answers in the thread where it was asked; says nothing to somebody who is not known any more. */
  postAnswer(lane: Lane, answer: AnswerLater): Promise<PostedAnswer | undefined>;
  /** A post that is no longer valid says so, and names the ticket by its number; 'gone' if it no longer exists. */
  replacePost(lane: Lane, post: PostId, number: TicketNumber): Promise<'edited' | 'gone'>;
  /** What does not reach its readers, for the people who run the bot; a separate post. */
  postTrouble(lane: Lane, trouble: DeliveryState, people: readonly PersonId[]): Promise<Unmentioned>;
  /** Somebody wants to be taken in, for the process owners; a separate post with the button that does it. */
  postNewcomer(lane: Lane, newcomer: NewcomerToTell, people: readonly PersonId[]): Promise<Unmentioned>;
  /** Who has to do the tasks: of one in the thread of its card, of several in a separate post. */
  postAccessCall(
    lane: Lane,
    thread: PostedActivity | undefined,
    call: { readonly tasks: readonly AccessTask[]; readonly place: Place },
    people: readonly PersonId[],
  ): Promise<Unmentioned>;
  /** What waits for people in onboardings, or is over: of one in the thread of its card, of several in a separate post. */
  postOnboardingCall(
    lane: Lane,
    thread: PostedActivity | undefined,
    call: { readonly calls: readonly OnboardingCall[]; readonly place: Place },
    people: readonly PersonId[],
  ): Promise<Unmentioned>;
  /** Contracts that end, for those who can do something about it; a separate post. */
  postContractEnds(
    lane: Lane,
    ends: { readonly reminders: readonly ContractReminder[]; readonly place: Place },
    people: readonly PersonId[],
  ): Promise<Unmentioned>;
  /**
   * Turns the card that opened the report form into "Gemeldet: <Nummer>", with a link to the ticket's card if that is
   * in a channel; 'gone' if the card that opened the form no longer exists.
   */
  markReported(
    lane: Lane,
    origin: string,
    record: TicketRecord,
    card: CardInChannel | undefined,
  ): Promise<'edited' | 'gone'>;
}

/** A send that Teams did not carry out. Transient failures are retried, others are shown on the dispatcher's card. */
export class DeliveryFailure extends Error {
  constructor(
    readonly transient: boolean,
    /** The HTTP status; undefined if no answer came. */
    readonly status: number | undefined,
    /** From Retry-After, in milliseconds. */
    readonly retryAfter: number | undefined,
  ) {
    super(`delivery failed with ${status ?? 'no answer'}`);
    this.name = 'DeliveryFailure';
  }
}
