import type { Activity } from 'botbuilder';
import type { CommandOutcome, TicketCommandInput } from '../../../app/handle-ticket-command';
import type {
  OrganisationCommandInput,
  OrganisationOutcome,
  OrganisationPreview,
} from '../../../app/handle-organisation-command';
import type { AskingToBeTakenIn } from '../../../app/tell-newcomer';
import type { Digest } from '../../../app/messages/digest';
import type { TicketList } from '../../../app/messages/ticket-list';
import type { AuditLog } from '../../../app/ports/audit-log';
import type { CardStore } from '../../../app/ports/card-store';
import type { Clock } from '../../../app/ports/clock';
import type { ConversationStore } from '../../../app/ports/conversation-store';
import type { PlacedProblem } from '../../../app/ports/delivery-store';
import type { SettingStore } from '../../../app/ports/setting-store';
import type { DigestSubscriptionStore } from '../../../app/ports/digest-subscription-store';
import { type ShownPosts, typedOf } from '../../../app/shown-posts';
import type { CardSightings } from '../../../app/card-sightings';
import type { AnswerLater } from '../../../app/messages/effect';
import type { Lane } from '../../../app/messages/lane';
import type { Directory } from '../../../app/ports/directory';
import type { Rosters } from '../../../app/ports/rosters';
import type { TicketRecord } from '../../../app/ports/ticket-store';
import type { ReleaseList } from '../../../app/queries/released-for';
import type { ListOptions } from '../../../app/queries/ticket-lists';
import type { Reader } from '../../../domain/ticket/access';
import type { Standpoint } from '../../../app/acting/standpoint';
import type { Instant } from '../../../domain/instant';
import type { OrganisationChange } from '../../../domain/organisation/changes';
import type { Installation, ModuleId, OrganisationId } from '../../../domain/organisation/installation';
import type { Ticket, TicketNumber } from '../../../domain/ticket/ticket';
import type { Logger } from '../../logging';
import type { Conversation } from './conversation';
import type { DialogMode } from '../cards/dialog-mode';
import type { Identities } from './identity';
import type { Posted } from '../sender/private-answers';
import type { PressedCard } from './pressed-card';
import type { AdaptiveCardJson } from '../cards/card-json';
import type { Summary } from '../../../texts/summaries.de';

/** The use cases, with their own dependencies bound by the composition root. */
export interface Queries {
  openTickets(reader: Reader, options: ListOptions): Promise<TicketList>;
  readableTicket(reader: Reader, number: TicketNumber): Promise<TicketRecord | undefined>;
  /** Whoever asks: only to be held against what a card claims. */
  ticket(number: TicketNumber): Promise<TicketRecord | undefined>;
  /** A card names a ticket that is not there: whether it is genuine; if so, the number is not given out again. */
  seenOnCard(number: TicketNumber, proof: string): Promise<boolean>;
  /** Those of the numbers that the reader may read. */
  readableAmong(reader: Reader, numbers: readonly TicketNumber[]): Promise<ReadonlySet<TicketNumber>>;
  /** What was released for an operator's modules, newest first. */
  releasedFor(
    operator: OrganisationId,
    page: { readonly limit: number; readonly skip: number },
  ): Promise<ReleaseList>;
  /** The figures of the open tickets, the first of them, and what does not reach its readers. */
  digest(reader: Reader, limit: number): Promise<Digest>;
  similarOpenTickets(operator: OrganisationId, module: ModuleId, limit: number): Promise<readonly Ticket[]>;
  /** The ticket that a report command opened. */
  reportedBy(commandId: string): Promise<TicketRecord | undefined>;
  /** A ticket whose release the operator is owed a notice of, even if they may not read it (process 6). */
  ticketOfNotice(operator: OrganisationId, number: TicketNumber): Promise<TicketRecord | undefined>;
  /** What could not be delivered, for the dispatcher's card. */
  problemsOf(ticket: TicketNumber): Promise<readonly PlacedProblem[]>;
}

/** The organisation's records and what people do to them. */
export interface OrganisationRecordsAccess {
  /** With what the organisation file sets up, whether in force today or not. */
  recorded(): Installation;
  /** The same as it was after the change that led to this version. */
  recordedAt(version: number): Installation;
  /** Counts the changes that are in it. */
  version(): number;
  /** Every change that is in it, in order. */
  changes(): readonly OrganisationChange[];
  /** What a submission led to, if it was carried out. */
  changeBy(commandId: string): OrganisationChange | undefined;
  run(input: OrganisationCommandInput): Promise<OrganisationOutcome>;
  /** What it would do; nothing is written. */
  preview(input: Omit<OrganisationCommandInput, 'commandId'>): Promise<OrganisationPreview>;
}

export interface BotDeps {
  readonly identities: Pick<Identities, 'of'>;
  readonly rosters: Rosters;
  readonly directory: Directory;
  /** Rights are decided from all that was recorded before an activity came. */
  readonly refreshDirectory: () => Promise<void>;
  readonly clock: Clock;
  readonly runCommand: (input: TicketCommandInput) => Promise<CommandOutcome>;
  readonly queries: Queries;
  readonly organisation: OrganisationRecordsAccess;
  readonly cards: CardStore;
  readonly sightings: CardSightings;
  /** Where typed texts stand beside the tracked cards. */
  readonly shownPosts: Pick<ShownPosts, 'remember'>;
  /** Takes an answer that Teams does not take now; it is given in order and as soon as it can be. */
  readonly answerLater: (id: string, lane: Lane, answer: AnswerLater) => Promise<void>;
  /** The process owners are told of somebody who is not known; false where they are not. */
  readonly tellNewcomer: (asking: AskingToBeTakenIn) => Promise<boolean>;
  /**
   * Says something to whoever is behind an activity of a channel or group chat alone; `publicly` where Teams refuses that
   * there, if it is given. Rejects with DeliveryFailure where nothing was said.
   */
  readonly sayPrivately: (
    asked: Activity,
    answer: Partial<Activity>,
    publicly: (() => Promise<Posted | undefined>) | undefined,
  ) => Promise<Posted | undefined>;
  /** Sets ✅ to the message behind an activity; false where Teams does not take that. */
  readonly markRecorded: (asked: Activity) => Promise<boolean>;
  readonly conversations: ConversationStore;
  /** What the lane refused may be taken now: Teams has told something from there; elsewhere too, if Teams has moved. */
  readonly heardOf: (laneKey: string, how: { readonly hasMoved: boolean }) => Promise<void>;
  /** What any place refused may be taken now: the app was added to a team, say. */
  readonly placesMayBeBack: () => Promise<void>;
  /** Which places were greeted. */
  readonly settings: SettingStore;
  /** Which operators want the daily digest. */
  readonly subscriptions: DigestSubscriptionStore;
  /** When the next daily digest is due after an instant; undefined where no service day is in sight. */
  readonly nextDigest: (now: Instant) => { readonly at: Instant; readonly zone: string } | undefined;
  /** For forms that were not even opened; commands are recorded by their use case. */
  readonly audit: AuditLog;
  readonly logger: Logger;
  readonly mode: DialogMode;
  /** A UUID for each form that is opened. */
  readonly newNonce: () => string;
}

/** Who acts where: from the verified activity, the organisation and the store, never from a card. */
export interface Turn extends Standpoint {
  readonly conversation: Conversation;
  /** The activity itself; a message that is delivered again comes with the same. */
  readonly activityId?: string;
  /** The activity tells what a message says now, and not for the first time. */
  readonly isEdit?: true;
  /** It was asked for in a dialog, where nobody else sees the answer. */
  readonly inDialog?: true;
  /** Whether the activity here is a card of ours that reports are made from: it alone becomes "Gemeldet". */
  readonly isReportCard: (activityId: string) => boolean;
  /** The tickets whose typed texts the answer shows: whoever draws them says so (`shows`). */
  readonly typedOf: Set<TicketNumber>;
  /** The card that was pressed or looked at. */
  readonly pressed?: PressedCard;
}

/** To be called for every ticket that is drawn with something typed, so that it can be replaced later (shown-posts). */
export function shows(turn: Pick<Turn, 'typedOf'>, tickets: readonly Ticket[]): void {
  for (const number of typedOf(tickets)) turn.typedOf.add(number);
}

/** What an action answers; how it reaches the reader depends on whether a card, a dialog or a message asked. */
export type Answer = WhatIsAnswered & {
  /** Who asked where, if it shows something typed (`typedOf`). */
  readonly shownIn?: Turn;
};

type WhatIsAnswered =
  /** Something to read or to fill in. */
  | {
      readonly kind: 'page';
      readonly title: string;
      readonly summary: Summary;
      readonly card: AdaptiveCardJson;
      /** Posted in answer to "Störung melden"; becomes "Gemeldet" once somebody has reported from it. */
      readonly isReportCard?: true;
      /** Of use to whoever asked alone: nobody else in the channel needs to see it. */
      readonly forAskerOnly?: true;
    }
  /** Something happened or was refused: a card where a card asked, the sentence in a dialog. */
  | {
      readonly kind: 'outcome';
      readonly text: string;
      readonly card?: AdaptiveCardJson;
      /** What was done will stand on the card behind the dialog: the sentence would only have to be closed. */
      readonly onCard?: true;
      /** Something was done; a refusal that came as a sentence is said again to whoever tries again. */
      readonly done?: true;
      /** The ticket that a message was put into. */
      readonly saidIn?: TicketNumber;
      /** That it is recorded is all there is to say: a ✅ at the message does, where others read along. */
      readonly isAcknowledgement?: true;
    };

/** What was shown or done; not a sentence that refuses. */
export function isSettled(answer: Answer): boolean {
  return answer.kind === 'page' || answer.done === true || answer.card !== undefined;
}
