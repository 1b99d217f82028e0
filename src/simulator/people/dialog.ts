import type { Delivery } from '../connector/connector';
import { isObject, type JsonObject, textOf } from '../connector/json';
import type { FieldValue } from './card-input';
import { CardScreen } from './card-screen';
import { ClientRefusal } from './client-refusal';
import { readDialogAnswer, type DialogAnswer } from './invoke-answer';
import { Outcome, type PressOptions } from './outcome';
import type { PersonClient } from './person-client';

/** How the dialog's invokes are called and what they say besides the data. */
export interface DialogChannel {
  client: PersonClient;
  submitName: 'task/submit' | 'composeExtension/submitAction';
  /** More fields of the invoke's value. */
  extra: JsonObject;
  about: { id: string; rootId: string | undefined } | undefined;
}

/** A dialog in front of a person. Each answer with another card is a new Dialog. */
export class Dialog {
  private readonly screen: CardScreen;
  private open = true;

  constructor(
    readonly title: string,
    card: JsonObject,
    private readonly channel: DialogChannel,
  ) {
    this.screen = new CardScreen(card);
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

  /** Presses a button of the dialog. A refusal of the client leaves the dialog as it is. */
  submit(title: string, options: PressOptions = {}): Promise<Outcome> {
    return this.carryOut(() => this.screen.button(title), options);
  }

  /** The same for a client that names the action by its place in the card and gives all fields by their ids. */
  submitAt(place: string, inputs: Readonly<Record<string, string>>): Promise<Outcome> {
    const find = (): JsonObject => {
      const action = this.screen.actionAt(place);
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

/** What is in front of the person after an answer to a dialog request. */
export function dialogOutcome(answer: DialogAnswer, delivery: Delivery, channel: DialogChannel): Outcome {
  switch (answer.kind) {
    case 'dialog': {
      const dialog = new Dialog(answer.title, answer.card, channel);
      return new Outcome('dialog', dialog.text, delivery, dialog);
    }
    case 'message':
      return new Outcome('message', answer.text, delivery);
    case 'closed':
      return new Outcome('closed', '', delivery);
    default:
      return answer satisfies never;
  }
}

/** The data that a button carries by itself. */
export function dataOf(button: JsonObject): JsonObject {
  return isObject(button['data']) ? button['data'] : {};
}
