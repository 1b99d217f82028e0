import { cardShownTo } from '../connector/card-versions';
import type { Delivery } from '../connector/connector';
import { asObject, isObject, textOf, type JsonObject } from '../connector/json';
import type { Message } from '../connector/messages';
import type { FieldValue } from './card-input';
import { CardScreen } from './card-screen';
import { ClientRefusal, NotOnScreen } from './client-refusal';
import { dataOf, dialogOutcome, Outcome, type PressOptions, refuseLocal } from './dialog';
import { readActionAnswer, readDialogAnswer } from './invoke-answer';
import type { PersonClient } from './person-client';

/** A card in a conversation as one person sees it. It follows edits; one that is `kept` stays, for presses on an old card. */
export class ShownCard {
  private screen: CardScreen | undefined;
  private shown: JsonObject | undefined;

  constructor(
    private readonly client: PersonClient,
    readonly message: Message,
    private readonly kept?: JsonObject,
  ) {}

  /** The card as JSON: this person's own view where they have one. */
  get card(): JsonObject {
    if (this.kept) return this.kept;
    const card = cardShownTo(this.message, this.client.personKey);
    if (!card) throw new NotOnScreen(`Message ${this.message.id} shows no card (any more)`, []);
    return card;
  }

  get text(): string {
    return this.current().text;
  }

  /** What a person reads who unfolds all of it. */
  get unfolded(): string {
    return this.current().unfolded;
  }

  get buttons(): string[] {
    return this.current().buttons;
  }

  /** Titles of the visible buttons that show or hide a part of the card. */
  get foldButtons(): string[] {
    return this.current().foldButtons;
  }

  /** Titles of what stands in the menu "…". */
  get menu(): string[] {
    return this.current().menu;
  }

  get labels(): string[] {
    return this.current().labels;
  }

  /** The value in a field as it would be sent; undefined when empty. */
  value(label: string): string | undefined {
    return this.current().value(label);
  }

  /** The card as it is now, whatever happens to it later: a screen that was not refreshed. */
  frozen(): ShownCard {
    return new ShownCard(this.client, this.message, structuredClone(this.card));
  }

  /** Fills fields by their visible labels. */
  fill(fields: Record<string, FieldValue>): this {
    this.current().fill(fields);
    return this;
  }

  /**
   * Presses the button with this title and does what the client does. Throws ClientRefusal before anything is sent, and
   * BotAnswerFault if the client could not use the bot's answer.
   */
  async press(title: string, options: PressOptions = {}): Promise<Outcome> {
    const screen = this.current();
    return this.carryOut(screen, () => screen.pressed(title), options);
  }

  /** The same for a client that names the action by its place in the card and sends all fields by id. */
  async pressAt(place: string, inputs: Readonly<Record<string, string>>): Promise<Outcome> {
    const screen = this.current();
    const find = (): JsonObject => {
      const action = screen.actionAt(place);
      refuseLocal(action);
      screen.enter(inputs);
      return action;
    };
    return this.carryOut(screen, find, {});
  }

  private async carryOut(
    screen: CardScreen,
    find: () => JsonObject,
    options: PressOptions,
  ): Promise<Outcome> {
    const button = find();
    switch (button['type']) {
      case 'Action.OpenUrl':
        return new Outcome('link', textOf(button['url']) ?? '', undefined);
      case 'Action.ToggleVisibility':
        screen.toggle(button);
        return new Outcome('toggled', this.text, undefined);
      case 'Action.Execute':
        return this.execute(button, { ...screen.inputsFor(button), ...options.forged }, 'manual');
      case 'Action.Submit':
        return this.submit(button, { ...screen.inputsFor(button), ...options.forged });
      default:
        throw new ClientRefusal(`"${String(button['title'])}" is a ${String(button['type'])}`);
    }
  }

  /** What happens when the card comes into view: its refresh action runs for this person, if it names them or nobody. */
  async look(): Promise<Outcome | undefined> {
    const refresh = asObject(this.client.known(this.card)['refresh']);
    if (!isObject(refresh['action'])) return undefined;
    const ids = refresh['userIds'];
    const { teamsId, aadObjectId } = this.client.member;
    const named = !Array.isArray(ids) || ids.includes(teamsId) || ids.includes(`8:orgid:${aadObjectId}`);
    return named ? this.execute(refresh['action'], {}, 'automatic') : undefined;
  }

  private async execute(
    button: JsonObject,
    inputs: JsonObject,
    trigger: 'manual' | 'automatic',
  ): Promise<Outcome> {
    const { type, id, title, verb } = button;
    const action = { type, id, title, verb, data: { ...dataOf(button), ...inputs } };
    const delivery = await this.client.invoke('adaptiveCard/action', { action, trigger }, this.message);
    const answer = readActionAnswer(delivery, this.client.surroundings);
    if (answer.kind !== 'card') return new Outcome(answer.kind, answer.text, delivery);
    this.client.connector.showToPerson(this.message, this.client.personKey, answer.card);
    return new Outcome('card', new CardScreen(this.client.known(answer.card)).text, delivery);
  }

  private async submit(button: JsonObject, inputs: JsonObject): Promise<Outcome> {
    const data = { ...dataOf(button), ...inputs };
    const teams = asObject(data['msteams']);
    if (teams['type'] === 'task/fetch') return this.openDialog(data);
    const fields =
      teams['type'] === 'messageBack' || teams['type'] === 'imBack'
        ? { text: textOf(teams['text']) ?? textOf(teams['value']), value: teams['value'] ?? data }
        : { value: data };
    const delivery: Delivery = await this.client.submitMessage(fields, this.message);
    return new Outcome('sent', '', delivery);
  }

  private async openDialog(data: JsonObject): Promise<Outcome> {
    const { client, message } = this;
    const value = { data: { ...data, type: 'task/fetch' }, context: { theme: 'default' } };
    const delivery = await client.invoke('task/fetch', value, message);
    const answer = readDialogAnswer(delivery, client.surroundings, 'fetch');
    return dialogOutcome(answer, delivery, { client, submitName: 'task/submit', extra: {}, about: message });
  }

  /** The screen of the visible card; another card starts with nothing typed. */
  private current(): CardScreen {
    const card = this.card;
    if (!this.screen || this.shown !== card) {
      this.screen = new CardScreen(this.client.known(card), this.client.clicks);
      this.shown = card;
    }
    return this.screen;
  }
}
