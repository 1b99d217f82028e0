import type { FieldValue } from '../../src/simulator/people/card-input';
import type { Dialog, Outcome } from '../../src/simulator/people/dialog';
import type { ShownCard } from '../../src/simulator/people/shown-card';
import type { JsonObject } from '../../src/simulator/connector/json';
import { partsOf } from '../../src/simulator/connector/card-walk';

/**
 * What a hand with a mouse does, counted: each press of a button, of the menu "…" and of what stands in it, each choice (two
 * where the list of choices has to be opened first), each tick. Typing takes no click in the field that has the focus: the
 * first of a dialog, and by the Tab key the one after the last that was filled in; any other field takes one.
 */
export class Hand {
  clicks = 0;
  private focused: { readonly form: Dialog; readonly at: number } | undefined;

  presses(card: ShownCard, title: string): Promise<Outcome> {
    this.clicks += card.menu.includes(title) ? 2 : 1;
    return card.press(title);
  }

  fills(form: Dialog, fields: Readonly<Record<string, FieldValue>>): this {
    const inputs = inputsOf(form.card);
    for (const [label, value] of Object.entries(fields)) {
      const at = inputs.findIndex((input) => input['label'] === label || input['title'] === label);
      const input = inputs[at] ?? {};
      this.clicks += this.clicksInto(form, input, at);
      this.focused = { form, at };
      form.fill({ [label]: value });
    }
    return this;
  }

  sends(form: Dialog, title: string): Promise<Outcome> {
    this.clicks += 1;
    return form.submit(title);
  }

  private clicksInto(form: Dialog, { type, style }: JsonObject, at: number): number {
    if (type === 'Input.ChoiceSet') return style === 'expanded' ? 1 : 2;
    if (type === 'Input.Toggle') return 1;
    const next = this.focused?.form === form ? this.focused.at + 1 : 0;
    return at === next ? 0 : 1;
  }
}

export function inputsOf(card: JsonObject): readonly JsonObject[] {
  return [...partsOf(card)].filter((part) => String(part['type']).startsWith('Input.'));
}
