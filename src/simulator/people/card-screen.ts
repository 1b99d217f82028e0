import { isAction, isInMenu, partsOf, toggleTargets, withFallbacks } from '../connector/card-walk';
import { asObject, objectsOf, textOf, type JsonObject } from '../connector/json';
import {
  complaintAbout,
  enteredValue,
  initialValue,
  labelOf,
  sentValue,
  type FieldValue,
} from './card-input';
import { actionAt } from './card-place';
import { Clicks, clicksInto, clicksOn } from './clicks';
import { ClientRefusal, NotOnScreen } from './client-refusal';
import { readableCard } from './readable-card';

/** A card on a person's screen: what is typed and what is expanded, until the card is replaced. */
export class CardScreen {
  readonly card: JsonObject;
  private readonly entered = new Map<string, string | undefined>();
  private readonly toggled = new Map<string, boolean>();
  /** Ids of the fields that can be typed into without a click: where the cursor stands, and where the Tab key leads. */
  private atHand: readonly string[] = [];

  constructor(
    card: JsonObject,
    private readonly clicks = new Clicks(),
  ) {
    this.card = withFallbacks(card);
  }

  /** A dialog opens with the cursor in its first field. */
  focusFirst(): this {
    this.atHand = this.visibleInputs().slice(0, 1).map(idOf);
    return this;
  }

  /** What the person reads, line by line. */
  get text(): string {
    return this.read((part) => this.isVisible(part));
  }

  /** What a person reads who unfolds everything that a button of the card shows or hides. */
  get unfolded(): string {
    const folded = new Set(this.folds().flatMap((fold) => toggleTargets(fold).map(({ id }) => id)));
    return this.read((part) => folded.has(idOf(part)) || this.isVisible(part));
  }

  /** Titles of what can be pressed and does more than fold a part of the card, including what stands in the menu "…". */
  get buttons(): string[] {
    return this.visibleActions()
      .filter((action) => !isFold(action))
      .map(titleOf);
  }

  /** Titles of the visible buttons that show or hide a part of the card. */
  get foldButtons(): string[] {
    return this.folds().map(titleOf);
  }

  /** Titles of what stands in the menu "…". */
  get menu(): string[] {
    return this.visibleActions().filter(isInMenu).map(titleOf);
  }

  /** Labels of the visible fields. */
  get labels(): string[] {
    return this.visibleInputs().map(labelOf);
  }

  /** The value in a field as it would be sent, by its label; undefined when it is empty. */
  value(label: string): string | undefined {
    return this.valueOf(this.input(label));
  }

  /** Fills fields by label; throws for a label, choice or kind of value that the card does not have. */
  fill(fields: Record<string, FieldValue>): void {
    for (const [label, value] of Object.entries(fields)) {
      const input = this.input(label);
      const id = idOf(input);
      const entered = enteredValue(input, value);
      if (entered === this.valueOf(input)) continue;
      this.clicks.add(clicksInto(input, value, this.atHand.includes(id)));
      const ids = this.visibleInputs().map(idOf);
      this.atHand = ids.slice(ids.indexOf(id), ids.indexOf(id) + 2);
      this.entered.set(id, entered);
    }
  }

  /** Sets every field by its id, as sent by a client with the card on its screen; an omitted field is empty. */
  enter(values: Readonly<Record<string, string>>): void {
    for (const input of this.inputs()) {
      const id = idOf(input);
      this.entered.set(id, sentValue(input, Object.hasOwn(values, id) ? values[id] : undefined));
    }
  }

  /** The action at a place in the card's JSON, or with an id; see card-place.ts. Throws if it is missing or disabled. */
  actionAt(place: string): JsonObject {
    const action = actionAt(this.card, place);
    if (!action) throw new NotOnScreen(`No action at "${place}"`, this.buttons);
    if (action['isEnabled'] === false) throw new ClientRefusal(`The action at "${place}" is disabled`);
    return action;
  }

  /** The button with this title; throws if it is missing, ambiguous or disabled. */
  button(title: string): JsonObject {
    const found = this.visibleActions().filter((action) => action['title'] === title);
    const [button] = found;
    if (!button) throw new NotOnScreen(`No button "${title}"`, this.buttons);
    if (found.length > 1) throw new NotOnScreen(`${found.length} buttons "${title}"`, this.buttons);
    if (button['isEnabled'] === false) throw new ClientRefusal(`The button "${title}" is disabled`);
    return button;
  }

  /** The same, pressed by hand. */
  pressed(title: string): JsonObject {
    const button = this.button(title);
    this.clicks.add(clicksOn(button));
    return button;
  }

  /** The values a button sends, after the client's own checks. Empty fields are omitted, as clients do. */
  inputsFor(button: JsonObject): JsonObject {
    if (textOf(button['associatedInputs'])?.toLowerCase() === 'none') return {};
    const values: JsonObject = {};
    const complaints: Record<string, string> = {};
    for (const input of this.inputs()) {
      const value = this.valueOf(input);
      const complaint = complaintAbout(input, value);
      if (complaint !== undefined) complaints[labelOf(input)] = complaint;
      else if (value !== undefined) values[idOf(input)] = value;
    }
    const fields = Object.entries(complaints);
    if (fields.length > 0) {
      throw new ClientRefusal(fields.map(([label, what]) => `${label}: ${what}`).join('; '), complaints);
    }
    return values;
  }

  /** Carries out an Action.ToggleVisibility, which only changes this screen. */
  toggle(button: JsonObject): void {
    for (const { id, shown } of toggleTargets(button)) {
      const element = [...partsOf(this.card)].find((part) => part['id'] === id && !isAction(part));
      if (!element) throw new NotOnScreen(`Nothing with the id "${id}" to show or hide`, []);
      this.toggled.set(id, shown ?? !this.isVisible(element));
    }
  }

  private read(isVisible: (part: JsonObject) => boolean): string {
    return readableCard(this.card, { isVisible, valueOf: (input) => this.valueOf(input) }).join('\n');
  }

  private folds(): JsonObject[] {
    return this.visibleActions().filter(isFold);
  }

  private isVisible(part: JsonObject): boolean {
    const id = textOf(part['id']);
    const toggled = id === undefined || isAction(part) ? undefined : this.toggled.get(id);
    return toggled ?? part['isVisible'] !== false;
  }

  private valueOf(input: JsonObject): string | undefined {
    const id = idOf(input);
    return this.entered.has(id) ? this.entered.get(id) : initialValue(input);
  }

  private input(label: string): JsonObject {
    const found = this.visibleInputs().filter((input) => labelOf(input) === label.trim());
    const [input] = found;
    if (!input) throw new NotOnScreen(`No field "${label}"`, this.labels);
    if (found.length > 1) throw new NotOnScreen(`${found.length} fields "${label}"`, this.labels);
    return input;
  }

  private inputs(): JsonObject[] {
    return [...partsOf(this.card)].filter(isInput);
  }

  private visibleInputs(): JsonObject[] {
    return [...this.visibleParts(this.card)].filter(isInput);
  }

  private visibleActions(): JsonObject[] {
    return [...this.visibleParts(this.card)].filter(isAction);
  }

  private *visibleParts(part: JsonObject): Generator<JsonObject> {
    if (!this.isVisible(part)) return;
    yield part;
    for (const [key, value] of Object.entries(part)) {
      if (!children.has(key)) continue;
      for (const child of Array.isArray(value) ? objectsOf(value) : [asObject(value)]) {
        yield* this.visibleParts(child);
      }
    }
  }
}

const children = new Set(
  'body actions items columns rows cells inlines images selectAction inlineAction'.split(' '),
);

function titleOf(action: JsonObject): string {
  return textOf(action['title']) ?? '';
}

function isFold(action: JsonObject): boolean {
  return action['type'] === 'Action.ToggleVisibility';
}

function isInput(part: JsonObject): boolean {
  return String(part['type']).startsWith('Input.');
}

function idOf(part: JsonObject): string {
  return String(part['id']);
}
