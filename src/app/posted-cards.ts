import { subjectKey } from './messages/record-card';
import type { CardStore, TrackedCard } from './ports/card-store';
import type { RecordCard, RecordCardStore } from './ports/record-card-store';
import { createUnsavedCards } from './unsaved-cards';

type CardKey = Pick<TrackedCard, 'ticket' | 'subject' | 'laneKey'>;
type RecordCardKey = Pick<RecordCard, 'of' | 'laneKey'>;

export interface PostedCards extends CardStore {
  /** Whether an earlier try has posted or edited the card and the store has not taken it yet; `find` has it saved. */
  isUnsaved(card: CardKey): boolean;
}

export interface PostedRecordCards extends RecordCardStore {
  /** The same of a record's card. */
  isUnsaved(card: RecordCardKey): boolean;
}

/** The tracked cards of tickets, none of them posted twice for the store's sake. */
export function rememberingPosted(cards: CardStore): PostedCards {
  const unsaved = createUnsavedCards<TrackedCard>(keyOf, (card) => cards.save(card));
  return {
    save: (card) => unsaved.save(card),
    isUnsaved: (card) => unsaved.has(keyOf(card)),
    async find(ticket, subject, laneKey) {
      const posted = await unsaved.settle(keyOf({ ticket, subject, laneKey }));
      return posted ?? cards.find(ticket, subject, laneKey);
    },
    findByActivity: (conversation, activityId) => cards.findByActivity(conversation, activityId),
    forget(card) {
      unsaved.forget(card);
      return cards.forget(card);
    },
    ofTicket: (ticket) => cards.ofTicket(ticket),
    standing: (after, limit) => cards.standing(after, limit),
  };
}

/** The tracked cards of records, likewise. */
export function rememberingPostedRecords(cards: RecordCardStore): PostedRecordCards {
  const unsaved = createUnsavedCards<RecordCard>(recordKeyOf, (card) => cards.save(card));
  return {
    save: (card) => unsaved.save(card),
    isUnsaved: (card) => unsaved.has(recordKeyOf(card)),
    async find(of, laneKey) {
      return (await unsaved.settle(recordKeyOf({ of, laneKey }))) ?? cards.find(of, laneKey);
    },
    forget(card) {
      unsaved.forget(card);
      return cards.forget(card);
    },
    standing: () => cards.standing(),
  };
}

function keyOf({ ticket, subject, laneKey }: CardKey): string {
  return JSON.stringify([ticket, subject, laneKey]);
}

function recordKeyOf({ of, laneKey }: RecordCardKey): string {
  return JSON.stringify([subjectKey(of), laneKey]);
}
