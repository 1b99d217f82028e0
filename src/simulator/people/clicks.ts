import { isInMenu } from '../connector/card-walk';
import type { JsonObject } from '../connector/json';
import { type FieldValue, standsAtOnce } from './card-input';

/**
 * What somebody's hand does: a press of a button, a choice (a list is opened first), a tick, a text field that is clicked
 * into because neither the cursor nor the next press of the Tab key is there, and "OK" below a sentence. Typing, reading and
 * scrolling cost nothing.
 */
export class Clicks {
  private counted = 0;

  get count(): number {
    return this.counted;
  }

  add(clicks: number): void {
    this.counted += clicks;
  }
}

/** In the menu "…" it is behind one more press. */
export function clicksOn(button: JsonObject): number {
  return isInMenu(button) ? 2 : 1;
}

export function clicksInto(input: JsonObject, entered: FieldValue, isAtHand: boolean): number {
  switch (input['type']) {
    case 'Input.Toggle':
      return 1;
    case 'Input.ChoiceSet': {
      const chosen = Array.isArray(entered) ? entered.length : 1;
      return standsAtOnce(input) ? chosen : chosen + 1;
    }
    default:
      return isAtHand ? 0 : 1;
  }
}
