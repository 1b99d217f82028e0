import type { Delivery } from '../connector/connector';
import { isObject, type JsonObject, textOf } from '../connector/json';
import type { FieldValue } from './card-input';
import { CardScreen } from './card-screen';
import { ClientRefusal, NotOnScreen } from './client-refusal';
import { readDialogAnswer, type DialogAnswer } from './invoke-answer';
import type { PersonClient } from './person-client';

/** The names of the dialog's invokes, and what they carry in addition to the data. */
export interface DialogChannel {
  readonly client: PersonClient;
  readonly submitName: 'task/submit' | 'composeExtension/submitAction';
  /** More fields of the invoke's value. */
  readonly extra: JsonObject;
  readonly about: { readonly id: string; readonly rootId: string | undefined } | undefined;
}

/** What a person sees after pressing a button. */
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
  /** Something was expanded or collapsed. */
  | 'toggled'
  /** A message was sent in the person's name. */
  | 'sent';

/** The result of a press: its kind, its text, and what was sent. */
export class Outcome {
  constructor(
    readonly kind: OutcomeKind,
    /** The message, error or link, or the text of the new card or dialog. */
    readonly text: string,
    /** What was sent to the bot, and its answer; undefined if nothing was sent. */
    readonly delivery: Delivery | undefined,
    private readonly opened?: Dialog,
  ) {}

  /** The dialog now open; throws, naming what came instead. */
  get dialog(): Dialog {
    if (!this.opened) throw new NotOnScreen('No dialog was opened', [`${this.kind}: ${this.text}`]);
    return this.opened;
  }

  /** What was sent, for sending it again; throws if nothing was. */
  get sent(): Delivery['activity'] {
    if (!this.delivery) throw new NotOnScreen('Nothing was sent', [this.kind]);
    return this.delivery.activity;
  }
}

/** How a button is pressed. */
export interface PressOptions {
  /** Data with which a tampered client overrides the card and its fields. */
  readonly forged?: Record<string, unknown>;
}

/** A dialog on a person's screen. Each answer with another card is a new Dialog. */
export class Dialog {
  private readonly screen: CardScreen;
  private open = true;

  constructor(
    readonly title: string,
    card: JsonObject,
    private readonly channel: DialogChannel,
  ) {
    this.screen = new CardScreen(channel.client.known(card), channel.client.clicks).focusFirst();
  }

  get text(): string {
    return this.screen.text;
  }

  get buttons(): string[] {
    return this.screen.buttons;
  }

  get labels(): string[] {
    return this.screen.labels;
  }

  /** The card as the bot gave it. */
  get card(): JsonObject {
    return this.screen.card;
  }

  /** The value in a field as it would be sent; undefined when empty. */
  value(label: string): string | undefined {
    return this.screen.value(label);
  }

  /** Fills fields by their visible labels. */
  fill(fields: Record<string, FieldValue>): this {
    this.screen.fill(fields);
    return this;
  }

  /** Presses a button of the dialog. If the client refuses, the dialog stays as it is. */
  submit(title: string, options: PressOptions = {}): Promise<Outcome> {
    return this.carryOut(() => this.screen.pressed(title), options);
  }

  /** The same for a client that names the action by its place in the card and sends all fields by id. */
  submitAt(place: string, inputs: Readonly<Record<string, string>>): Promise<Outcome> {
    const find = (): JsonObject => {
      const action = this.screen.actionAt(place);
      refuseLocal(action);
      this.screen.enter(inputs);
      return action;
    };
    return this.carryOut(find, {});
  }

  private async carryOut(find: () => JsonObject, options: PressOptions): Promise<Outcome> {
    if (!this.open) throw new ClientRefusal(`The dialog "${this.title}" is no longer open`);
    const button = find();
    switch (button['type']) {
      case 'Action.OpenUrl':
        return new Outcome('link', textOf(button['url']) ?? '', undefined);
      case 'Action.ToggleVisibility':
        this.screen.toggle(button);
        return new Outcome('toggled', this.text, undefined);
      default:
        return this.send({ ...dataOf(button), ...this.screen.inputsFor(button), ...options.forged });
    }
  }

  private async send(data: JsonObject): Promise<Outcome> {
    const { client, submitName, extra, about } = this.channel;
    const value = { ...extra, data, context: { theme: 'default' } };
    const delivery = await client.invoke(submitName, value, about);
    const answer = readDialogAnswer(delivery, client.surroundings, 'submit');
    this.open = false;
    return dialogOutcome(answer, delivery, this.channel);
  }
}

/** What the person sees after an answer to a dialog request. */
export function dialogOutcome(answer: DialogAnswer, delivery: Delivery, channel: DialogChannel): Outcome {
  switch (answer.kind) {
    case 'dialog': {
      const dialog = new Dialog(answer.title, answer.card, channel);
      return new Outcome('dialog', dialog.text, delivery, dialog);
    }
    case 'message':
      // It is closed by its "OK".
      channel.client.clicks.add(1);
      return new Outcome('message', answer.text, delivery);
    case 'closed':
      return new Outcome('closed', '', delivery);
    default:
      return answer satisfies never;
  }
}

/** The button's own data. */
export function dataOf(button: JsonObject): JsonObject {
  return isObject(button['data']) ? button['data'] : {};
}

/** A client carries out an Action.ToggleVisibility by itself and never sends it; whoever does is no client. */
export function refuseLocal(action: JsonObject): void {
  if (action['type'] === 'Action.ToggleVisibility')
    throw new ClientRefusal('Action.ToggleVisibility is not sent');
}
