import type { Delivery } from '../connector/connector';
import type { Dialog } from './dialog';
import { NotOnScreen } from './client-refusal';

/** What a person has in front of them after pressing a button. */
export type OutcomeKind =
  /** The card was replaced, for this person. */
  | 'card'
  /** A short message for this person only. */
  | 'message'
  /** The bot's own error message. */
  | 'error'
  | 'dialog'
  /** The dialog is closed. */
  | 'closed'
  /** A link was opened. */
  | 'link'
  /** Something was folded open or shut. */
  | 'toggled'
  /** A message was sent in the person's name. */
  | 'sent';

/** The result of a press: its kind, what there is to read, and what was sent for it. */
export class Outcome {
  constructor(
    readonly kind: OutcomeKind,
    /** The message, the error, the link, the text of the new card or of the dialog. */
    readonly text: string,
    /** What was sent to the bot and answered; undefined where nothing was. */
    readonly delivery: Delivery | undefined,
    private readonly opened?: Dialog,
  ) {}

  /** The dialog that is open now; throws with what came instead. */
  get dialog(): Dialog {
    if (!this.opened) throw new NotOnScreen('No dialog was opened', [`${this.kind}: ${this.text}`]);
    return this.opened;
  }

  /** What was sent, to send it again; throws when nothing was. */
  get sent(): Delivery['activity'] {
    if (!this.delivery) throw new NotOnScreen('Nothing was sent', [this.kind]);
    return this.delivery.activity;
  }
}

/** How a button is pressed. */
export interface PressOptions {
  /** Data that a tampered client sends over what the card and its fields say. */
  forged?: Record<string, unknown>;
}
