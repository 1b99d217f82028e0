import type { PersonId } from '../../domain/organisation/installation';
import type { OrganisationPlace, Place } from '../../domain/organisation/place';
import type { CalendarDay } from '../../domain/service-calendar/civil-date';
import type { MentionReason } from '../../domain/ticket/event-rules';
import type { TicketNumber } from '../../domain/ticket/ticket';
import type { RecordedStep } from '../../domain/ticket/timers';
import type { CardSubject } from '../messages/card-subject';
import type { RecordSubject } from '../messages/record-card';

/**
 * What has to be sent because of an event. It names places; only the Teams adapter knows the conversations behind them.
 * It contains nothing typed: content is rendered from the stored ticket at the time of sending.
 */
export type Effect =
  /**
   * The place's tracked card shows the current state; posted if there is none yet. `again`: even if the card already
   * shows this version, because something other than the ticket has changed on it.
   */
  | { readonly kind: 'showCard'; readonly place: Place; readonly again?: true }
  /** The tracked card with the release information for an affected operator, who need not be the reporting one (process 6). */
  | { readonly kind: 'showNotice'; readonly place: OrganisationPlace; readonly again?: true }
  /**
   * The place may no longer read the ticket, or is no longer reached there: its card is edited to number and "abgegeben"
   * (process 1). Without a subject it is the ticket's own.
   */
  | { readonly kind: 'withdrawCard'; readonly place: Place; readonly subject?: CardSubject }
  /**
   * A card that stands twice, because Teams lost the answer to its post: the tracked one shows the current state, and the
   * twin, `origin`, leads to it.
   */
  | {
      readonly kind: 'pointToCard';
      readonly place: Place;
      readonly subject: CardSubject;
      readonly origin: string;
    }
  /**
   * A post that shows what was typed into the ticket, and must not any more, says that it is no longer valid. With no
   * ticket's text left in it, nothing is done.
   */
  | {
      readonly kind: 'replacePost';
      readonly place: Place;
      readonly conversation: string;
      readonly activityId: string;
    }
  /** One short mention in the thread of the ticket's card. Who is mentioned is decided when it is sent. */
  | { readonly kind: 'mention'; readonly place: Place; readonly reason: MentionReason }
  /** A reminder from the bot itself: in the thread of the ticket's card, or in one post with others of the same minute (process 2). */
  | Remind
  /** The figures and open tickets of the place's channel, once per service day, as of the time of sending. */
  | { readonly kind: 'showDigest'; readonly place: Place; readonly day: CalendarDay }
  /** What somebody was told in answer to a message, where Teams did not take it at once. */
  | AnswerLater
  /** What does not reach its readers, told at once to the process owners, who run the bot; as of the time of sending. */
  | { readonly kind: 'tellTrouble'; readonly place: Place }
  /**
   * Somebody who is not known wants to be taken in: told to the process owners, if they are still unknown then. The
   * conversation and their Teams id are all that is kept; by which name they are told, Teams says at the time of sending.
   */
  | {
      readonly kind: 'tellNewcomer';
      readonly place: Place;
      readonly conversation: string;
      readonly member: string;
    }
  /** The card of a record shows it as it is, at least as of this version of the organisation's records; posted if there is none yet. */
  | {
      readonly kind: 'showRecord';
      readonly place: Place;
      readonly of: RecordSubject;
      readonly version: number;
    }
  /** The record's card stands where its place is not reached any more: it says so, and has no buttons. */
  | { readonly kind: 'withdrawRecord'; readonly place: Place; readonly of: RecordSubject }
  /** The platform maintainers are called to the tasks that have arisen, or that they were reminded of, in one change of the organisation. */
  | { readonly kind: 'callToAccess'; readonly place: Place; readonly version: number }
  /** Who has something to do in the onboardings that have come so far, or that they were reminded of, in one change of the organisation, or who waits for their end (process 7). */
  | { readonly kind: 'callToOnboarding'; readonly place: Place; readonly version: number }
  /** The ends of contracts that were reminded of in one change of the organisation (process 8). */
  | { readonly kind: 'tellContractEnds'; readonly place: Place; readonly version: number }
  /** The card that opened the form becomes "Gemeldet: <Nummer>". */
  | {
      readonly kind: 'markReported';
      readonly place: Place;
      /** Who sent the form: the card is in their private chat if it is not in the place's channel. */
      readonly person: PersonId;
      readonly origin: string;
    };

/** What the bot recorded on its own and where it is told; whether, to whom and in which words is decided when it is told. */
export interface Remind extends RecordedStep {
  readonly kind: 'remind';
}

/**
 * An answer that is still to be given: a command that only asks, answered anew when it is sent, or a sentence of ours
 * about what was done. Nothing typed is in it.
 */
export interface AnswerLater {
  readonly kind: 'answer';
  /** Where it was asked; of somebody's private chat, their organisation's. */
  readonly place: Place;
  readonly person: PersonId;
  /** The conversation with its thread. */
  readonly conversation: string;
  /** JSON of the command. */
  readonly asked?: string;
  readonly sentence?: string;
  /** The Teams id of whoever asked, if nobody else in the conversation is to see it. */
  readonly onlyFor?: string;
}

/** An effect with its deterministic id, made of cause (a ticket's event, a change of the organisation, a digest day, an hour with trouble, somebody unknown on a day), kind and place. */
export interface PlannedEffect {
  readonly id: string;
  /** The ticket it is about; absent if it is about several. */
  readonly ticket?: TicketNumber;
  /** The version of the ticket whose event caused it; absent if the cause is not an event. */
  readonly version?: number;
  readonly effect: Effect;
}
